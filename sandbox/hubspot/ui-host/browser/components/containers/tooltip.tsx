import { useEffect, useId, useRef, type ReactNode } from 'react';
import type { TooltipProps } from '@hubspot/ui-extensions';
import { Bubble, useNearness } from '../../parts/bubble.tsx';
import { useTrigger } from '../../parts/overlay.tsx';

/** In an `overlay` prop: what describes the component that has the prop. Elsewhere it is just its words. */
export function Tooltip({ placement = 'top', children }: TooltipProps): ReactNode {
  const trigger = useTrigger();
  const id = useId();
  const setDescription = trigger?.setDescription;
  const nobody = useRef<HTMLElement>(null);
  const near = useNearness();
  useEffect(() => {
    setDescription?.(id);
    return () => setDescription?.(null);
  }, [setDescription, id]);
  if (trigger === null) return <span>{children}</span>;
  return (
    <Bubble id={id} anchor={trigger.anchor ?? nobody} near={trigger.near ?? near} placement={placement}>
      {children}
    </Bubble>
  );
}
