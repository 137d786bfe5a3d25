import { useEffect, useState, type ReactNode } from 'react';
import type { TableProps } from '@hubspot/ui-extensions';
import { tellExtension } from '../../page/tell-extension.ts';

export function Pages(props: Extract<TableProps, { paginated: true }>): ReactNode {
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
  const button = (to: number, words: string, arrow: string, isOff: boolean, isBack: boolean): ReactNode => (
    <li>
      {/* Not disabled at the ends: the focus would be lost there. */}
      <button
        type="button"
        className="uih-page-button"
        aria-disabled={isOff ? true : undefined}
        onClick={() => isOff || go(to)}
      >
        {isBack ? <span aria-hidden="true">{arrow}</span> : null}
        <span className={showButtonLabels ? 'uih-page-words' : 'uih-hidden'}>{words}</span>
        {isBack ? null : <span aria-hidden="true">{arrow}</span>}
      </button>
    </li>
  );
  return (
    <nav aria-label="Pages of the table" className="uih-pages">
      <ul>
        {showFirstLastButtons ? button(1, 'First', '«', current === 1, true) : null}
        {button(current - 1, 'Prev', '‹', current === 1, true)}
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
        {button(current + 1, 'Next', '›', current === last, false)}
        {showFirstLastButtons ? button(last, 'Last', '»', current === last, false) : null}
      </ul>
    </nav>
  );
}

function visiblePages(current: number, last: number, most: number): number[] {
  const count = Math.max(1, Math.min(Math.floor(most), last));
  const first = Math.min(Math.max(1, current - Math.floor(count / 2)), last - count + 1);
  return Array.from({ length: count }, (_each, index) => first + index);
}
