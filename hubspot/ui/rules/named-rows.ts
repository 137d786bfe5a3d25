import { standardFields } from '../../../core/src/decide/model/fact-sheet.ts';
import { cellText, type DraftKind, type DraftRow } from '../../handlers/rules/draft-row.ts';
import { beginningOf } from '../words/shown-text.ts';
import { leadOwner, namedKinds } from './references.ts';
import { keyColumns } from './row-shape.ts';

/** Whoever writes a longer one reads it whole in its own row. */
const longestName = 100;

export type Choice = { readonly label: string; readonly value: string };

/** What a cell may name, with the words for it. */
export function choicesOf(rows: readonly DraftRow[], row: DraftRow, column: string): Choice[] {
  const choices = namedKinds(row, column).flatMap((kind) => rowChoices(rows, kind, row));
  return column === 'recipientKey' ? [{ label: 'Whoever has the lead', value: leadOwner }, ...choices] : choices;
}

/** The rows of a kind by their names. */
export function rowChoices(rows: readonly DraftRow[], kind: DraftKind, beside: DraftRow | null = null): Choice[] {
  const column = keyColumns[kind];
  if (column === undefined) return [];
  const own = rows
    .filter((row) => row.kind === kind && (kind !== 'attribute' || cellText(row, 'axis') === axisOf(beside)))
    .flatMap((row) => {
      const value = cellText(row, column);
      return value === null ? [] : [{ label: nameOf(row, value), value }];
    });
  return kind === 'field' ? [...standardChoices, ...own] : own;
}

const standardChoices: readonly Choice[] = standardFields().map(({ fieldKey, label }) => ({
  label: label.charAt(0).toUpperCase() + label.slice(1),
  value: fieldKey,
}));

function axisOf(row: DraftRow | null): string | null {
  return row === null ? null : cellText(row, 'axis');
}

function nameOf(row: DraftRow, key: string): string {
  const label = cellText(row, 'label') ?? cellText(row, 'displayName');
  return beginningOf(label === null ? key : `${label} (${key})`, longestName);
}

/** What a key is called; the key itself where nothing has it. */
export function nameOfKey(rows: readonly DraftRow[], kind: DraftKind, key: string | null): string {
  if (key === null) return '';
  const column = keyColumns[kind];
  const row = rows.find((each) => each.kind === kind && column !== undefined && cellText(each, column) === key);
  if (row === undefined) return standardChoices.find(({ value }) => kind === 'field' && value === key)?.label ?? key;
  return beginningOf(cellText(row, 'label') ?? cellText(row, 'displayName') ?? key, longestName);
}
