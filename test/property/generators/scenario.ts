import type { DecisionContext, DecisionInput } from '../../../core/src/decide/model/decision-context.ts';
import type { Policy } from '../../../core/src/decide/model/policy.ts';
import type { TurnLedger } from '../../../core/src/decide/model/turn-ledger.ts';
import type { Engine } from '../engine.ts';
import { drawAnswers, drawCrm, drawReviewLoad } from './crm.ts';
import type { Dice } from './dice.ts';
import { drawPolicy } from './policies.ts';
import { drawSubmission } from './submissions.ts';
import { drawCalendars, drawLedgers, drawNow, drawReps } from './teams.ts';

/** What one company has set up: a policy, its people, their calendars, and the ledgers as they stand. */
export type Scenario = { policy: Policy; context: DecisionContext; ledgers: TurnLedger[]; startsAt: number };

export function drawScenario(dice: Dice, engine: Engine, policy: Policy = drawPolicy(dice)): Scenario {
  const startsAt = drawNow(dice);
  return {
    policy,
    startsAt,
    context: {
      prepared: engine.prepare(policy),
      policyHash: '0'.repeat(64),
      reps: drawReps(dice, policy),
      rosterHash: '1'.repeat(64),
      calendars: drawCalendars(dice, policy),
      calendarsHash: '2'.repeat(64),
    },
    ledgers: drawLedgers(dice, policy, startsAt),
  };
}

export function drawInput(dice: Dice, scenario: Scenario): DecisionInput {
  const now = scenario.startsAt + dice.roll(600_000_000);
  const repKeys = [...scenario.context.reps.keys(), 'somebody-else'];
  return {
    submission: drawSubmission(dice, scenario.policy, now),
    crm: drawCrm(dice, repKeys, now),
    answers: drawAnswers(dice),
    reviewLoad: drawReviewLoad(dice),
    now,
  };
}
