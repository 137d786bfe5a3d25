import { createContext, useContext, useEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useNearness, type Nearness } from './bubble.tsx';

/** What a Modal, Panel or Tooltip in an `overlay` prop knows of the component that has the prop. */
type Trigger = {
  readonly anchor: RefObject<HTMLElement | null>;
  readonly near: Nearness;
  /** What a click on the component opens. */
  readonly setOpen: (open: (() => void) | null) => void;
  /** What describes the component. */
  readonly setDescription: (id: string | null) => void;
};

const TriggerContext = createContext<Trigger | null>(null);

export function useTrigger(): Trigger | null {
  return useContext(TriggerContext);
}

/** The overlay of a component: opened by a click where it is a dialog, by pointer and focus where it is a tooltip. */
export function useOverlay<Anchor extends HTMLElement>(
  overlay: ReactNode,
): {
  anchor: RefObject<Anchor>;
  anchorProps: Record<string, unknown>;
  hasTooltip: boolean;
  open: () => void;
  element: ReactNode;
} {
  const anchor = useRef<Anchor>(null);
  const near = useNearness();
  const opener = useRef<(() => void) | null>(null);
  const [description, setDescription] = useState<string | null>(null);
  const { isNear } = near;
  const trigger = useMemo<Trigger>(
    () => ({
      anchor,
      near,
      setOpen: (open) => {
        opener.current = open;
      },
      setDescription,
    }),
    // The handlers of nearness are as good as those before them while it does not change.
    [isNear],
  );
  const hasOverlay = overlay !== undefined && overlay !== null && overlay !== '';
  return {
    anchor,
    anchorProps: description === null ? {} : { 'aria-describedby': description, ...near.handlers },
    hasTooltip: description !== null,
    open: () => opener.current?.(),
    element: hasOverlay ? <TriggerContext.Provider value={trigger}>{overlay}</TriggerContext.Provider> : null,
  };
}

/** For the content of a dialog: what is in it has nothing to do with what opened it. */
export function ForgetTrigger({ children }: { children: ReactNode }): ReactNode {
  return <TriggerContext.Provider value={null}>{children}</TriggerContext.Provider>;
}

/** Lets the trigger open a dialog for as long as the dialog is there. */
export function useOpenedBy(trigger: Trigger | null, open: () => void): void {
  const latest = useRef(open);
  useEffect(() => {
    latest.current = open;
  });
  useEffect(() => {
    trigger?.setOpen(() => latest.current());
    return () => trigger?.setOpen(null);
  }, [trigger]);
}
