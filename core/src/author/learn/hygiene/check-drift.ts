import { dayWords, rateWords } from './figure-words.ts';
import type { HygieneLine } from './hygiene-report.ts';
import type { InspectedHistory } from './inspected-history.ts';
import { inPlace, lacking } from './write-line.ts';

const parts = 4;
const largeFactor = 2;
/** In standard errors. Four shares of few leads differ by a factor of two often enough. */
const clearlyApart = 3;

type Part = { from: number; count: number; wins: number };

/** Whether the same share was won in each quarter of the history. */
export function checkDrift({ table, leads }: InspectedHistory): HygieneLine {
  const line = { code: 'LRN029', title: 'The share that is won stays' };
  const quarters = partsOf(table.arrivedAt, leads.rows, leads.labels);
  if (quarters.some(({ count }) => count === 0)) {
    const found = 'Too few answered leads to compare quarters of the history.';
    return lacking({ ...line, grade: 'partial', found, next: 'Bring in more answered leads.' });
  }
  const figures = quarters
    .map(({ from, count, wins }) => `${rateWords(wins, count)} from ${dayWords(from)}`)
    .join(', ');
  const sorted = [...quarters].sort((one, other) => one.wins / one.count - other.wins / other.count);
  const [least, most] = [sorted[0]!, sorted.at(-1)!];
  const isFactor = most.wins / most.count > (largeFactor * least.wins) / least.count;
  if (!isFactor || distance(least, most) < clearlyApart) {
    const chance = isFactor ? ' They differ no more than by chance.' : '';
    return inPlace({ ...line, found: `Won in four equal parts of the history: ${figures}.${chance}` });
  }
  return lacking({
    ...line,
    grade: 'partial',
    found: `The share that is won changed by more than a factor of ${largeFactor}; in four equal parts of the history: ${figures}.`,
    next: 'Find out what changed. Believe the figures on later leads, and let chances follow recent outcomes.',
  });
}

function partsOf(arrivedAt: Float64Array, rows: Int32Array, labels: Uint8Array): Part[] {
  return Array.from({ length: parts }, (_, part) => {
    const from = Math.floor((rows.length * part) / parts);
    const until = Math.floor((rows.length * (part + 1)) / parts);
    const wins = labels.subarray(from, until).reduce((sum, label) => sum + label, 0);
    return { from: arrivedAt[rows[from] ?? 0] ?? Number.NaN, count: until - from, wins };
  });
}

function distance(one: Part, other: Part): number {
  const share = (one.wins + other.wins) / (one.count + other.count);
  const spread = Math.sqrt(share * (1 - share) * (1 / one.count + 1 / other.count));
  return spread === 0 ? 0 : Math.abs(one.wins / one.count - other.wins / other.count) / spread;
}
