import type { DraftRowForm } from '../../../handlers/ui/ui-forms.ts';
import { findTable } from '../../../handlers/rules/draft-row.ts';

/** What a press of a button makes of the rows that are there when it is done. */
export type Edit = (rows: readonly DraftRowForm[]) => readonly DraftRowForm[];

/** Which rows: those whose columns hold these values. */
export type Match = { readonly [column: string]: string };

/** A column's text; null where it is empty or not there. */
export function textOf(row: DraftRowForm, column: string): string | null {
  const text = row.cells.find((cell) => cell.column === column)?.text ?? null;
  return text === '' ? null : text;
}

/** The rows of a kind in their order. */
export function rowsOfKind(rows: readonly DraftRowForm[], kind: string): DraftRowForm[] {
  return rows.filter((row) => row.kind === kind).toSorted((one, other) => one.position - other.position);
}

export function findRow(rows: readonly DraftRowForm[], kind: string, match: Match): DraftRowForm | null {
  return rows.find((row) => row.kind === kind && isMatch(row, match)) ?? null;
}

function isMatch(row: DraftRowForm, match: Match): boolean {
  return Object.entries(match).every(([column, text]) => textOf(row, column) === text);
}

/** Writes a column of the rows that match; all other rows stay as they are. */
export function setText(kind: string, match: Match, column: string, text: string | null): Edit {
  return (rows) => rows.map((row) => (row.kind === kind && isMatch(row, match) ? withText(row, column, text) : row));
}

function withText(row: DraftRowForm, column: string, text: string | null): DraftRowForm {
  const others = row.cells.some((cell) => cell.column === column) ? row.cells : [...row.cells, { column, text: null }];
  return { ...row, cells: others.map((cell) => (cell.column === column ? { column, text } : cell)) };
}

/** Puts a row behind the others of its kind, with every column of the kind: those without a value are empty. */
export function addRow(kind: string, values: { readonly [column: string]: string | null }): Edit {
  return (rows) => {
    const last = Math.max(-1, ...rows.filter((row) => row.kind === kind).map(({ position }) => position));
    const columns = findTable(kind)?.columns.map(({ column }) => column) ?? Object.keys(values);
    const cells = columns.map((column) => ({ column, text: values[column] ?? null }));
    return [...rows, { kind, position: last + 1, cells }];
  };
}

/** One edit after another. */
export function inTurn(edits: readonly Edit[]): Edit {
  return (rows) => edits.reduce((before, edit) => edit(before), rows);
}
