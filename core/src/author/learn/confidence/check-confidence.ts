import { takeLeads } from '../evaluate/cross-validate.ts';
import { drawFolds } from '../evaluate/draw-folds.ts';
import type { CardSettings, LabelledLeads } from '../fit/fit-card.ts';
import type { LeadTable } from '../table/lead-table.ts';
import { agreementTable, tryAgreement } from './agreement.ts';

/** Leads with similar confidence: what was said of them and how often a second training agreed. Shares, 0 to 1. */
export type ConfidenceBucket = { from: number; count: number; said: number; was: number };

const bucketStarts = [0, 60, 70, 80, 90, 97] as const;
const trials = 2;

/**
 * Trains twice on halves of the history that share no lead, several times over, and compares what confidence said with how often both
 * decided alike. Confidence that does not come true here means nothing.
 */
export function checkConfidence(
  table: LeadTable,
  leads: LabelledLeads,
  settings: CardSettings,
  seed: number,
): ConfidenceBucket[] {
  const agreement = agreementTable();
  const buckets = bucketStarts.map((from) => ({ from, count: 0, said: 0, was: 0 }));
  for (let trial = 0; trial < trials; trial += 1) {
    const folds = drawFolds(leads.labels, 2, seed + trial);
    const one = takeLeads(leads, (place) => folds[place] === 0);
    const other = takeLeads(leads, (place) => folds[place] === 1);
    const { steps, isSame } = tryAgreement(table, [one, other], leads.rows, settings);
    steps.forEach((step, place) => {
      const confidence = agreement[step]!;
      const bucket = buckets.findLast(({ from }) => confidence >= from)!;
      bucket.count += 1;
      bucket.said += confidence / 100;
      bucket.was += isSame[place]!;
    });
  }
  return buckets
    .filter(({ count }) => count > 0)
    .map(({ from, count, said, was }) => ({ from, count, said: said / count, was: was / count }));
}
