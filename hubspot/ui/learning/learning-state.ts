import type { LearnedForm, LearningNote } from '../../handlers/learning/learning-forms.ts';
import type { Refused } from '../backend/backend.ts';

/** How learning stands, wherever it runs. */
export type LearningState = {
  /** `stopped`: reading came to nothing, and can go on at the page that it had come to. */
  readonly state: 'loading' | 'none' | 'reading' | 'training' | 'stopped' | 'done' | 'failed' | 'cancelled';
  readonly done: number;
  readonly all: number;
  readonly phase: string;
  readonly startedBy: string | null;
  readonly startedAt: number | null;
  readonly problem: LearningNote | null;
  readonly refused: Refused | null;
  readonly result: LearnedForm | null;
};

/** What somebody can do with it. */
export type Learning = LearningState & {
  readonly start: () => void;
  readonly cancel: () => void;
  /** From the last page on; null where the server does that by itself. */
  readonly goOn: (() => void) | null;
  readonly reload: () => void;
};

export const notBegun: LearningState = {
  state: 'none',
  done: 0,
  all: 0,
  phase: '',
  startedBy: null,
  startedAt: null,
  problem: null,
  refused: null,
  result: null,
};
