import { open, type LeadColumn, type LeadTable } from '../table/lead-table.ts';
import { Evidence } from './evidence.ts';
import { countOf, countWords, dayWords, shareWords } from './figure-words.ts';
import type { HygieneLine } from './hygiene-report.ts';
import type { ExcludedField, InspectedHistory } from './inspected-history.ts';
import { inPlace, lacking } from './write-line.ts';

const code = 'LRN019';
const title = 'Fields were known before first contact';
/** Corrections happen. From one lead in twenty on, filling it in afterwards is how the field is used. */
const tooOften = 0.05;
const leastLate = 5;

/** A field that was set after first touch or after the outcome knows what it should predict. */
export function checkSetAfterwards(history: InspectedHistory): { line: HygieneLine; excluded: ExcludedField[] } {
  const { table, tableRows, columns } = history;
  if (table.closing.changedAt.size === 0) {
    const found =
      'Nothing says when fields were set, so what was filled in after first contact could not be found this way.';
    const next = 'Turn on field history, and compare a few old leads by hand.';
    return { line: lacking({ code, title, grade: 'partial', found, next }), excluded: [] };
  }
  const late = columns.flatMap((column) => lateIn(table, tableRows, column) ?? []);
  const excluded = late
    .filter(({ evidence, whole }) => evidence.count >= leastLate && evidence.count >= whole * tooOften)
    .map(({ column, evidence, whole, afterOutcome }): ExcludedField => {
      const share = `${countWords(evidence.count)} of ${countOf(whole, 'lead')} (${shareWords(evidence.count, whole)})`;
      const reason = `set after first touch or outcome on ${share}, ${countWords(afterOutcome)} of them after the outcome`;
      return { fieldKey: column.fieldKey, code, reason };
    });
  if (late.length === 0) {
    return {
      line: inPlace({ code, title, found: 'No field was set after first touch or after the outcome.' }),
      excluded,
    };
  }
  const all = new Evidence();
  for (const { evidence } of late) {
    for (const { leadKey, seen } of evidence.witnesses) {
      all.add(leadKey, () => seen);
    }
  }
  const figures = late.map(
    ({ column, evidence, whole }) =>
      `${column.label} on ${countOf(evidence.count, 'lead')} (${shareWords(evidence.count, whole)})`,
  );
  const kept = excluded.length < late.length ? ` Below ${tooOften * 100} % a field stays.` : '';
  const finding = { code, title, found: `Set after first touch or outcome: ${figures.join(', ')}.${kept}` };
  const recordCount = late.reduce((sum, { evidence }) => sum + evidence.count, 0);
  const line =
    excluded.length === 0
      ? inPlace(finding)
      : lacking({
          ...finding,
          grade: 'partial',
          next: 'These fields are left out. Bring their value as of arrival, from the field history, to use them.',
        });
  return { line: { ...line, recordCount, witnesses: all.witnesses }, excluded };
}

type LateColumn = { column: LeadColumn; evidence: Evidence; whole: number; afterOutcome: number };

/** Leads on which a field was set late, out of those that have it. */
function lateIn(table: LeadTable, rows: Int32Array, column: LeadColumn): LateColumn | null {
  const changedAt = table.closing.changedAt.get(column.fieldKey);
  if (changedAt === undefined) {
    return null;
  }
  const evidence = new Evidence();
  let whole = 0;
  let afterOutcome = 0;
  for (const row of rows) {
    const changed = changedAt[row]!;
    if (Number.isNaN(changed)) {
      whole += isKnown(column, row) ? 1 : 0;
      continue;
    }
    const touched = table.closing.firstTouchAt[row]!;
    const closed = table.outcomes[row] === open ? Number.NaN : table.closedAt[row]!;
    const isAfterOutcome = changed >= closed;
    const isLate = isAfterOutcome || changed >= touched;
    whole += isLate || isKnown(column, row) ? 1 : 0;
    if (isLate) {
      afterOutcome += isAfterOutcome ? 1 : 0;
      const [what, then] = isAfterOutcome ? ['closed', closed] : ['first touched', touched];
      evidence.add(
        table.leadKeys[row]!,
        () => `${column.label} set ${dayWords(changed)}, ${String(what)} ${dayWords(Number(then))}`,
      );
    }
  }
  return evidence.count === 0 ? null : { column, evidence, whole, afterOutcome };
}

function isKnown(column: LeadColumn, row: number): boolean {
  return column.kind === 'number' ? !Number.isNaN(column.values[row]!) : column.codes[row]! >= 0;
}
