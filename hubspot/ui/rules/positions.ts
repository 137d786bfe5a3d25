import { orderRows, type DraftRow } from '../../handlers/rules/draft-row.ts';
import type { NamedRow } from '../../handlers/rules/row-names.ts';
import { countOfPositions } from './row-shape.ts';

/**
 * Gives the rows of one count the order in which they come, and as many as possible the position that they have: a row in a
 * portal is a record, and each one that keeps its position is one that need not be written.
 *
 * Positions 0, 1, 5 and a new row after the first → 0, 1, 2, 5.
 */
export function raisePositions(ordered: readonly NamedRow[], isNew: (row: NamedRow) => boolean): NamedRow[] {
  let last = -1;
  return ordered.map((row, place) => {
    const own = isNew(row) ? last + 1 : row.position;
    const position = place === 0 && !isNew(row) ? own : Math.max(own, last + 1);
    last = position;
    return position === row.position ? row : { ...row, position };
  });
}

/** Gives rows another order within the positions that they have together. */
export function reorderPositions(before: readonly NamedRow[], after: readonly NamedRow[]): NamedRow[] {
  const positions = raisePositions(before, () => false).map(({ position }) => position);
  return after.map((row, place) => {
    const position = positions[place]!;
    return position === row.position ? row : { ...row, position };
  });
}

/** The rows of one count, in their order. */
export function countedWith(rows: readonly NamedRow[], row: DraftRow): NamedRow[] {
  const count = countOfPositions(row);
  return rows.filter((each) => each.kind === row.kind && countOfPositions(each) === count);
}

/** All rows, some of them with what they are now. New ones are added. */
export function withRows(rows: readonly NamedRow[], changed: readonly NamedRow[]): NamedRow[] {
  const byId = new Map(changed.map((row) => [row.id, row]));
  const known = rows.map((row) => byId.get(row.id) ?? row);
  const present = new Set(rows.map(({ id }) => id));
  return orderRows([...known, ...changed.filter(({ id }) => !present.has(id))]);
}
