import type { ReactNode } from 'react';
import type { NamedRow } from '../../../handlers/rules/row-names.ts';

/** One thing that a list tells of each of its rows. */
export type ListColumn = {
  /** Stands before what is told; empty where that fills a line of its own. */
  readonly title: string;
  readonly show: (row: NamedRow) => ReactNode;
};

export type ListedRows = {
  readonly rows: readonly NamedRow[];
  readonly columns: readonly ListColumn[];
  readonly isOrdered: boolean;
  readonly nameOf: (row: NamedRow) => string;
  readonly pages: number;
  readonly page: number;
  readonly onPage: (page: number) => void;
};
