import { none } from '../model/decision-context.ts';
import type { Int } from '../model/number.ts';
import type { PreparedPolicy, PreparedScorecard } from '../model/prepared-policy.ts';
import { missingBin, type AxisScore } from '../score/score-attributes.ts';
import type { Scores } from '../score/score.ts';

type BestQuestion = { questionPosition: Int; pointRange: Int };

/** The question whose answer could move the most points of fit, intent or capacity; -1 when all of them are known. */
export function findQuestion(scores: Scores, prepared: PreparedPolicy): Int {
  const best: BestQuestion = { questionPosition: none, pointRange: 0 };
  considerCard(best, prepared.scorecards[0]!, scores.fit, prepared);
  considerCard(best, prepared.scorecards[2]!, scores.intent, prepared);
  considerCard(best, prepared.scorecards[3]!, scores.capacity, prepared);
  return best.questionPosition;
}

function considerCard(best: BestQuestion, card: PreparedScorecard, score: AxisScore, prepared: PreparedPolicy): void {
  for (let place: Int = 0; place < card.attributes.length; place += 1) {
    const attribute = card.attributes[place]!;
    if (score.binPositions[place]! === missingBin && attribute.pointRange > best.pointRange) {
      const position = prepared.questionPositions.get(card.card.attributes[place]!.fieldKey) ?? null;
      if (position !== null) {
        best.questionPosition = position;
        best.pointRange = attribute.pointRange;
      }
    }
  }
}
