import { assess } from '../../../core/src/decide/index.ts';
import type { Policy } from '../../../core/src/decide/model/policy.ts';
import type { Scores } from '../../../core/src/decide/score/score.ts';
import type { Dice } from '../../property/generators/dice.ts';
import { contextOf, type ContextValues } from '../pair.ts';
import { drawPairLead } from './draw-lead.ts';

/**
 * Moves thresholds and score conditions to the scores that leads of this policy really reach, and one beside them: a lead
 * cannot be made to have a given score, but a policy can be made to ask about the score it has.
 */
export function calibrate(dice: Dice, policy: Policy, context: ContextValues): void {
  const scores = probe(dice, policy, context);
  const near = (score: number): number => Math.min(100, Math.max(1, score + dice.between(-1, 1)));
  policy.thresholds.fitHigh = near(scores.fit.score);
  policy.thresholds.engagementHigh = near(scores.engagement.score);
  policy.thresholds.intentHigh = near(scores.intent.score);
  policy.thresholds.capacityHigh = near(scores.capacity.score);
  policy.thresholds.minimumCoverage = near(scores.fit.coverage);
  moveConditions(dice, policy, scores);
  policy.thresholds.lowConfidence = near(probe(dice, policy, context).confidence.confidence);
}

function probe(dice: Dice, policy: Policy, context: ContextValues): Scores {
  const { input } = drawPairLead(dice, policy, context);
  return assess(input, contextOf(policy, context)).scores;
}

function moveConditions(dice: Dice, policy: Policy, scores: Scores): void {
  const scoreByField = new Map([
    ['fitScore', scores.fit.score],
    ['engagementScore', scores.engagement.score],
    ['intentScore', scores.intent.score],
    ['capacityScore', scores.capacity.score],
  ]);
  for (const condition of [...policy.rules, ...policy.tiers, ...policy.territories].flatMap(
    (asked) => asked.conditions,
  )) {
    const score = scoreByField.get(condition.fieldKey);
    if (score !== undefined && condition.low !== null) {
      condition.low = score + dice.between(-1, 1);
    }
    if (score !== undefined && condition.high !== null) {
      condition.high = Math.max(condition.low ?? -1, score + dice.between(-1, 1));
    }
  }
}
