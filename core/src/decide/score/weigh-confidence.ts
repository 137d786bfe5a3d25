import { none } from '../model/decision-context.ts';
import { confidencePosition, engagementScorePosition, fitScorePosition, type FactSheet } from '../model/fact-sheet.ts';
import { findRule } from '../model/find-rule.ts';
import { judgeTest, metMark } from '../model/judge.ts';
import { quotient, toLong, type Int } from '../model/number.ts';
import type { Band } from '../model/policy.ts';
import type { PreparedPolicy, PreparedScorecard, ScoreCut } from '../model/prepared-policy.ts';
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
  setScores(facts, fit.score, engagement.score);
  const weighing: Weighing = {
    facts: facts,
    prepared: prepared,
    fitScore: fit.score,
    engagementScore: engagement.score,
    rulePosition:
      isAnyCutNear(fit, fitCard) || isAnyCutNear(engagement, engagementCard) ? findRule(prepared, facts, []) : none,
  };
  const fitMargin: Int = smallestMargin(weighing, fit, true);
  const engagementMargin: Int = smallestMargin(weighing, engagement, false);
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

/** `rulePosition` is the rule that decides with the lead's own scores; -1 when the matrix does. */
type Weighing = {
  facts: FactSheet;
  prepared: PreparedPolicy;
  fitScore: Int;
  engagementScore: Int;
  rulePosition: Int;
};

function decidingAxisOf(fitMargin: Int, engagementMargin: Int): 'fit' | 'engagement' | null {
  if (fitMargin === 100 && engagementMargin === 100) {
    return null;
  }
  return fitMargin <= engagementMargin ? 'fit' : 'engagement';
}

/** Rules that ask for confidence are asked as if the engine were sure. */
function setScores(facts: FactSheet, fitScore: Int, engagementScore: Int): void {
  facts.numbers[fitScorePosition] = toLong(fitScore);
  facts.numbers[engagementScorePosition] = toLong(engagementScore);
  facts.numbers[confidencePosition] = 100;
}

/** Far from every cut nothing can turn, and the rules need not be asked. */
function isAnyCutNear(axis: AxisScore, prepared: PreparedScorecard): boolean {
  for (const cut of prepared.cuts) {
    if (marginAt(axis, prepared, cut.score) < 100) {
      return true;
    }
  }
  return false;
}

/** How sure the score is of its side, at the nearest cut whose other side decides otherwise; 100 when there is none. */
function smallestMargin(weighing: Weighing, axis: AxisScore, isFit: boolean): Int {
  const prepared = isFit ? weighing.prepared.scorecards[0]! : weighing.prepared.scorecards[1]!;
  const here = destinationOf(weighing, weighing.rulePosition, weighing.fitScore, weighing.engagementScore);
  let smallest: Int = 100;
  for (const cut of prepared.cuts) {
    const margin: Int = marginAt(axis, prepared, cut.score);
    if (margin < smallest) {
      const otherSide: Int = axis.score >= cut.score ? cut.score - 1 : cut.score;
      const fitScore: Int = isFit ? otherSide : weighing.fitScore;
      const engagementScore: Int = isFit ? weighing.engagementScore : otherSide;
      setScores(weighing.facts, fitScore, engagementScore);
      const rulePosition: Int = ruleBeyond(weighing, prepared.cuts, axis.score, otherSide);
      const there = destinationOf(weighing, rulePosition, fitScore, engagementScore);
      smallest = there === here ? smallest : margin;
    }
  }
  return smallest;
}

/**
 * The rule that decides on the other side. Only rules that turn at a cut in between can answer otherwise than before, so
 * only they are asked again.
 */
function ruleBeyond(weighing: Weighing, cuts: ScoreCut[], score: Int, otherSide: Int): Int {
  const rules = weighing.prepared.rules;
  let first: Int = weighing.rulePosition;
  for (const cut of cuts) {
    if (score >= cut.score !== otherSide >= cut.score) {
      for (const position of cut.rulePositions) {
        const holds = judgeTest(rules[position]!.asked, weighing.facts) === metMark;
        if (position === weighing.rulePosition && !holds) {
          return findRule(weighing.prepared, weighing.facts, []);
        }
        if (holds && (first < 0 || position < first)) {
          first = position;
        }
      }
    }
  }
  return first;
}

/** Where a rule sends the lead, or the matrix where none does, were the engine sure of the scores. */
function destinationOf(weighing: Weighing, rulePosition: Int, fitScore: Int, engagementScore: Int): string {
  const prepared = weighing.prepared;
  if (rulePosition >= 0) {
    return prepared.rules[rulePosition]!.rule.destinationKey;
  }
  const fitBand: Band = bandOf(fitScore, prepared.scorecards[0]!.highFrom);
  const engagementBand: Band = bandOf(engagementScore, prepared.scorecards[1]!.highFrom);
  return prepared.cells[cellPosition(fitBand, engagementBand, 'high')]!.destinationKey;
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
