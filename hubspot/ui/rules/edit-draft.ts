import { cellText, orderRows, tableOf, type DraftRow } from '../../handlers/rules/draft-row.ts';
import type { NamedRow } from '../../handlers/rules/row-names.ts';
import { findRow, idOf, neighboursOf, partsOf, type Draft } from './draft.ts';
import { freshKey } from './keys.ts';
import { countedWith, raisePositions, reorderPositions, withRows } from './positions.ts';
import { referencesTo, renameInCell } from './references.ts';
import { keyColumns } from './row-shape.ts';

/** A row without its place. */
export type NewRow = Omit<DraftRow, 'position'>;

/** One change of one cell. An empty text is an empty cell. */
export function changeCell(draft: Draft, id: string, column: string, text: string | null): Draft {
  const row = findRow(draft, id);
  if (row === null || cellText(row, column) === (text === '' ? null : text)) return draft;
  const rows = draft.rows.map((each) => (each.id === id ? withCell(each, column, text) : each));
  // Rows of one position are ordered by their first cell.
  return { ...draft, rows: tableOf(row.kind).columns[0]!.column === column ? orderRows(rows) : rows };
}

export function withCell<Row extends DraftRow>(row: Row, column: string, text: string | null): Row {
  const cell = { column, text: text === '' ? null : text };
  const isThere = row.cells.some((each) => each.column === column);
  const cells = isThere
    ? row.cells.map((each) => (each.column === column ? cell : each))
    : // In the order of the table, by whose first cell rows of one position are ordered.
      tableOf(row.kind).columns.flatMap((known) =>
        known.column === column ? [cell] : row.cells.filter((each) => each.column === known.column),
      );
  return { ...row, cells };
}

/** A draft with one more row, and the row's id. */
export type Added = { readonly draft: Draft; readonly id: string };

/** @param afterId of the row that it comes after; null puts it behind all others of its list */
export function addRow(draft: Draft, row: NewRow, afterId: string | null = null): Added {
  const added: NamedRow = { ...row, position: 0, id: idOf(draft.nextId) };
  const counted = countedWith(draft.rows, added);
  const list = neighboursOf(draft, added);
  const before = list.some((each) => each.id === afterId) ? afterId : (list.at(-1)?.id ?? counted.at(-1)?.id ?? null);
  const place = counted.findIndex((each) => each.id === before) + 1;
  const ordered = [...counted.slice(0, place), added, ...counted.slice(place)];
  const rows = withRows(
    draft.rows,
    raisePositions(ordered, (each) => each.id === added.id),
  );
  return { draft: { ...draft, rows, nextId: draft.nextId + 1 }, id: added.id };
}

/** Takes a row away with its parts. What else names it stays, and is told as a problem. */
export function removeRow(draft: Draft, id: string): Draft {
  const row = findRow(draft, id);
  if (row === null) return draft;
  const gone = new Set([id, ...(hasTwin(draft, row) ? [] : partsOf(draft, row)).map((part) => part.id)]);
  return { ...draft, rows: draft.rows.filter((each) => !gone.has(each.id)) };
}

/** Another row of the same key, to which the parts belong as well. */
function hasTwin(draft: Draft, row: NamedRow): boolean {
  const column = keyColumns[row.kind];
  if (column === undefined) return false;
  return draft.rows.some(
    (other) =>
      other.id !== row.id &&
      other.kind === row.kind &&
      cellText(other, column) === cellText(row, column) &&
      cellText(other, 'axis') === cellText(row, 'axis'),
  );
}

/** A second row like it right behind it, under a key of its own and with parts of its own. */
export function duplicateRow(draft: Draft, id: string): Added {
  const row = findRow(draft, id);
  if (row === null) return { draft, id };
  const column = keyColumns[row.kind];
  if (column === undefined) return addRow(draft, copyOf(row), id);
  const key = freshKey(draft.rows, row.kind, `${cellText(row, column) ?? row.kind} copy`);
  const label = cellText(row, 'label');
  const renamed = withCell(row, column, key);
  const copy = label === null ? renamed : withCell(renamed, 'label', `${label} (copy)`);
  let added = addRow(draft, copyOf(copy), id);
  const copyId = added.id;
  for (const part of partsOf(draft, row)) {
    added = addRow(added.draft, copyOf(pointedTo(part, row, key)));
  }
  return { draft: added.draft, id: copyId };
}

function copyOf({ kind, cells }: DraftRow): NewRow {
  return { kind, cells };
}

function pointedTo(part: NamedRow, owner: DraftRow, key: string): NamedRow {
  const column = part.kind === 'condition' ? 'ownerKey' : keyColumns[owner.kind]!;
  return withCell(part, column, key);
}

/** Moves a row to a place among those of its list, counted from 0. Places beyond the ends are the ends. */
export function moveRow(draft: Draft, id: string, place: number): Draft {
  const row = findRow(draft, id);
  if (row === null) return draft;
  const list = neighboursOf(draft, row);
  const others = list.filter((each) => each.id !== id);
  const to = Math.min(Math.max(Math.trunc(place), 0), others.length);
  const wanted = [...others.slice(0, to), row, ...others.slice(to)];
  if (wanted.every((each, index) => each.id === list[index]!.id)) return draft;
  const counted = countedWith(draft.rows, row);
  const ids = new Set(list.map((each) => each.id));
  const next = wanted.values();
  const reordered = counted.map((each) => (ids.has(each.id) ? next.next().value! : each));
  return { ...draft, rows: withRows(draft.rows, reorderPositions(counted, reordered)) };
}

/**
 * Gives a row another key, and everything that names it the same one. Where another row has the old key too, what names it
 * may mean the other one and stays.
 */
export function renameKey(draft: Draft, id: string, to: string): Draft {
  const row = findRow(draft, id);
  const column = row === null ? undefined : keyColumns[row.kind];
  const from = row === null || column === undefined ? null : cellText(row, column);
  if (row === null || column === undefined || to === '' || from === to) return draft;
  if (from === null || hasTwin(draft, row)) return changeCell(draft, id, column, to);
  const naming = Map.groupBy(referencesTo(draft.rows, row), (reference) => reference.row.id);
  const rows = draft.rows.map((each) => {
    if (each.id === id) return withCell(each, column, to);
    return (naming.get(each.id) ?? []).reduce(
      (renamed, reference) =>
        withCell(renamed, reference.column, renameInCell(renamed, reference.column, row.kind, from, to)),
      each,
    );
  });
  return { ...draft, rows: orderRows(rows) };
}
