import type { Decision } from '../../../core/src/decide/index.ts';
import type { Escalation } from '../../../core/src/decide/act/start-clock.ts';
import type { Policy } from '../../../core/src/decide/model/policy.ts';
import type { SlaState } from '../portal/property-names.ts';

/** The promise of a first touch that was given for a contact. There is one for each decision, and one for each contact that runs. */
export type RunningClock = {
  readonly decisionId: string;
  readonly contactId: string;
  readonly slaKey: string;
  /** Who answers for a miss. */
  readonly ownerKey: string;
  /** Who has the lead: whom it was given to, or whom a person gave it to since. */
  readonly givenToKey: string;
  readonly startedAt: number;
  readonly dueAt: number;
  readonly state: SlaState;
  /** In the order in which they are climbed. */
  readonly rungs: readonly Escalation[];
  /** How many of them are climbed. */
  readonly climbed: number;
  /** It was only recorded: nobody is told of anything. */
  readonly isQuiet: boolean;
};

/**
 * The clock that a decision starts; null where mode or trial leave the promise a plan. A policy may name its rungs in any order,
 * they are climbed in that of time.
 */
export function clockOf(decision: Decision, contactId: string, policy: Policy): RunningClock | null {
  const { clock, plan, assignment, assessment } = decision;
  const isStarted = plan.actions.some((action) => action.kind === 'startClock' && action.isPerformed);
  if (!isStarted) {
    return null;
  }
  return {
    decisionId: plan.decisionKey,
    contactId,
    slaKey: clock.slaKey,
    ownerKey: clock.ownerKey,
    givenToKey: assignment.ownerKey,
    startedAt: clock.startedAt,
    dueAt: clock.dueAt,
    state: 'running',
    rungs: clock.escalations.toSorted((one, other) => one.dueAt - other.dueAt),
    climbed: 0,
    isQuiet: policy.destinations[assessment.choice.destinationPosition]!.kind === 'recordOnly',
  };
}

/** Whether it still waits for somebody to touch the lead: a promise that was missed does so too. */
export function isOpen(clock: RunningClock): boolean {
  return clock.state === 'running' || clock.state === 'reminded' || clock.state === 'missed';
}

/**
 * When somebody has to look at the clock again: at its next rung, or when it is due where that is sooner and was not missed yet;
 * null when nothing is left to do.
 */
export function nextRungAt(clock: RunningClock): number | null {
  if (!isOpen(clock)) {
    return null;
  }
  const rungAt = clock.rungs[clock.climbed]?.dueAt ?? null;
  if (clock.state === 'missed') {
    return rungAt;
  }
  return rungAt === null ? clock.dueAt : Math.min(rungAt, clock.dueAt);
}
