import type { Column } from '../../../core/src/author/policy/row-tables.ts';
import { findTable, type DraftRow } from './draft-row.ts';
import { columnProperties } from './row-properties.ts';
import { RuleStoreError } from './rule-store-error.ts';

/** What a choice of a property takes: the words of all kinds that have the column. */
const choicesByColumn = new Map(
  columnProperties().map(({ column, definition }) => [column, new Set(definition.options.map(({ value }) => value))]),
);

const largestPosition = 2_147_483_647;

/**
 * Refuses rows that a portal could not give back as they are, before anything is written: HSR002. Everything else may be
 * wrong with them; a draft is what somebody is in the middle of.
 */
export function requireKeepable(rows: readonly DraftRow[]): void {
  for (const row of rows) {
    const trouble = troubleOf(row);
    if (trouble !== null) {
      throw new RuleStoreError(
        'unkeepableRow',
        `${row.kind} row ${row.position + 1}: ${trouble}.`,
        'Correct the row. Nothing was written.',
      );
    }
  }
}

function troubleOf(row: DraftRow): string | null {
  const table = findTable(row.kind);
  if (table === null) return 'no kind of row has this name';
  if (!Number.isInteger(row.position) || Math.abs(row.position) > largestPosition) {
    return 'its position is not a whole number';
  }
  for (const { column, text } of row.cells) {
    const known = table.columns.find((each) => each.column === column);
    if (known === undefined) return `${table.label.toLowerCase()} rows have no column ${column}`;
    if (text !== null && text !== '' && !isKeepable(known, text)) return `${column} does not fit its form`;
  }
  return null;
}

function isKeepable(column: Column, text: string): boolean {
  switch (column.form) {
    case 'whole':
      return /^-?[0-9]{1,15}$/.test(text);
    case 'choice':
    case 'flag':
      return choicesByColumn.get(column.column)!.has(text);
    default:
      return text.length <= longestText;
  }
}

/** HubSpot's own limit for a text. */
const longestText = 65_536;
