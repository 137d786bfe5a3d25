import { AutoGrid, Flex } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { tableOf } from '../../../handlers/rules/draft-row.ts';
import type { NamedRow } from '../../../handlers/rules/row-names.ts';
import { keyColumns } from '../../rules/row-shape.ts';
import { CellInput } from '../inputs/cell-input.tsx';
import { KeyInput } from './key-input.tsx';

/** Columns that say what a row belongs to, or that nobody writes. */
const neverShown: readonly string[] = ['sentence', 'ownerKind'];

/** Columns that hold whole sentences. */
const wideColumns: readonly string[] = ['label', 'question', 'phrases', 'amounts'];

/**
 * The cells of a row as inputs, as many beside each other as there is room for.
 *
 * @param only the columns to show, in their order; all where nothing is said
 */
export function RowFields({ row, only }: { readonly row: NamedRow; readonly only?: readonly string[] }): ReactNode {
  const columns =
    only ??
    tableOf(row.kind)
      .columns.map(({ column }) => column)
      .filter((column) => !neverShown.includes(column));
  const input = (column: string): ReactNode =>
    keyColumns[row.kind] === column ? (
      <KeyInput key={`${row.id}-${column}`} row={row} />
    ) : (
      <CellInput key={`${row.id}-${column}`} row={row} column={column} />
    );
  const wide = columns.filter((column) => wideColumns.includes(column));
  const others = columns.filter((column) => !wideColumns.includes(column));
  return (
    <Flex direction="column" gap="md">
      {wide.map(input)}
      {others.length > 0 && (
        <AutoGrid columnWidth={260} flexible gap="md">
          {others.map(input)}
        </AutoGrid>
      )}
    </Flex>
  );
}
