import type { FactSheet } from '../model/fact-sheet.ts';
import { quotient, type Int, type Long } from '../model/number.ts';
import type { PreparedAttribute, PreparedScorecard } from '../model/prepared-policy.ts';

/** Stands for "not known" and "known, but no bin fits" where a bin's position is kept. */
export const missingBin: Int = -2;
export const otherBin: Int = -1;

/** What one score card says of one lead. */
export type AxisScore = {
  points: Int;
  /** 0..100. */
  score: Int;
  /** The share of the points at stake whose facts are known, 0..100. */
  coverage: Int;
  /** The smallest number of past leads behind a bin that counted; 0 for expert points. */
  evidence: Int;
  varianceHundredths: Int;
  /** The bin of each attribute, by position: the whole explanation. */
  binPositions: Int[];
};

/** Adds the points of every attribute. A missing value has points of its own; it is never replaced by a guess. */
export function scoreAttributes(prepared: PreparedScorecard, facts: FactSheet): AxisScore {
  const binPositions: Int[] = [];
  let points: Int = prepared.card.basePoints;
  let knownRange: Int = 0;
  let evidence: Int = prepared.card.trainedOn;
  let variance: Int = 0;
  for (let place: Int = 0; place < prepared.attributes.length; place += 1) {
    const attribute = prepared.attributes[place]!;
    const binPosition: Int = findBin(attribute, facts);
    binPositions.push(binPosition);
    if (binPosition === missingBin) {
      points += attribute.missingPoints;
    } else {
      knownRange += attribute.pointRange;
      points += binPosition === otherBin ? attribute.otherPoints : attribute.bins[binPosition]!.points;
    }
    if (prepared.card.basis === 'trained' && binPosition >= 0) {
      const bin = prepared.card.attributes[place]!.bins[binPosition]!;
      variance += bin.varianceHundredths;
      evidence = bin.evidence < evidence ? bin.evidence : evidence;
    } else {
      variance += attribute.largestVariance;
    }
  }
  return {
    points: points,
    score: scoreOfPoints(prepared, points),
    coverage: prepared.totalRange === 0 ? 100 : quotient(knownRange * 100, prepared.totalRange),
    evidence: evidence,
    varianceHundredths: variance,
    binPositions: binPositions,
  };
}

/** The first bin that fits, or missingBin or otherBin. */
function findBin(attribute: PreparedAttribute, facts: FactSheet): Int {
  if (attribute.isNumber) {
    const amount = facts.numbers[attribute.fieldPosition] ?? null;
    return amount === null ? missingBin : findRange(attribute, amount);
  }
  const text = facts.texts[attribute.fieldPosition] ?? null;
  return text === null ? missingBin : (attribute.binByText.get(text) ?? otherBin);
}

function findRange(attribute: PreparedAttribute, amount: Long): Int {
  for (let place: Int = 0; place < attribute.bins.length; place += 1) {
    const bin = attribute.bins[place]!;
    if ((bin.low === null || amount >= bin.low) && (bin.high === null || amount <= bin.high)) {
      return place;
    }
  }
  return otherBin;
}

/** Expert points are the score, kept within 0..100; trained points are looked up in the card's own table. */
export function scoreOfPoints(prepared: PreparedScorecard, points: Int): Int {
  if (prepared.card.basis === 'expert') {
    return within(points, 0, 100);
  }
  const table = prepared.card.scoreTable;
  return table[within(points - prepared.card.tableStart, 0, table.length - 1)]!;
}

/** The nearest number that is not outside. within(120, 0, 100) → 100. */
export function within(amount: Int, low: Int, high: Int): Int {
  if (amount < low) {
    return low;
  }
  return amount > high ? high : amount;
}
