import type { LabelledLeads } from '../fit/fit-card.ts';

const mostWon = 8_000;
const mostOthers = 16_000;

/**
 * Leads for figures that compare won leads with others: of many, every n-th of each kind, in order of arrival. Shares within a kind and the
 * area under a curve stay the same on average, while the share of won does not.
 */
export function sampleLeads({ rows, labels }: LabelledLeads): LabelledLeads {
  const wonCount = labels.reduce((sum, label) => sum + label, 0);
  const counts = [rows.length - wonCount, wonCount];
  if (counts[0]! <= mostOthers && counts[1]! <= mostWon) {
    return { rows, labels };
  }
  const mosts = [mostOthers, mostWon];
  const seen = [0, 0];
  const taken: number[] = [];
  labels.forEach((label, place) => {
    const all = counts[label]!;
    const most = Math.min(all, mosts[label]!);
    // Evenly spread: taken whenever the share of places reached goes over the next whole number.
    if (Math.floor(((seen[label]! + 1) * most) / all) > Math.floor((seen[label]! * most) / all)) {
      taken.push(place);
    }
    seen[label]! += 1;
  });
  return {
    rows: Int32Array.from(taken, (place) => rows[place]!),
    labels: Uint8Array.from(taken, (place) => labels[place]!),
  };
}
