import type { Decision } from '../../../core/src/decide/index.ts';
import { isWithin } from '../../../core/src/decide/model/business-time.ts';
import type { Policy } from '../../../core/src/decide/model/policy.ts';
import type { Rep } from '../../../core/src/decide/model/roster.ts';
import type { EarlierDecision } from '../subjects/subject.ts';

/**
 * Whether deciding again came to what counts already: same destination, band and promise in the same mode, and whoever was given
 * it can stay. Such a decision takes no turn, starts no clock and writes no note, so that a lead does not wander through its pool
 * with every word that it adds.
 *
 * @param earlier the decision that counts for the contact; null where there is none
 * @param reps    everybody who can hold leads, as the roster had them when it was decided
 */
export function isRepeatOf(
  decision: Decision,
  earlier: EarlierDecision | null,
  policy: Policy,
  reps: readonly Rep[],
  now: number,
): boolean {
  if (earlier === null) {
    return false;
  }
  const choice = decision.assessment.choice;
  const isSameOutcome =
    policy.destinations[choice.destinationPosition]!.destinationKey === earlier.destinationKey &&
    choice.bucket === earlier.band &&
    decision.clock.slaKey === earlier.slaKey &&
    policy.mode === earlier.mode;
  if (!isSameOutcome || decision.assignment.ownerKey === earlier.givenToKey) {
    return isSameOutcome;
  }
  return decision.assignment.turn !== null && canStay(decision, earlier.givenToKey, reps, now);
}

/** Only where a turn would give it to the next one of the pool: who handed it back, left or is away gives it up. */
function canStay(decision: Decision, repKey: string, reps: readonly Rep[], now: number): boolean {
  const rep = reps.find((one) => one.repKey === repKey);
  return (
    rep !== undefined &&
    rep.isActive &&
    !isWithin(rep.timeOff, now) &&
    !decision.assessment.known.crm.handedBackKeys.includes(repKey)
  );
}
