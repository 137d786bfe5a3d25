import type { Problem } from '../protocol.ts';
import { page } from './call-page.ts';
import { scope } from './worker-scope.ts';

/** Tells the page of a problem; whoever is not there any more is not told. */
export function report(problem: Problem): void {
  page.report(problem).catch(() => undefined);
}

export function describe(kind: Problem['kind'], thrown: unknown): Problem {
  if (!(thrown instanceof Error)) return { kind, message: String(thrown) };
  return { kind, message: thrown.message, ...(thrown.stack === undefined ? {} : { stack: thrown.stack }) };
}

/** From now on whatever nobody catches, and what React warns of, reaches the page. */
export function reportProblems(): void {
  scope.addEventListener('error', (event) => {
    const failure = event as ErrorEvent;
    report(describe('error', (failure.error as unknown) ?? failure.message));
  });
  scope.addEventListener('unhandledrejection', (event) => {
    report(describe('rejection', (event as PromiseRejectionEvent).reason));
  });
  for (const level of ['error', 'warn'] as const) {
    const write = console[level].bind(console);
    console[level] = (...words: unknown[]) => {
      const message = fillIn(words);
      // React tells of an error it caught; the boundary has told already.
      if (message.startsWith('Warning: ')) report({ kind: 'react', message });
      write(...words);
    };
  }
}

/** React writes its warnings as a pattern and what goes into it. */
function fillIn(words: readonly unknown[]): string {
  const [pattern, ...rest] = words.map((each) => (typeof each === 'string' ? each : String(each)));
  let next = 0;
  return (pattern ?? '').replaceAll(/%[sdo]/g, () => rest[next++] ?? '');
}
