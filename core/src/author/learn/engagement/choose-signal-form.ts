import type { EngagementSignal } from '../../../decide/model/scorecard.ts';
import type { SignalForm } from '../fit/round-card.ts';
import type { LeadTable } from '../table/lead-table.ts';
import { countFaded, type FadedCounts } from './faded-counts.ts';

/** Half-lives that a person can say. */
export const halfLives = [3, 7, 14, 30, 60, 90, 180] as const;
const capShares = [0.5, 0.75, 0.9, 1] as const;
const leastLeads = 20;

/** How a signal is measured, and what that gives for each row. */
export type MeasuredSignal = { form: SignalForm; counts: FadedCounts; amounts: Float64Array };

/**
 * The half-life and the cap under which a signal tells most about winning, by the size of the first step that the likelihood would take
 * (Rao's score test). Null when too few leads ever showed the signal.
 */
export function chooseSignalForm(
  table: LeadTable,
  rows: Int32Array,
  moments: Float64Array,
  labels: Uint8Array,
  signal: EngagementSignal,
  decayTable: readonly number[],
): MeasuredSignal | null {
  const place = table.activities.signalKeys.indexOf(signal.signalKey);
  if (place < 0) {
    return null;
  }
  let best: (MeasuredSignal & { gain: number }) | null = null;
  for (const halfLifeDays of halfLives) {
    const counts = countFaded(table, rows, moments, place, halfLifeDays, decayTable);
    const seen = counts.filter((count) => count > 0).sort();
    // A short half-life forgets what a longer one still sees.
    if (seen.length < leastLeads) {
      continue;
    }
    for (const share of capShares) {
      const cap = Math.max(0.5, seen[Math.ceil(share * seen.length) - 1]! / 1_000);
      const amounts = measureSignal(counts, cap);
      const gain = scoreGain(amounts, labels);
      if (best === null || gain > best.gain * 1.02) {
        const form = { signalKey: signal.signalKey, label: signal.label, halfLifeDays, cap };
        best = { form, counts, amounts, gain };
      }
    }
  }
  return best;
}

/** Times as the model counts them: no more than the cap. */
export function measureSignal(counts: FadedCounts, cap: number): Float64Array {
  return Float64Array.from(counts, (count) => Math.min(cap, count / 1_000));
}

function scoreGain(amounts: Float64Array, labels: Uint8Array): number {
  const share = labels.reduce((sum, label) => sum + label, 0) / labels.length;
  const mean = amounts.reduce((sum, amount) => sum + amount, 0) / amounts.length;
  let slope = 0;
  let spread = 0;
  for (let place = 0; place < amounts.length; place += 1) {
    slope += (amounts[place]! - mean) * (labels[place]! - share);
    spread += (amounts[place]! - mean) ** 2;
  }
  return spread === 0 ? 0 : (slope * slope) / (spread * share * (1 - share));
}
