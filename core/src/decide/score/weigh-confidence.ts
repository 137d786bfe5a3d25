import { quotient, type Int } from '../model/number.ts';
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

/** Weighs what is known against how near a change of mind is. Source of the trained formula: docs/decisions/0006-confidence.md. */
export function weighConfidence(fit: AxisScore, engagement: AxisScore, prepared: PreparedPolicy): Confidence {
  const fitCard = prepared.scorecards[0]!;
  const engagementCard = prepared.scorecards[1]!;
  const fitMargin: Int = doesFlipMatter(fit, engagement, true, prepared) ? marginOf(fit, fitCard) : 100;
  const engagementMargin: Int = doesFlipMatter(fit, engagement, false, prepared)
    ? marginOf(engagement, engagementCard)
    : 100;
  const margin: Int = fitMargin <= engagementMargin ? fitMargin : engagementMargin;
  const isCalibrated = fitCard.card.isCalibrated && engagementCard.card.isCalibrated;
  const surest: Int = fit.coverage < margin ? fit.coverage : margin;
  return {
    confidence: isCalibrated ? surest : within(surest, 0, prepared.policy.thresholds.lowConfidence - 1),
    basis: fitCard.card.basis === 'trained' ? 'history' : 'policy',
    coverage: fit.coverage,
    margin: margin,
    evidence: fit.evidence,
    isCalibrated: isCalibrated,
    decidingAxis: decidingAxisOf(fitMargin, engagementMargin),
  };
}

function decidingAxisOf(fitMargin: Int, engagementMargin: Int): 'fit' | 'engagement' | null {
  if (fitMargin === 100 && engagementMargin === 100) {
    return null;
  }
  return fitMargin <= engagementMargin ? 'fit' : 'engagement';
}

/** Whether the matrix would send the lead elsewhere if this one axis stood on the other side of its threshold. */
function doesFlipMatter(fit: AxisScore, engagement: AxisScore, isFit: boolean, prepared: PreparedPolicy): boolean {
  const fitBand: Band = bandOf(fit.score, prepared.scorecards[0]!.highFrom);
  const engagementBand: Band = bandOf(engagement.score, prepared.scorecards[1]!.highFrom);
  const here = prepared.cells[cellPosition(fitBand, engagementBand, 'high')]!;
  const there = isFit
    ? prepared.cells[cellPosition(otherBand(fitBand), engagementBand, 'high')]!
    : prepared.cells[cellPosition(fitBand, otherBand(engagementBand), 'high')]!;
  return here.destinationKey !== there.destinationKey;
}

function otherBand(band: Band): Band {
  return band === 'high' ? 'low' : 'high';
}

/** bandOf(60, 60) → high. */
export function bandOf(score: Int, highFrom: Int): Band {
  return score >= highFrom ? 'high' : 'low';
}

/** Where a cell stands in the policy's eight: fit × engagement × confidence, high before low. */
export function cellPosition(fit: Band, engagement: Band, confidence: Band): Int {
  return (fit === 'high' ? 0 : 4) + (engagement === 'high' ? 0 : 2) + (confidence === 'high' ? 0 : 1);
}

function marginOf(axis: AxisScore, prepared: PreparedScorecard): Int {
  if (prepared.card.basis === 'expert') {
    return within(distance(axis.score, prepared.highFrom) * pointsToCertainty, 0, 100);
  }
  const table = prepared.card.agreementTable;
  const spread: Int = squareRoot(axis.varianceHundredths * 2);
  const tenthsOfPoint: Int = distance(axis.points, thresholdPoints(prepared)) * 10;
  const step: Int = spread === 0 ? table.length - 1 : quotient(tenthsOfPoint * 10, spread);
  return table[within(step, 0, table.length - 1)]!;
}

/** The fewest points whose score counts as high. */
function thresholdPoints(prepared: PreparedScorecard): Int {
  const table = prepared.card.scoreTable;
  for (let place: Int = 0; place < table.length; place += 1) {
    if (table[place]! >= prepared.highFrom) {
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
