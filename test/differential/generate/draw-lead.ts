import type { DecisionInput } from '../../../core/src/decide/model/decision-context.ts';
import type { Policy } from '../../../core/src/decide/model/policy.ts';
import type { Submission } from '../../../core/src/decide/model/submission.ts';
import { drawAnswers, drawCrm, drawReviewLoad } from '../../property/generators/crm.ts';
import type { Dice } from '../../property/generators/dice.ts';
import { drawSubmission } from '../../property/generators/submissions.ts';
import { drawLedgers } from '../../property/generators/teams.ts';
import type { ContextValues, LeadValues } from '../pair.ts';
import { approachEdge, meetTest, ownerKeys } from './approach-edges.ts';
import { drawMoment } from './edges-of-time.ts';
import { fillRecord } from './fill-record.ts';
import { withinField } from './wordings.ts';

/** From so many members on a policy is large enough for a record that must leave something out. */
const fewestOfCrowd = 100;

/** A lead of any kind, then turned toward some test of the policy, then put on some edges of it. */
export function drawPairLead(dice: Dice, policy: Policy, context: ContextValues): LeadValues {
  const now = drawMoment(dice, policy, context);
  const lead: LeadValues = { input: drawAnyInput(dice, policy, now), ledgers: drawLedgers(dice, policy, now) };
  if (dice.chance(50)) {
    meetTest(dice, lead, policy);
  }
  if (policy.members.length >= fewestOfCrowd && dice.chance(30)) {
    fillRecord(dice, lead, policy);
  }
  for (let count = dice.pick([0, 1, 1, 2, 3, 5]); count > 0; count -= 1) {
    approachEdge(dice, lead, policy, context);
  }
  return lead;
}

function drawAnyInput(dice: Dice, policy: Policy, now: number): DecisionInput {
  return {
    submission: drawAnySubmission(dice, policy, now),
    crm: drawCrm(dice, ownerKeys, now),
    answers: drawAnswers(dice),
    reviewLoad: drawReviewLoad(dice),
    now,
  };
}

/** Most leads bring few fields: where every field is full, hardly anything is unknown and records are all long. */
function drawAnySubmission(dice: Dice, policy: Policy, now: number): Submission {
  const submission = drawSubmission(dice, policy, now);
  const kept = dice.pick([10, 60, 100]);
  const fields = submission as Record<string, unknown>;
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string' && name !== 'submissionKey' && name !== 'channel') {
      fields[name] = dice.chance(kept) ? withinField(dice, value) : null;
    }
  }
  submission.submissionKey = withinField(dice, submission.submissionKey);
  submission.extras = submission.extras.map((extra) => ({
    ...extra,
    text: extra.text === null ? null : withinField(dice, extra.text),
  }));
  submission.problems = submission.problems.map((problem) => ({
    // A lead that is decided again brings the problems that were found the first time.
    code: dice.chance(85) ? problem.code : dice.pick(['NRM001', 'NRM002']),
    about: withinField(dice, problem.about),
    found: withinField(dice, problem.found),
  }));
  return submission;
}
