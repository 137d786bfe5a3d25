import { noteProblem, track } from './host-state.ts';

type Handler = (...values: never[]) => unknown;

/**
 * Calls a function of the extension. What it throws is thrown in the worker too, which reports it; here only a function that
 * is gone is news.
 */
export async function tellExtension(handler: Handler | null | undefined, ...values: unknown[]): Promise<void> {
  if (typeof handler !== 'function') return;
  try {
    await track(Promise.resolve((handler as (...given: unknown[]) => unknown)(...values)));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (message.includes('already')) noteProblem({ kind: 'host', message });
  }
}
