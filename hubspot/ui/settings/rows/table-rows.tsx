import { TableBody, TableCell, TableHead, TableHeader, TableRow, Text } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { partsOf } from '../../rules/draft.ts';
import { beginningOf, breakable } from '../../words/shown-text.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import type { ListedRows } from './list-column.ts';
import { MoveButtons } from './move-row.tsx';
import { OpenButton } from './open-button.tsx';
import { PagedTable } from './paged-table.tsx';
import { RowState } from './row-notices.tsx';

const longestName = 90;

/** Rows beside whose names stand a few words or numbers. */
export function TableRows({ rows, columns, isOrdered, nameOf, pages, page, onPage }: ListedRows): ReactNode {
  const { draft } = useWorkspace();
  return (
    <PagedTable pages={pages} page={page} onPage={onPage}>
      <TableHead>
        <TableRow>
          <TableHeader>Name</TableHeader>
          {columns.map(({ title }) => (
            <TableHeader key={title}>{title}</TableHeader>
          ))}
          <TableHeader width="min">Open</TableHeader>
          {isOrdered && <TableHeader width="min">Order</TableHeader>}
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={row.id}>
            <TableCell>
              <Text format={{ fontWeight: 'demibold' }}>{breakable(beginningOf(nameOf(row), longestName))}</Text>
              <RowState ids={[row.id, ...partsOf(draft, row).map(({ id }) => id)]} />
            </TableCell>
            {columns.map(({ title, show }) => (
              <TableCell key={title}>{show(row)}</TableCell>
            ))}
            <TableCell width="min">
              <OpenButton row={row} name={nameOf(row)} />
            </TableCell>
            {isOrdered && (
              <TableCell width="min">
                <MoveButtons row={row} name={beginningOf(nameOf(row), 60)} />
              </TableCell>
            )}
          </TableRow>
        ))}
      </TableBody>
    </PagedTable>
  );
}
