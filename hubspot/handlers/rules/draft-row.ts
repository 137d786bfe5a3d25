import type { RowCell, RowKind } from '../../../core/src/decide/index.ts';
import { rowTables, type Column } from '../../../core/src/author/policy/row-tables.ts';
import { configurationTables, type ConfigurationKind } from './configuration-tables.ts';

/** The kinds of a policy's rows, and those of what ops keep beside the policy. */
export type DraftKind = RowKind | ConfigurationKind;

/** One row of the draft, as it lies in the portal. Every row of a policy is one. */
export type DraftRow = {
  readonly kind: DraftKind;
  /** Orders the rows of a kind, from 0. */
  readonly position: number;
  readonly cells: readonly RowCell[];
};

export type DraftTable = {
  readonly kind: DraftKind;
  readonly label: string;
  readonly plural: string;
  readonly help: string;
  readonly columns: readonly Column[];
};

/** Every kind of row: the policy in the order in which it is written, then the configuration. */
export const draftTables: readonly DraftTable[] = [...rowTables, ...configurationTables];

const tableByKind: ReadonlyMap<string, DraftTable> = new Map(draftTables.map((table) => [table.kind, table]));

/** The table of a kind; null where no kind has that name. */
export function findTable(kind: string): DraftTable | null {
  return tableByKind.get(kind) ?? null;
}

export function tableOf(kind: DraftKind): DraftTable {
  return tableByKind.get(kind)!;
}

/** A column's text; null where it is empty or not there. */
export function cellText(row: DraftRow, column: string): string | null {
  const text = row.cells.find((cell) => cell.column === column)?.text ?? null;
  return text === '' ? null : text;
}

/**
 * By kind in the order of the tables, then by position as core orders them: equal positions by their first cell. Rows that
 * are the same in all of it stay in the order in which they come.
 */
export function orderRows<Row extends DraftRow>(rows: readonly Row[]): Row[] {
  const places = new Map<string, number>(draftTables.map(({ kind }, place) => [kind, place]));
  return rows.toSorted(
    (one, other) =>
      places.get(one.kind)! - places.get(other.kind)! ||
      one.position - other.position ||
      compareTexts(one.cells[0]?.text ?? '', other.cells[0]?.text ?? ''),
  );
}

function compareTexts(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
