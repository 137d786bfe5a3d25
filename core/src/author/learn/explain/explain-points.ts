import type { Int } from '../../../decide/model/number.ts';
import type { PreparedScorecard } from '../../../decide/model/prepared-policy.ts';
import type { ScoreAttribute, Scorecard } from '../../../decide/model/scorecard.ts';
import { missingBin, otherBin } from '../../../decide/score/score-attributes.ts';
import { cardOf, scoreAxis, type AskedScore } from './asked-score.ts';
import { binWords } from './bin-words.ts';

/** What one attribute did to a score. */
export type PointReason = {
  attributeKey: string;
  label: string;
  fieldKey: string;
  state: 'value' | 'other' | 'missing';
  /** The bin that counted, in words. */
  words: string;
  points: Int;
  /** What the average lead has for it. */
  average: number;
  /** Points minus average: what sets this lead apart. */
  difference: number;
  /** How many past leads stand behind the points; 0 where nobody counted them. */
  evidence: Int;
};

/** `average` and `signalPoints` and all differences add up to `points`. */
export type PointsExplained = {
  score: Int;
  points: Int;
  /** The points that the average lead has before its deeds. */
  average: number;
  signalPoints: Int;
  /** The largest difference first, in either direction; equals in the card's order. */
  reasons: PointReason[];
};

/**
 * Why a score is what it is, attribute by attribute, against the average lead.
 *
 * Of a trained card the average is that of the leads it was trained on. Of an expert card nobody knows the average, and the
 * middle of a range would be a lead that never was: its points are told as they are, as if the average had none.
 */
export function explainPoints(asked: AskedScore): PointsExplained {
  const prepared = cardOf(asked);
  const { score, points, binPositions } = scoreAxis(asked);
  const reasons = binPositions.map((binPosition, place) => reasonOf(prepared, place, binPosition));
  const averages = reasons.reduce((sum, reason) => sum + reason.average, 0);
  const order = [...reasons.keys()].sort(
    (one, other) => Math.abs(reasons[other]!.difference) - Math.abs(reasons[one]!.difference) || one - other,
  );
  return {
    score,
    points,
    average: prepared.card.basePoints + averages,
    signalPoints: asked.signalPoints,
    reasons: order.map((place) => reasons[place]!),
  };
}

function reasonOf(prepared: PreparedScorecard, place: number, binPosition: Int): PointReason {
  const attribute = prepared.card.attributes[place]!;
  const points = pointsOfBin(attribute, binPosition);
  const average = averagePoints(prepared.card, attribute);
  return {
    attributeKey: attribute.attributeKey,
    label: attribute.label,
    fieldKey: attribute.fieldKey,
    state: binPosition === missingBin ? 'missing' : binPosition === otherBin ? 'other' : 'value',
    words: binWords(attribute, binPosition),
    points,
    average,
    difference: points - average,
    evidence: binPosition < 0 ? 0 : attribute.bins[binPosition]!.evidence,
  };
}

/** What the bin that the engine found is worth. */
function pointsOfBin(attribute: ScoreAttribute, binPosition: Int): Int {
  if (binPosition === missingBin) {
    return attribute.missingPoints;
  }
  return binPosition === otherBin ? attribute.otherPoints : attribute.bins[binPosition]!.points;
}

/**
 * What the leads of the training had for an attribute on average. A card tells how many of them each bin had; those that no bin
 * had are taken as not known, because the card does not part them from the few with another value. 0 of an expert card.
 */
export function averagePoints(card: Scorecard, attribute: ScoreAttribute): number {
  if (card.basis === 'expert' || card.trainedOn === 0) {
    return 0;
  }
  let sum = 0;
  let counted = 0;
  for (const bin of attribute.bins) {
    sum += bin.points * bin.evidence;
    counted += bin.evidence;
  }
  const left = Math.max(0, card.trainedOn - counted);
  return (sum + left * attribute.missingPoints) / (counted + left);
}

/** One reason as it stands on a card. A difference of 31.4 → "+31 Employees 500 or more". */
export function reasonWords({ difference, label, words }: PointReason): string {
  const whole = Math.round(Math.abs(difference));
  const sign = whole === 0 ? '±' : difference < 0 ? '−' : '+';
  return `${sign}${whole} ${label} ${words}`;
}
