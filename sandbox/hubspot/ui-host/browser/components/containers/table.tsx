import type { CSSProperties, ReactNode } from 'react';
import type { TableCellProps, TableHeaderProps, TableProps } from '@hubspot/ui-extensions';
import { tellExtension } from '../../page/tell-extension.ts';
import { DownArrow, UpArrow } from '../../parts/glyphs.tsx';
import { classes } from '../../parts/sizes.ts';
import { Pages } from './table-pages.tsx';

/** A table in a box of its own, which scrolls where the table is wider; below it the pages. */
export function Table(props: TableProps): ReactNode {
  const { bordered = true, flush = false, density = 'default', children } = props;
  return (
    <div className={classes('uih-table-block', flush && 'uih-table-flush')}>
      {/* Reached by Tab, so that the keyboard can scroll it. */}
      <div className="uih-table-scroll" role="group" aria-label="Table" tabIndex={0}>
        <table className={classes('uih-table', bordered && 'uih-table-bordered', `uih-table-${density}`)}>
          {children}
        </table>
      </div>
      {props.paginated === true ? <Pages {...props} /> : null}
    </div>
  );
}

export const TableHead = ({ children }: { children?: ReactNode }): ReactNode => <thead>{children}</thead>;

export const TableBody = ({ children }: { children?: ReactNode }): ReactNode => <tbody>{children}</tbody>;

export const TableFooter = ({ children }: { children?: ReactNode }): ReactNode => <tfoot>{children}</tfoot>;

export const TableRow = ({ children }: { children?: ReactNode }): ReactNode => <tr>{children}</tr>;

export function TableHeader(props: TableHeaderProps): ReactNode {
  const { sortDirection = 'never', children } = props;
  const look = { className: 'uih-table-header', style: cellStyle(props) };
  if (sortDirection === 'never') {
    return (
      <th scope="col" {...look}>
        {children}
      </th>
    );
  }
  const { onSortChange, disabled = false } = props as Extract<TableHeaderProps, { onSortChange: unknown }>;
  const next = sortDirection === 'ascending' ? 'descending' : 'ascending';
  return (
    <th scope="col" {...look} aria-sort={sortDirection}>
      <button
        type="button"
        className="uih-sort"
        disabled={disabled}
        onClick={() => void tellExtension(onSortChange, next)}
      >
        <span>{children}</span>
        <span className="uih-sort-arrow">
          {sortDirection === 'ascending' ? <UpArrow /> : sortDirection === 'descending' ? <DownArrow /> : null}
        </span>
      </button>
    </th>
  );
}

export function TableCell(props: TableCellProps): ReactNode {
  return (
    <td className="uih-table-cell" style={cellStyle(props)} colSpan={props.colSpan}>
      {props.children}
    </td>
  );
}

function cellStyle({ align, width }: Pick<TableCellProps, 'align' | 'width'>): CSSProperties {
  const style: CSSProperties = align === undefined ? {} : { textAlign: align };
  if (typeof width === 'number') return { ...style, width, minWidth: width };
  if (width === 'min') return { ...style, width: 1, whiteSpace: 'nowrap' };
  if (width === 'max') return { ...style, width: '100%' };
  return style;
}
