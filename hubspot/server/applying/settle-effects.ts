import { giveBackTurn } from '../deciding/give-back-turn.ts';
import type { Effect, EffectOutcome } from '../../handlers/effects/effect.ts';
import type { Desk } from '../desk.ts';

/** An effect that this worker may apply until its lease ends. */
export type HeldEffect = {
  readonly decisionId: string;
  readonly place: number;
  readonly contactId: string;
  readonly effect: Effect;
  /** It may have been done before: whoever held it was stopped in the middle. */
  readonly isRetry: boolean;
  readonly attempts: number;
  readonly arrivedAt: number | null;
};

/**
 * Writes down what became of effects. An owner that the portal will never take gives the turn back: it cost somebody a lead that
 * they did not get.
 */
export async function settleEffects(
  desk: Desk,
  portalId: number,
  held: readonly HeldEffect[],
  outcomes: readonly EffectOutcome[],
): Promise<void> {
  if (held.length === 0) {
    return;
  }
  const now = desk.now();
  await desk.database.query(
    `update effect set state = settled.state, outcome = settled.outcome, done_at = $2, lease_until = 0, lease_by = null,
       attempts = attempts + 1
     from unnest($3::text[], $4::int[], $5::text[], $6::jsonb[]) as settled (decision_id, place, state, outcome)
     where effect.portal_id = $1 and effect.decision_id = settled.decision_id and effect.place = settled.place`,
    [
      portalId,
      now,
      held.map((each) => each.decisionId),
      held.map((each) => each.place),
      outcomes.map((outcome) => outcome.state),
      outcomes.map((outcome) => JSON.stringify(outcome)),
    ],
  );
  for (const [place, outcome] of outcomes.entries()) {
    const { effect, decisionId, arrivedAt } = held[place]!;
    if (effect.kind === 'record' && arrivedAt !== null) {
      desk.metrics.observeWritten(Math.max(0, now - arrivedAt) / 1_000);
    }
    const isOwnerLost = effect.kind === 'record' && effect.owner !== null && outcome.state !== 'done';
    if (isOwnerLost) {
      await giveBackTurn(desk.database, portalId, decisionId, now);
    }
    if (outcome.state === 'refused' && outcome.category !== 'OBJECT_NOT_FOUND') {
      await desk.alert(portalId, {
        code: 'HSV021',
        about: `${effect.kind}, ${outcome.category}`,
        message: `The portal refused to take what was decided: ${outcome.message}`,
        nextStep: 'Look at the decision in the settings of Signalbox; the record says what was to be written.',
      });
    }
    if (outcome.state === 'notAllowed') {
      await desk.alert(portalId, {
        code: 'HSV022',
        about: effect.kind,
        message: `The portal's plan or the app's permissions do not allow to write a ${effect.kind}. The rest of each decision is written.`,
        nextStep: 'Grant the permission in the settings of the app, or switch this part off.',
      });
    }
  }
}
