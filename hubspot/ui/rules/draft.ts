import { findTable, orderRows, type DraftKind, type DraftRow } from '../../handlers/rules/draft-row.ts';
import type { NamedRow } from '../../handlers/rules/row-names.ts';
import type { DraftRowForm } from '../../handlers/ui/ui-forms.ts';
import { nameOfOwner, listOf, ownerOf, ownName } from './row-shape.ts';

/**
 * The rows of a policy while somebody edits them. Each has an id that it keeps whatever becomes of its cells. A draft is a
 * value: every edit makes another one, which shares all rows that it did not touch.
 */
export type Draft = {
  /** In the order of their kinds and positions. */
  readonly rows: readonly NamedRow[];
  /** Rows of kinds that this version does not know. They are sent back as they came. */
  readonly strangeRows: readonly DraftRowForm[];
  readonly nextId: number;
};

export function loadDraft(rows: readonly DraftRowForm[]): Draft {
  const known = rows.filter(isKnown);
  return {
    rows: orderRows(known.map((row, place) => ({ ...row, id: idOf(place) }))),
    strangeRows: rows.filter((row) => !isKnown(row)),
    nextId: known.length,
  };
}

export function isKnown(row: DraftRowForm): row is DraftRowForm & DraftRow {
  return findTable(row.kind) !== null;
}

export function idOf(number: number): string {
  return `row-${number}`;
}

/** The rows as a backend keeps them. */
export function rowsToSend({ rows, strangeRows }: Draft): DraftRowForm[] {
  const known = rows.map(({ kind, position, cells }) => ({ kind, position, cells: [...cells] }));
  return [...known, ...strangeRows];
}

/** Whether two drafts would be kept as the same rows. */
export function isSameDraft(one: Draft, other: Draft): boolean {
  return one === other || JSON.stringify(rowsToSend(one)) === JSON.stringify(rowsToSend(other));
}

export function rowsOf(draft: Draft, kind: DraftKind): NamedRow[] {
  return draft.rows.filter((row) => row.kind === kind);
}

export function findRow(draft: Draft, id: string): NamedRow | null {
  return draft.rows.find((row) => row.id === id) ?? null;
}

/** The parts of a row, such as the conditions of a rule, in their order. */
export function partsOf(draft: Draft, owner: DraftRow): NamedRow[] {
  const name = ownName(owner);
  if (name === null) return [];
  return draft.rows.filter((row) => {
    const of = ownerOf(row);
    return of !== null && nameOfOwner(of) === name;
  });
}

/** The row that a part belongs to; the row itself where it stands for itself, or its owner is not there. */
export function ownerRowOf(draft: Draft, row: NamedRow): NamedRow {
  const owner = ownerOf(row);
  if (owner === null) return row;
  const name = nameOfOwner(owner);
  return draft.rows.find((each) => ownName(each) === name) ?? row;
}

/** The rows among which a row is seen and moved, itself included. */
export function neighboursOf(draft: Draft, row: DraftRow): NamedRow[] {
  const list = listOf(row);
  return draft.rows.filter((each) => each.kind === row.kind && listOf(each) === list);
}
