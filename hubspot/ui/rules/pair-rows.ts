import { cellText, type DraftRow } from '../../handlers/rules/draft-row.ts';
import { identityOf } from '../../handlers/rules/row-identity.ts';
import { isPartKind, keyColumns } from './row-shape.ts';

/** Two rows that are the same one, before and after. */
export type RowPair<Before, After> = { readonly before: Before; readonly after: After };

export type Pairing<Before, After> = {
  readonly pairs: readonly RowPair<Before, After>[];
  readonly removed: readonly Before[];
  readonly added: readonly After[];
};

/**
 * From the surest sign that two rows are the same one to the weakest. A part is only known by its owner and what it says, so
 * that a condition of one rule never becomes that of another.
 */
const signs: readonly ((row: DraftRow) => string | null)[] = [
  (row) => `${identityOf(row)} ${contentOf(row)}`,
  (row) => (isPartKind(row.kind) && row.kind !== 'member' ? `${identityOf(row)} ${row.position}` : identityOf(row)),
  (row) => (isPartKind(row.kind) ? identityOf(row) : null),
  // A key that was renamed and nothing else.
  (row) => (keyColumns[row.kind] === undefined ? null : `${row.kind} ${contentWithoutKey(row)}`),
];

/** Which rows of two lists are the same. Each is used once; rows without a partner were added or removed. */
export function pairRows<Before extends DraftRow, After extends DraftRow>(
  before: readonly Before[],
  after: readonly After[],
): Pairing<Before, After> {
  const pairs: RowPair<Before, After>[] = [];
  let free = before;
  let open = after;
  for (const sign of signs) {
    const waiting = new Map<string, Before[]>();
    for (const row of free) {
      const name = sign(row);
      if (name !== null) waiting.set(name, [...(waiting.get(name) ?? []), row]);
    }
    const taken = new Set<Before>();
    open = open.filter((row) => {
      const partner = waiting.get(sign(row) ?? '')?.shift();
      if (partner === undefined) return true;
      taken.add(partner);
      pairs.push({ before: partner, after: row });
      return false;
    });
    free = free.filter((row) => !taken.has(row));
  }
  return { pairs, removed: free, added: open };
}

/** What a row says. A rule's sentence only repeats it. */
export function contentOf(row: DraftRow): string {
  return JSON.stringify(saidCells(row));
}

export function saidCells(row: DraftRow): [string, string][] {
  return row.cells
    .flatMap(({ column }): [string, string][] => {
      const text = column === 'sentence' ? null : cellText(row, column);
      return text === null ? [] : [[column, text]];
    })
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

function contentWithoutKey(row: DraftRow): string {
  return JSON.stringify(saidCells(row).filter(([column]) => column !== keyColumns[row.kind]));
}
