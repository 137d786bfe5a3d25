import { Children, useLayoutEffect, useState, type ReactNode, type RefObject } from 'react';

const roomForMenu = 96;
const gap = 8;

/** Splits children into those that fit side by side and the rest, again whenever the room changes. */
export function useHiddenFrom(
  row: RefObject<HTMLElement | null>,
  children: ReactNode,
): { shown: ReactNode[]; rest: ReactNode[] } {
  const all = Children.toArray(children);
  const [fitting, setFitting] = useState(all.length);
  const [widths, setWidths] = useState<readonly number[]>([]);
  const count = all.length;

  // All of them are drawn once, to learn how wide they are.
  useLayoutEffect(() => setFitting(count), [count]);
  useLayoutEffect(() => {
    const element = row.current;
    if (element === null || fitting !== count) return;
    setWidths([...element.children].filter(isInRow).map((each) => each.getBoundingClientRect().width));
  }, [row, fitting, count]);
  useLayoutEffect(() => {
    const box = row.current?.parentElement;
    if (box === undefined || box === null || widths.length === 0) return;
    const around = box.parentElement ?? box;
    let room = around.clientWidth;
    setFitting(howManyFit(widths, box.clientWidth));
    const sizes = new ResizeObserver(() => {
      if (around.clientWidth === room) return;
      room = around.clientWidth;
      // All are drawn once more: a row that has hidden some is narrower than it could be.
      setFitting(count);
      setWidths((before) => [...before]);
    });
    sizes.observe(around);
    return () => sizes.disconnect();
  }, [row, widths, count]);

  return { shown: all.slice(0, fitting), rest: all.slice(fitting) };
}

/** Bubbles and dialogs of the buttons take no room. */
function isInRow(element: Element): boolean {
  return element.matches('button, a, .uih-menu-root, span');
}

function howManyFit(widths: readonly number[], room: number): number {
  const total = widths.reduce((sum, each) => sum + each + gap, -gap);
  if (total <= room + 1) return widths.length;
  let used = roomForMenu;
  let count = 0;
  for (const width of widths) {
    used += width + gap;
    if (used > room) break;
    count += 1;
  }
  return count;
}
