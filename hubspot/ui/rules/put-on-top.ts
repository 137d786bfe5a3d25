import { cellText, orderRows, tableOf } from '../../handlers/rules/draft-row.ts';
import type { NamedRow } from '../../handlers/rules/row-names.ts';
import { titleOf } from '../../handlers/rules/row-title.ts';
import type { Draft } from './draft.ts';
import { withCell } from './edit-draft.ts';
import { movedOf } from './kept-order.ts';
import { countedWith, reorderPositions, withRows } from './positions.ts';
import { countOfPositions } from './row-shape.ts';

/** Both edits together, and where mine took the place of another one. */
export type Merged = { readonly draft: Draft; readonly replaced: readonly string[] };

/**
 * Puts my edits on top of somebody else's: their rows with every cell that I changed, without what I removed, with what I
 * added, and in my order where I moved something. What they removed and I changed comes back.
 *
 * @param base what both began with
 * @param mine my edits of it
 * @param theirs their rows, under the ids of the base
 */
export function putOnTop(base: Draft, mine: Draft, theirs: Draft): Merged {
  const [ofBase, ofMine, ofTheirs] = [byId(base), byId(mine), byId(theirs)];
  const replaced: string[] = [];
  const rows: NamedRow[] = [];
  for (const row of theirs.rows) {
    const [before, wanted] = [ofBase.get(row.id), ofMine.get(row.id)];
    if (before === undefined) rows.push(row);
    else if (wanted === undefined) replaced.push(...(row === before || isSame(row, before) ? [] : [nameOf(row)]));
    else rows.push(withMyCells(row, before, wanted, replaced));
  }
  for (const row of mine.rows) {
    const before = ofBase.get(row.id);
    if (ofTheirs.has(row.id) && before !== undefined) continue;
    if (before !== undefined && isSame(row, before)) continue;
    if (before !== undefined) replaced.push(nameOf(row));
    rows.push(before === undefined ? { ...row, id: `${row.id}-mine` } : row);
  }
  const together: Draft = {
    rows: orderRows(rows),
    strangeRows: theirs.strangeRows,
    nextId: Math.max(mine.nextId, theirs.nextId),
  };
  return { draft: inMyOrder(together, base, mine), replaced };
}

function withMyCells(row: NamedRow, before: NamedRow, wanted: NamedRow, replaced: string[]): NamedRow {
  let merged = row;
  for (const { column, label } of tableOf(row.kind).columns) {
    const [was, is, other] = [cellText(before, column), cellText(wanted, column), cellText(row, column)];
    if (was === is) continue;
    if (other !== was && other !== is) replaced.push(`${nameOf(row)}, ${label}`);
    merged = withCell(merged, column, is);
  }
  return merged;
}

function inMyOrder(together: Draft, base: Draft, mine: Draft): Draft {
  const places = new Map(mine.rows.map(({ id }, place) => [id, place]));
  let rows = together.rows;
  for (const one of new Map(together.rows.map((row) => [`${row.kind} ${countOfPositions(row)}`, row])).values()) {
    const counted = countedWith(rows, one);
    const common = counted.filter(({ id }) => places.has(id) && base.rows.some((row) => row.id === id));
    const before = base.rows.filter(({ id }) => common.some((row) => row.id === id)).map(({ id }) => id);
    const after = common.map(({ id }) => id).sort((id, other) => places.get(id)! - places.get(other)!);
    if (movedOf(before, after).size === 0) continue;
    const next = after.map((id) => counted.find((row) => row.id === id)!).values();
    const reordered = counted.map((row) => (after.includes(row.id) ? next.next().value! : row));
    rows = withRows(rows, reorderPositions(counted, reordered));
  }
  return { ...together, rows };
}

function byId(draft: Draft): Map<string, NamedRow> {
  return new Map(draft.rows.map((row) => [row.id, row]));
}

function isSame(one: NamedRow, other: NamedRow): boolean {
  return JSON.stringify(one.cells) === JSON.stringify(other.cells);
}

function nameOf(row: NamedRow): string {
  return `${tableOf(row.kind).label} ${titleOf(row, null)}`;
}
