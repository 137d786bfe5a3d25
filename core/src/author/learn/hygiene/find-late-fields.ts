import { open, type LeadColumn } from '../table/lead-table.ts';
import { Evidence } from './evidence.ts';
import { dayWords } from './figure-words.ts';
import type { InspectedHistory } from './inspected-history.ts';

/** A field that was set late on some leads. */
export type LateField = {
  column: LeadColumn;
  /** Leads on which it was set after first touch or outcome. */
  evidence: Evidence;
  /** Of those, how many have no value in the history: it came later. */
  filledLate: number;
  afterOutcome: number;
  /** All leads that have it, in the history or later. */
  whole: number;
};

/** Fields that were set on or after first touch, or on or after the outcome, of any answered lead. */
export function findLateFields(history: InspectedHistory): LateField[] {
  return history.columns.flatMap((column) => lateField(history, column) ?? []);
}

function lateField({ table, tableRows }: InspectedHistory, column: LeadColumn): LateField | null {
  const changedAt = table.closing.changedAt.get(column.fieldKey);
  if (changedAt === undefined) {
    return null;
  }
  const late: LateField = { column, evidence: new Evidence(), filledLate: 0, afterOutcome: 0, whole: 0 };
  for (const row of tableRows) {
    const changed = changedAt[row]!;
    const isInHistory = isKnown(column, row);
    const closed = table.outcomes[row] === open ? Number.NaN : table.closedAt[row]!;
    const touched = table.closing.firstTouchAt[row]!;
    const isAfterOutcome = changed >= closed;
    const isLate = isAfterOutcome || changed >= touched;
    late.whole += isLate || isInHistory ? 1 : 0;
    if (isLate) {
      late.filledLate += isInHistory ? 0 : 1;
      late.afterOutcome += isAfterOutcome ? 1 : 0;
      late.evidence.add(table.leadKeys[row]!, () => {
        const then = isAfterOutcome ? `closed ${dayWords(closed)}` : `first touched ${dayWords(touched)}`;
        return `${column.label} set ${dayWords(changed)}, ${then}`;
      });
    }
  }
  return late.evidence.count === 0 ? null : late;
}

function isKnown(column: LeadColumn, row: number): boolean {
  return column.kind === 'number' ? !Number.isNaN(column.values[row]!) : column.codes[row]! >= 0;
}
