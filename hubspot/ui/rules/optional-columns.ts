import { cellText, type DraftRow } from '../../handlers/rules/draft-row.ts';

/** Columns that name another row and may be empty, with what that means. */
const emptyWords: { readonly [kind: string]: { readonly [column: string]: string } } = {
  rule: { slaKey: 'The promise of the destination' },
  territory: { poolKey: 'No pool: its owner works it', ownerKey: 'No owner: its pool works it' },
  destination: { poolKey: 'No pool: the holder keeps it' },
  pool: { overflowPoolKey: 'No overflow', skillFieldKey: 'No field' },
  sla: { calendarKey: 'Around the clock' },
  option: { optionText: 'Nobody' },
};

/** What an empty cell means, where it may be empty; null where it must be filled in. */
export function wordsOfEmpty(row: DraftRow, column: string): string | null {
  if (row.kind === 'guard' && column === 'destinationKey') {
    return cellText(row, 'guardKey') === 'outOfScope' ? 'The route of the inquiry' : null;
  }
  return emptyWords[row.kind]?.[column] ?? null;
}
