import { useLayoutEffect, type ReactNode, type RefObject } from 'react';

const tight = 'uih-flex-tight';

/**
 * Marks a row whose children do not fit even at the width of their longest words. The mark is set on the element itself: it
 * follows sizes, which change without anything being drawn again.
 */
export function useTightRow(row: RefObject<HTMLElement | null>, isRow: boolean, children: ReactNode): void {
  useLayoutEffect(() => {
    const element = row.current;
    if (element === null || !isRow) return;
    const measure = (): void => {
      element.classList.remove(tight);
      element.classList.toggle(tight, element.scrollWidth > element.clientWidth + 1);
    };
    measure();
    const sizes = new ResizeObserver(measure);
    sizes.observe(element);
    return () => sizes.disconnect();
  }, [row, isRow, children]);
}
