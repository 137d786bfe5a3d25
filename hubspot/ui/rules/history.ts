import type { Draft } from './draft.ts';

/** A draft with the ways back and forward. */
export type History = {
  readonly draft: Draft;
  readonly past: readonly Step[];
  readonly future: readonly Step[];
};

/** `draft` is the one before the step in the past, and after it in the future. */
export type Step = {
  readonly draft: Draft;
  /** What was done, such as "Rule moved". */
  readonly words: string;
  /** Steps of the same run, such as the letters of a word, are taken back together. Null stands alone. */
  readonly run: string | null;
};

/** So far anybody goes back. */
const mostSteps = 200;

export function beginHistory(draft: Draft): History {
  return { draft, past: [], future: [] };
}

/** Takes the next draft. One that is the same is no step. */
export function takeStep(history: History, draft: Draft, words: string, run: string | null = null): History {
  if (draft === history.draft) return history;
  const last = history.past.at(-1);
  const past =
    run !== null && last?.run === run
      ? history.past
      : [...history.past, { draft: history.draft, words, run }].slice(-mostSteps);
  return { draft, past, future: [] };
}

export function undo(history: History): History {
  const step = history.past.at(-1);
  if (step === undefined) return history;
  return {
    draft: step.draft,
    past: history.past.slice(0, -1),
    future: [...history.future, { ...step, draft: history.draft, run: null }],
  };
}

export function redo(history: History): History {
  const step = history.future.at(-1);
  if (step === undefined) return history;
  return {
    draft: step.draft,
    past: [...history.past, { ...step, draft: history.draft }],
    future: history.future.slice(0, -1),
  };
}
