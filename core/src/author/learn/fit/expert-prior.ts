import { firstBinCode, missingCode, otherCode, type AttributeBins } from '../bins/attribute-bins.ts';
import { fold } from '../../../decide/model/fold.ts';
import type { EngagementSignal, Scorecard, ScoreAttribute } from '../../../decide/model/scorecard.ts';
import { fitLine } from '../calibrate/fit-line.ts';
import { columnOf, type LeadColumn, type LeadTable } from '../table/lead-table.ts';
import type { Design } from './design.ts';
import { placeWeights } from './design.ts';
import { pointsPerLogOdds } from './point-scale.ts';

/** How strongly the scale of expert points is held to "20 points double the odds". */
const scaleHolding = 25;

/**
 * What the present card believes, as weights of the new bins: the mean of its points over the leads in each bin. Its scale is
 * measured, because nobody who gives points by judgement knows how many of them double the odds.
 *
 * @param signals the present signals behind the design's amounts, in their order
 * @returns by weight, and the log-odds that a point turned out to be worth against 20 for a doubling; null when the card has none of
 * the attributes and no signal
 */
export function expertPrior(
  card: Scorecard,
  table: LeadTable,
  rows: Int32Array,
  attributes: readonly AttributeBins[],
  design: Design,
  signals: readonly EngagementSignal[],
): { weights: Float64Array; scale: number } | null {
  const places = placeWeights(design);
  const prior = new Float64Array(places.count);
  const sums = new Float64Array(rows.length);
  let isAny = false;
  attributes.forEach((bins, attribute) => {
    const expert = card.attributes.find(({ fieldKey }) => fieldKey === bins.fieldKey);
    const column = columnOf(table, bins.fieldKey);
    if (expert !== undefined && column !== undefined) {
      isAny = true;
      const points = expertPoints(expert, column, rows);
      points.forEach((amount, place) => {
        sums[place]! += amount;
      });
      const start = places.attributeStarts[attribute]!;
      prior.set(meanByCode(points, design.codes[attribute]!, design.codeCounts[attribute]!, expert), start);
    }
  });
  signals.forEach((signal, place) => {
    prior[places.signalStart + place] = signal.points;
    design.amounts[place]!.forEach((amount, row) => {
      sums[row]! += signal.points * amount;
    });
  });
  if (!isAny && signals.length === 0) {
    return null;
  }
  const mean = sums.reduce((sum, amount) => sum + amount, 0) / Math.max(1, sums.length);
  const line = fitLine(
    sums.map((amount) => (amount - mean) / pointsPerLogOdds),
    design.labels,
    true,
    scaleHolding,
  );
  return { weights: prior.map((amount) => (amount * line.slope) / pointsPerLogOdds), scale: line.slope };
}

/** The points that the card gives each lead for one attribute, after the engine's own reading of bins. */
export function expertPoints(attribute: ScoreAttribute, column: LeadColumn, rows: Int32Array): Float64Array {
  if (column.kind === 'number') {
    return Float64Array.from(rows, (row) => pointsOfNumber(attribute, column.values[row]!));
  }
  const pointsByText = new Map<string, number>();
  for (const bin of attribute.bins) {
    for (const text of bin.texts) {
      if (!pointsByText.has(fold(text))) {
        pointsByText.set(fold(text), bin.points);
      }
    }
  }
  const pointsByCode = column.texts.map((text) => pointsByText.get(fold(text)) ?? attribute.otherPoints);
  return Float64Array.from(rows, (row) => {
    const code = column.codes[row]!;
    return code < 0 ? attribute.missingPoints : pointsByCode[code]!;
  });
}

function pointsOfNumber(attribute: ScoreAttribute, value: number): number {
  if (Number.isNaN(value)) {
    return attribute.missingPoints;
  }
  const bin = attribute.bins.find(
    ({ low, high }) => (low === null || value >= low) && (high === null || value <= high),
  );
  return bin?.points ?? attribute.otherPoints;
}

function meanByCode(
  points: Float64Array,
  codes: Uint8Array,
  codeCount: number,
  attribute: ScoreAttribute,
): Float64Array {
  const sums = new Float64Array(codeCount);
  const counts = new Float64Array(codeCount);
  points.forEach((amount, place) => {
    sums[codes[place]!]! += amount;
    counts[codes[place]!]! += 1;
  });
  return sums.map((sum, code) => {
    if (counts[code]! > 0) {
      return sum / counts[code]!;
    }
    return code === missingCode
      ? attribute.missingPoints
      : code === otherCode || code >= firstBinCode
        ? attribute.otherPoints
        : 0;
  });
}
