import { useSyncExternalStore } from 'react';
import type { PageLocation } from '../protocol.ts';

let current: PageLocation = { path: '/', params: {} };
const listeners = new Set<() => void>();

/** Where the page router is from now on. */
export function setPageLocation(next: PageLocation): void {
  current = next;
  for (const listener of [...listeners]) listener();
}

/** The backend of the page router. */
export function useAppPageLocation(): PageLocation {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}
