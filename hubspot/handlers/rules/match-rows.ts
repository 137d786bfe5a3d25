import type { DraftRow } from './draft-row.ts';
import { groupByKey } from './group-by-key.ts';
import { identityOf } from './row-identity.ts';

/** A row that is in the portal, under its record's id. */
export type KeptRow = { readonly id: string; readonly row: DraftRow };

export type RowMatch = {
  /** Rows that take the place of one that is there. */
  readonly kept: readonly { readonly id: string; readonly row: DraftRow }[];
  /** Rows that have no record yet. */
  readonly added: readonly DraftRow[];
  /** Records whose row is wanted no more. */
  readonly leftIds: readonly string[];
};

/** From the surest sign that two rows are the same one to the weakest. A renamed key is found by its place. */
const signs: readonly ((row: DraftRow) => string)[] = [
  (row) => `${identityOf(row)} ${row.position}`,
  (row) => identityOf(row),
  (row) => `${row.kind} ${row.position}`,
];

/** Which record each wanted row belongs in, so that a record's history stays that of one row. Each is used once. */
export function matchRows(present: readonly KeptRow[], wanted: readonly DraftRow[]): RowMatch {
  const kept: { id: string; row: DraftRow }[] = [];
  let free: readonly KeptRow[] = present;
  let open: readonly DraftRow[] = wanted;
  for (const sign of signs) {
    const freeBySign = groupByKey(free, ({ row }) => sign(row));
    const taken = new Set<string>();
    open = open.filter((row) => {
      const record = freeBySign.get(sign(row))?.shift();
      if (record === undefined) return true;
      taken.add(record.id);
      kept.push({ id: record.id, row });
      return false;
    });
    free = free.filter(({ id }) => !taken.has(id));
  }
  return { kept, added: open, leftIds: free.map(({ id }) => id) };
}
