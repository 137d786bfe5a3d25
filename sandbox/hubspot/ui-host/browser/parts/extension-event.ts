import { useMemo, type SyntheticEvent } from 'react';
import { useHost } from '../page/host-context.ts';

/** An event as the package's types have it. */
export type ToldEvent = { type: string; bubbles: boolean; timeStamp: number; id: string };

export function toldEvent(event: SyntheticEvent | Event): ToldEvent {
  return { type: event.type, bubbles: event.bubbles, timeStamp: event.timeStamp, id: crypto.randomUUID() };
}

/** The second argument of event handlers: opens and closes dialogs by id. */
export function useReactions(): Record<'openPanel' | 'closePanel' | 'openModal' | 'closeModal', (id: string) => void> {
  const { overlays } = useHost();
  return useMemo(() => {
    const open = (id: string): void => overlays.open(id);
    const close = (id: string): void => overlays.close(id);
    return { openPanel: open, closePanel: close, openModal: open, closeModal: close };
  }, [overlays]);
}
