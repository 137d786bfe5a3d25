import { open, won, type ClosingFacts, type LeadTable, type TextColumn } from '../table/lead-table.ts';
import { isBeforeArrival } from './check-closing-times.ts';
import { isEmptyReason, meaningOf } from './closing-words.ts';
import { Evidence } from './evidence.ts';
import { countOf } from './figure-words.ts';
import type { HygieneLine, ReviewedDeal } from './hygiene-report.ts';
import type { InspectedHistory } from './inspected-history.ts';
import { gradedLine, gradeOfShare, lacking } from './write-line.ts';

const dealCount = 20;
const fewFaulty = 0.1;
const manyFaulty = 0.5;

/** The plain test of twenty: the newest closed leads, and what is wrong with each. */
export function reviewRecentDeals({ table, asOf }: InspectedHistory): { deals: ReviewedDeal[]; line: HygieneLine } {
  const deals = newestClosed(table).map((row) => reviewDeal(table, row, asOf));
  const evidence = new Evidence();
  for (const { leadKey, faults } of deals) {
    if (faults.length > 0) {
      evidence.add(leadKey, () => faults.join(', '));
    }
  }
  const finding = { code: 'LRN023', title: 'The newest twenty closed leads' };
  if (deals.length === 0) {
    const next = 'Map outcomes, or bring in closed leads.';
    return { deals, line: lacking({ ...finding, grade: 'missing', found: 'No lead is closed.', next }) };
  }
  const found = `Of the newest ${countOf(deals.length, 'closed lead')} ${countOf(evidence.count, 'has a fault', 'have faults')}.`;
  const grade = gradeOfShare(evidence.count / deals.length, fewFaulty, manyFaulty);
  return { deals, line: gradedLine({ ...finding, grade, found, next: 'Open them in the CRM, one by one.' }, evidence) };
}

/** Rows by closing time, the newest first, ties in row order; those without a time come last. */
function newestClosed({ outcomes, closedAt }: LeadTable): number[] {
  const timeOf = (row: number): number => (Number.isNaN(closedAt[row]!) ? -Infinity : closedAt[row]!);
  const newest: number[] = [];
  outcomes.forEach((outcome, row) => {
    if (outcome === open || (newest.length === dealCount && timeOf(row) <= timeOf(newest.at(-1)!))) {
      return;
    }
    const behind = newest.findIndex((other) => timeOf(other) < timeOf(row));
    newest.splice(behind < 0 ? newest.length : behind, 0, row);
    newest.length = Math.min(newest.length, dealCount);
  });
  return newest;
}

function reviewDeal(table: LeadTable, row: number, asOf: number): ReviewedDeal {
  const textOf = (column: 'stages' | 'closeReasons' | 'finalOwners'): string | null => {
    const { texts, codes } = table.closing[column];
    return texts[codes[row]!] ?? null;
  };
  const closedAt = table.closedAt[row]!;
  const deal = {
    leadKey: table.leadKeys[row]!,
    outcome: table.outcomes[row] === won ? ('won' as const) : ('lost' as const),
    closedAt: Number.isNaN(closedAt) ? null : closedAt,
    stage: textOf('stages'),
    closeReason: textOf('closeReasons'),
    finalOwner: textOf('finalOwners'),
  };
  return { ...deal, faults: faultsOf(deal, table.arrivedAt[row]!, asOf, table.closing) };
}

function faultsOf(
  deal: Omit<ReviewedDeal, 'faults'>,
  arrivedAt: number,
  asOf: number,
  closing: ClosingFacts,
): string[] {
  const { outcome, closedAt, stage, closeReason, finalOwner } = deal;
  const against = outcome === 'won' ? 'lost' : 'won';
  // What no lead at all has is said once, in a line of its own, and is no fault of this deal.
  const isKept = ({ texts }: TextColumn): boolean => texts.length > 0;
  const faults: [boolean, string][] = [
    [closedAt === null, 'no closing time'],
    [closedAt !== null && isBeforeArrival(closedAt, arrivedAt), 'closed before it arrived'],
    [closedAt !== null && closedAt > asOf, 'closed in the future'],
    [Number.isNaN(arrivedAt), 'no arrival'],
    [stage === null && isKept(closing.stages), 'no stage'],
    [stage !== null && meaningOf(stage) === against, `the stage says ${against}`],
    [closeReason === null && isKept(closing.closeReasons), 'no close reason'],
    [closeReason !== null && isEmptyReason(closeReason), 'a close reason that says nothing'],
    [finalOwner === null && isKept(closing.finalOwners), 'no final owner'],
  ];
  return faults.filter(([isFault]) => isFault).map(([, fault]) => fault);
}
