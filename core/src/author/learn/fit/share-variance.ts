import type { Design } from './design.ts';
import type { CenteredFit } from './center-weights.ts';
import type { WeightPlaces } from './design.ts';

const mostRows = 20_000;

/**
 * The variance that each code of each attribute brings into a lead's log-odds, so that adding them up over a lead's attributes gives on
 * average what the whole covariance says. Attributes that tell the same story twice share one uncertainty instead of counting
 * it twice.
 *
 * @returns by attribute and code; where nobody had a code, the variance of its weight alone. What signals add on average is
 * in `ofSignals`.
 */
export function shareVariance(
  design: Design,
  places: WeightPlaces,
  { covariance, attributes }: CenteredFit,
): { byCode: Float64Array[]; ofSignals: number } {
  const size = places.count;
  const sums = attributes.map(({ length }) => new Float64Array(length));
  const counts = attributes.map(({ length }) => new Float64Array(length));
  const step = Math.max(1, Math.floor(design.rowCount / mostRows));
  let ofSignals = 0;
  let seen = 0;
  const present = new Int32Array(attributes.length);
  const signalMeans = design.amounts.map(
    (amounts) => amounts.reduce((sum, amount) => sum + amount, 0) / design.rowCount,
  );
  const away = new Float64Array(design.amounts.length);
  for (let row = 0; row < design.rowCount; row += step) {
    seen += 1;
    attributes.forEach((_, attribute) => {
      present[attribute] = places.attributeStarts[attribute]! + design.codes[attribute]![row]!;
    });
    design.amounts.forEach((amounts, signal) => {
      away[signal] = amounts[row]! - signalMeans[signal]!;
    });
    for (let attribute = 0; attribute < attributes.length; attribute += 1) {
      const line = present[attribute]! * size;
      let sum = 0;
      for (const other of present) {
        sum += covariance[line + other]!;
      }
      for (let signal = 0; signal < away.length; signal += 1) {
        sum += away[signal]! * covariance[line + places.signalStart + signal]!;
      }
      const code = design.codes[attribute]![row]!;
      sums[attribute]![code]! += sum;
      counts[attribute]![code]! += 1;
    }
    for (let signal = 0; signal < away.length; signal += 1) {
      const line = (places.signalStart + signal) * size;
      let sum = 0;
      for (const other of present) {
        sum += covariance[line + other]!;
      }
      for (let other = 0; other < away.length; other += 1) {
        sum += away[other]! * covariance[line + places.signalStart + other]!;
      }
      ofSignals += away[signal]! * sum;
    }
  }
  const byCode = sums.map((own, attribute) =>
    own.map((sum, code) => {
      const place = places.attributeStarts[attribute]! + code;
      const alone = covariance[place * size + place]!;
      return counts[attribute]![code] === 0 ? alone : Math.max(0, sum / counts[attribute]![code]!);
    }),
  );
  return { byCode, ofSignals: seen === 0 ? 0 : Math.max(0, ofSignals / seen) };
}
