import { cellText, type DraftKind, type DraftRow } from '../../handlers/rules/draft-row.ts';
import { keyColumns } from './row-shape.ts';

/** The form of every key: a letter, then up to 39 letters, digits and hyphens. */
const keyForm = /^[A-Za-z][A-Za-z0-9-]{0,39}$/;
const longestKey = 40;

/** What is wrong with a new key in words; null where it can be taken. */
export function troubleOfKey(rows: readonly DraftRow[], row: DraftRow, key: string): string | null {
  if (!keyForm.test(key)) return 'A letter first, then up to 39 letters, digits and hyphens.';
  return isTaken(rows, row, key) ? `There is ${key} already. Choose another key.` : null;
}

function isTaken(rows: readonly DraftRow[], row: DraftRow, key: string): boolean {
  const column = keyColumns[row.kind];
  if (column === undefined) return false;
  const axis = cellText(row, 'axis');
  return rows.some(
    (other) =>
      other !== row && other.kind === row.kind && cellText(other, column) === key && cellText(other, 'axis') === axis,
  );
}

/**
 * A key that no row of the kind has, like the words: freshKey(rows, 'rule', 'Big accounts') → 'big-accounts-2'. Letters lose their
 * marks: 'Zoë Müller' becomes 'zoe-muller'.
 */
export function freshKey(rows: readonly DraftRow[], kind: DraftKind, words: string): string {
  const plain = words
    .normalize('NFD')
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^[^A-Za-z]+|-+$/g, '')
    .toLowerCase();
  const stem = (plain === '' ? kind : plain).slice(0, longestKey - 4).replace(/-+$/, '');
  const column = keyColumns[kind];
  const taken = new Set(rows.flatMap((row) => (row.kind === kind && column ? (cellText(row, column) ?? []) : [])));
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? stem : `${stem}-${number}`;
    if (!taken.has(key)) return key;
  }
}
