import { createContext, useContext, type ReactNode } from 'react';
import type { Backend } from './backend.ts';

const context = createContext<Backend | null>(null);

/** Gives everything below it the backend of its edition. */
export function WithBackend({
  backend,
  children,
}: {
  readonly backend: Backend;
  readonly children: ReactNode;
}): ReactNode {
  return <context.Provider value={backend}>{children}</context.Provider>;
}

export function useBackend(): Backend {
  const backend = useContext(context);
  if (backend === null) {
    throw new Error('No backend: wrap what is shown in <WithBackend>.');
  }
  return backend;
}
