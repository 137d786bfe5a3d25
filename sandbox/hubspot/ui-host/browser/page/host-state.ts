import type { PageAction, Problem } from '../protocol.ts';

/** What tests read at `window.__uiHost`. */
export type HostState = {
  /** "rendered" after the first drawing; "failed" where there will be none. */
  state: 'loading' | 'rendered' | 'failed';
  readonly problems: Problem[];
  /** What the extension asked of the page, oldest first. */
  readonly actions: PageAction[];
  readonly logs: { level: string; words: string }[];
  /** Calls of the extension that have no answer yet, and of the page to the extension. */
  openCalls: number;
  /** When something last changed: milliseconds of performance.now(). */
  changedAt: number;
  /** Tells the extension that its record has changed. */
  recordChanged(): void;
};

declare global {
  interface Window {
    __uiHost: HostState;
  }
}

const listeners = new Set<() => void>();

/** The one state of the page. */
export const hostState: HostState = {
  state: 'loading',
  problems: [],
  actions: [],
  logs: [],
  openCalls: 0,
  changedAt: 0,
  recordChanged: () => undefined,
};

let version = 0;

/** Notes that something changed, and tells who draws it. */
export function noteChange(): void {
  hostState.changedAt = performance.now();
  version += 1;
  for (const listener of [...listeners]) listener();
}

export function listenToState(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function stateVersion(): number {
  return version;
}

/** Keeps a problem, shows it, and writes it to the console where nobody overlooks it. */
export function noteProblem(problem: Problem): void {
  hostState.problems.push(problem);
  console.error(`ui-host ${problem.kind}: ${problem.message}`);
  noteChange();
}

/** Counts a call as open until it has an answer. */
export async function track<Value>(call: Promise<Value>): Promise<Value> {
  hostState.openCalls += 1;
  noteChange();
  try {
    return await call;
  } finally {
    hostState.openCalls -= 1;
    noteChange();
  }
}
