import { Table } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';

type PagedTableProps = {
  readonly pages: number;
  readonly page: number;
  readonly onPage: (page: number) => void;
  readonly children: ReactNode;
};

/** A table with pages where there are more than one. */
export function PagedTable({ pages, page, onPage, children }: PagedTableProps): ReactNode {
  if (pages < 2) return <Table density="condensed">{children}</Table>;
  return (
    <Table density="condensed" paginated pageCount={pages} page={page} onPageChange={onPage}>
      {children}
    </Table>
  );
}
