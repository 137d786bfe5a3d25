import type { Deal } from './outcome-of-lead.ts';
import { asFlag, asInstant, type Cells } from './read-cells.ts';

/** Fields of a deal that say how it ended, as far as the user may read them. */
export function dealColumns(dealFields: ReadonlySet<string>, reasonField: string | null): string[] {
  const wanted = [
    'CreatedDate',
    'IsWon',
    'IsClosed',
    'CloseDate',
    'StageName',
    'OwnerId',
    'Amount',
    ...(reasonField === null ? [] : [reasonField]),
  ];
  return wanted.filter((name) => dealFields.has(name));
}

/** A deal from columns such as `ConvertedOpportunity.IsWon`. Example: `dealOf(cells, row, 'ConvertedOpportunity', null)`. */
export function dealOf(cells: Cells, row: readonly string[], parent: string, reasonField: string | null): Deal {
  const cell = (name: string): string | null => cells.of(row, `${parent}.${name}`);
  const instant = (name: string): number | null => asInstant(cell(name) ?? '');
  const amount = cell('Amount');
  return {
    createdAt: instant('CreatedDate'),
    isWon: asFlag(cell('IsWon') ?? ''),
    isClosed: asFlag(cell('IsClosed') ?? ''),
    closeDate: instant('CloseDate'),
    stage: cell('StageName'),
    reason: reasonField === null ? null : cell(reasonField),
    ownerId: cell('OwnerId'),
    amount: amount === null ? null : Number(amount),
  };
}
