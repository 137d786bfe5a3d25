import { useId, useRef, useState, type FocusEvent, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { usePopover, type Placement } from './use-popover.ts';

const leaveMillis = 150;

/** Whether the pointer or the focus is at something, its bubble counted in; Escape sends the bubble away. */
export type Nearness = {
  readonly isNear: boolean;
  readonly handlers: {
    onMouseEnter(): void;
    onMouseLeave(): void;
    onFocus(event: FocusEvent): void;
    onBlur(event: FocusEvent): void;
    onKeyDown(event: KeyboardEvent): void;
  };
};

export function useNearness(): Nearness {
  const [isNear, setNear] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const come = (): void => {
    clearTimeout(timer.current);
    setNear(true);
  };
  const go = (): void => {
    clearTimeout(timer.current);
    // Long enough to reach the bubble itself with the pointer.
    timer.current = setTimeout(() => setNear(false), leaveMillis);
  };
  const handlers = {
    onMouseEnter: come,
    onMouseLeave: go,
    onFocus: come,
    onBlur: go,
    onKeyDown: (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || !isNear) return;
      // The dialog around it stays open.
      event.stopPropagation();
      event.preventDefault();
      setNear(false);
    },
  };
  return { isNear, handlers };
}

/** The words of a tooltip, next to its anchor. They are in the page all the time: the anchor is described by them. */
export function Bubble({
  id,
  anchor,
  near,
  placement = 'top',
  children,
}: {
  id: string;
  anchor: RefObject<HTMLElement | null>;
  near: Nearness;
  placement?: Placement;
  children: ReactNode;
}): ReactNode {
  const popover = useRef<HTMLDivElement>(null);
  usePopover(popover, anchor, near.isNear, placement);
  return (
    <div ref={popover} id={id} role="tooltip" popover="manual" className="uih-bubble" {...near.handlers}>
      {children}
    </div>
  );
}

/** A question mark that explains what stands next to it. */
export function Hint({ about, children }: { about: string; children: string }): ReactNode {
  const id = useId();
  const anchor = useRef<HTMLButtonElement>(null);
  const near = useNearness();
  return (
    <>
      <button ref={anchor} type="button" className="uih-hint" aria-describedby={id} {...near.handlers}>
        <span aria-hidden="true">?</span>
        <span className="uih-hidden">More about {about}</span>
      </button>
      <Bubble id={id} anchor={anchor} near={near}>
        {children}
      </Bubble>
    </>
  );
}
