import { useLayoutEffect, type RefObject } from 'react';

export type Placement = 'top' | 'bottom' | 'left' | 'right';

const gap = 6;
const edge = 8;

/** Shows an element above everything else, next to its anchor, for as long as it is open. */
export function usePopover(
  popover: RefObject<HTMLElement | null>,
  anchor: RefObject<HTMLElement | null>,
  isOpen: boolean,
  placement: Placement,
): void {
  useLayoutEffect(() => {
    const element = popover.current;
    if (element === null || !isOpen) return;
    element.showPopover();
    const place = (): void => {
      if (anchor.current !== null) placeNextTo(element, anchor.current, placement);
    };
    place();
    const sizes = new ResizeObserver(place);
    sizes.observe(element);
    window.addEventListener('scroll', place, true);
    window.addEventListener('resize', place);
    return () => {
      sizes.disconnect();
      window.removeEventListener('scroll', place, true);
      window.removeEventListener('resize', place);
      if (element.matches(':popover-open')) element.hidePopover();
    };
  }, [popover, anchor, isOpen, placement]);
}

function placeNextTo(element: HTMLElement, anchor: HTMLElement, wanted: Placement): void {
  const at = anchor.getBoundingClientRect();
  const own = element.getBoundingClientRect();
  const room = { width: document.documentElement.clientWidth, height: window.innerHeight };
  const placement = fits(wanted, at, own, room) ? wanted : opposite[wanted];
  const middle = { x: at.left + at.width / 2 - own.width / 2, y: at.top + at.height / 2 - own.height / 2 };
  const isList = element.dataset['align'] === 'start';
  const places: Record<Placement, { x: number; y: number }> = {
    top: { x: isList ? at.left : middle.x, y: at.top - own.height - gap },
    bottom: { x: isList ? at.left : middle.x, y: at.bottom + gap },
    left: { x: at.left - own.width - gap, y: middle.y },
    right: { x: at.right + gap, y: middle.y },
  };
  const { x, y } = places[placement];
  element.style.left = `${Math.max(edge, Math.min(x, room.width - own.width - edge))}px`;
  element.style.top = `${Math.max(edge, Math.min(y, room.height - own.height - edge))}px`;
}

const opposite: Record<Placement, Placement> = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' };

function fits(
  placement: Placement,
  at: DOMRect,
  own: DOMRect,
  room: { readonly width: number; readonly height: number },
): boolean {
  switch (placement) {
    case 'top':
      return at.top - own.height - gap >= edge;
    case 'bottom':
      return at.bottom + own.height + gap <= room.height - edge;
    case 'left':
      return at.left - own.width - gap >= edge;
    case 'right':
      return at.right + own.width + gap <= room.width - edge;
  }
}
