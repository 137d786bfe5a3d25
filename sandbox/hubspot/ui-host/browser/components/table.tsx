import { useEffect, useState, type CSSProperties, type ReactNode } from 'react';
import type { TableCellProps, TableHeaderProps, TableProps } from '@hubspot/ui-extensions';
import { classes } from '../parts/sizes.ts';
import { DownArrow, UpArrow } from '../parts/glyphs.tsx';
import { tellExtension } from '../page/tell-extension.ts';

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

function Pages(props: Extract<TableProps, { paginated: true }>): ReactNode {
  const { pageCount, page, showButtonLabels = true, showFirstLastButtons = false, maxVisiblePageButtons = 5 } = props;
  const [own, setOwn] = useState(page ?? 1);
  useEffect(() => {
    if (page !== undefined) setOwn(page);
  }, [page]);
  const last = Math.max(1, pageCount);
  const current = Math.min(Math.max(own, 1), last);
  const go = (to: number): void => {
    if (to < 1 || to > last || to === current) return;
    if (page === undefined) setOwn(to);
    void tellExtension(props.onPageChange, to);
  };
  const button = (to: number, words: string, sign: string, isOff: boolean): ReactNode => (
    <li>
      {/* Not disabled at the ends: the focus would be lost there. */}
      <button
        type="button"
        className="uih-page-button"
        aria-disabled={isOff ? true : undefined}
        onClick={() => isOff || go(to)}
      >
        <span aria-hidden="true">{sign}</span>
        <span className={showButtonLabels ? 'uih-page-words' : 'uih-hidden'}>{words}</span>
      </button>
    </li>
  );
  return (
    <nav aria-label="Pages of the table" className="uih-pages">
      <ul>
        {showFirstLastButtons ? button(1, 'First', '«', current === 1) : null}
        {button(current - 1, 'Prev', '‹', current === 1)}
        {visiblePages(current, last, maxVisiblePageButtons).map((each) => (
          <li key={each}>
            <button
              type="button"
              className="uih-page-button"
              aria-current={each === current ? 'page' : undefined}
              aria-label={`Page ${each}`}
              onClick={() => go(each)}
            >
              {each}
            </button>
          </li>
        ))}
        {button(current + 1, 'Next', '›', current === last)}
        {showFirstLastButtons ? button(last, 'Last', '»', current === last) : null}
      </ul>
    </nav>
  );
}

function visiblePages(current: number, last: number, most: number): number[] {
  const count = Math.max(1, Math.min(Math.floor(most), last));
  const first = Math.min(Math.max(1, current - Math.floor(count / 2)), last - count + 1);
  return Array.from({ length: count }, (_each, index) => first + index);
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
