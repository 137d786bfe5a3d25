import { confidencePosition, engagementScorePosition, fitScorePosition, type FactSheet } from '../model/fact-sheet.ts';
import { findRule } from '../model/find-rule.ts';
import { quotient, toLong, type Int } from '../model/number.ts';
import type { Band } from '../model/policy.ts';
import type { PreparedPolicy, PreparedScorecard } from '../model/prepared-policy.ts';
import type { AxisScore } from './score-attributes.ts';
import { within } from './score-attributes.ts';

/**
 * How sure the engine is of its own answer.
 *
 * `policy` says that the points are somebody's judgement: the number is then no chance of winning, only how much was
 * known and how far the score stands from the threshold that decides. `history` says how likely the same decision is
 * after training anew.
 */
export type Confidence = {
  confidence: Int;
  basis: 'policy' | 'history';
  coverage: Int;
  margin: Int;
  evidence: Int;
  isCalibrated: boolean;
  /** The axis whose threshold is nearest and would change the destination; null when neither would. */
  decidingAxis: 'fit' | 'engagement' | null;
};

const pointsToCertainty: Int = 10;

/**
 * Weighs how near a change of mind is: for each score at which something else may be decided, it asks where the lead would
 * go on the other side. The nearest that changes the destination is the threshold that decides. Source of the trained
 * formula: docs/decisions/0006-confidence.md.
 */
export function weighConfidence(
  fit: AxisScore,
  engagement: AxisScore,
  facts: FactSheet,
  prepared: PreparedPolicy,
): Confidence {
  const fitCard = prepared.scorecards[0]!;
  const engagementCard = prepared.scorecards[1]!;
  const weighing: Weighing = {
    facts: facts,
    prepared: prepared,
    fitScore: fit.score,
    engagementScore: engagement.score,
  };
  const here = destinationAt(weighing, fit.score, engagement.score);
  const fitMargin: Int = smallestMargin(weighing, fit, true, here);
  const engagementMargin: Int = smallestMargin(weighing, engagement, false, here);
  const isFitNearer = fitMargin <= engagementMargin;
  const margin: Int = isFitNearer ? fitMargin : engagementMargin;
  const decidingCard = isFitNearer ? fitCard : engagementCard;
  const isPolicy = decidingCard.card.basis === 'expert';
  const surest: Int = isPolicy && fit.coverage < margin ? fit.coverage : margin;
  const isCalibrated = fitCard.card.isCalibrated && engagementCard.card.isCalibrated;
  return {
    confidence: isCalibrated ? surest : within(surest, 0, prepared.policy.thresholds.lowConfidence - 1),
    basis: isPolicy ? 'policy' : 'history',
    coverage: fit.coverage,
    margin: margin,
    evidence: fit.evidence,
    isCalibrated: isCalibrated,
    decidingAxis: decidingAxisOf(fitMargin, engagementMargin),
  };
}

type Weighing = { facts: FactSheet; prepared: PreparedPolicy; fitScore: Int; engagementScore: Int };

function decidingAxisOf(fitMargin: Int, engagementMargin: Int): 'fit' | 'engagement' | null {
  if (fitMargin === 100 && engagementMargin === 100) {
    return null;
  }
  return fitMargin <= engagementMargin ? 'fit' : 'engagement';
}

/** Where rules and matrix would send the lead with these two scores, were it sure of them. */
function destinationAt(weighing: Weighing, fitScore: Int, engagementScore: Int): string {
  const prepared = weighing.prepared;
  weighing.facts.numbers[fitScorePosition] = toLong(fitScore);
  weighing.facts.numbers[engagementScorePosition] = toLong(engagementScore);
  weighing.facts.numbers[confidencePosition] = 100;
  const rulePosition: Int = findRule(prepared, weighing.facts, []);
  if (rulePosition >= 0) {
    return prepared.rules[rulePosition]!.rule.destinationKey;
  }
  const fitBand: Band = bandOf(fitScore, prepared.scorecards[0]!.highFrom);
  const engagementBand: Band = bandOf(engagementScore, prepared.scorecards[1]!.highFrom);
  return prepared.cells[cellPosition(fitBand, engagementBand, 'high')]!.destinationKey;
}

/** How sure the score is of its side, at the nearest cut whose other side decides otherwise; 100 when there is none. */
function smallestMargin(weighing: Weighing, axis: AxisScore, isFit: boolean, here: string): Int {
  const prepared = isFit ? weighing.prepared.scorecards[0]! : weighing.prepared.scorecards[1]!;
  let smallest: Int = 100;
  for (const cut of prepared.cuts) {
    const margin: Int = marginAt(axis, prepared, cut);
    if (margin < smallest) {
      const otherSide: Int = axis.score >= cut ? cut - 1 : cut;
      const there = isFit
        ? destinationAt(weighing, otherSide, weighing.engagementScore)
        : destinationAt(weighing, weighing.fitScore, otherSide);
      smallest = there === here ? smallest : margin;
    }
  }
  return smallest;
}

/** bandOf(60, 60) → high. */
export function bandOf(score: Int, highFrom: Int): Band {
  return score >= highFrom ? 'high' : 'low';
}

/** Where a cell stands in the policy's eight: fit × engagement × confidence, high before low. */
export function cellPosition(fit: Band, engagement: Band, confidence: Band): Int {
  return (fit === 'high' ? 0 : 4) + (engagement === 'high' ? 0 : 2) + (confidence === 'high' ? 0 : 1);
}

function marginAt(axis: AxisScore, prepared: PreparedScorecard, cut: Int): Int {
  if (prepared.card.basis === 'expert') {
    return within(distance(axis.score, cut) * pointsToCertainty, 0, 100);
  }
  const table = prepared.card.agreementTable;
  const spread: Int = squareRoot(axis.varianceHundredths * 2);
  const tenthsOfPoint: Int = distance(axis.points, pointsAt(prepared, cut)) * 10;
  const step: Int = spread === 0 ? table.length - 1 : quotient(tenthsOfPoint * 10, spread);
  return table[within(step, 0, table.length - 1)]!;
}

/** The fewest points whose score reaches a cut. */
function pointsAt(prepared: PreparedScorecard, cut: Int): Int {
  const table = prepared.card.scoreTable;
  for (let place: Int = 0; place < table.length; place += 1) {
    if (table[place]! >= cut) {
      return prepared.card.tableStart + place;
    }
  }
  return prepared.card.tableStart + table.length;
}

function distance(one: Int, other: Int): Int {
  return one > other ? one - other : other - one;
}

/** The whole part of the square root, by Newton's steps. squareRoot(17) → 4. */
export function squareRoot(square: Int): Int {
  if (square < 2) {
    return square < 0 ? 0 : square;
  }
  let root: Int = square;
  let next: Int = quotient(square, 2);
  while (next < root) {
    root = next;
    next = quotient(root + quotient(square, root), 2);
  }
  return root;
}
