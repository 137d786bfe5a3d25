import type { StoredRecord } from './stored-record.ts';

/** A place in the history of a store to which it can go back. */
export interface Savepoint {
  readonly kind: 'savepoint';
  /** How many commits lay behind it: those after it made it void. */
  commits: number;
}

/** Does a change, at once or once more, and gives back how it is taken back. */
export type Change = () => () => void;

interface Step {
  readonly kind: 'step';
  readonly undo: () => void;
  readonly change: Change;
  /** The record that the change put into the store; null for other changes. */
  readonly record: StoredRecord | null;
}

/** Changes that were taken back for a while, in their order. */
export type TakenBack = readonly (Step | Savepoint)[];

/** How each change is taken back, in order: a savepoint costs nothing, and a rollback what was changed since. */
export class UndoLog {
  private steps: (Step | Savepoint)[] = [];
  private commits = 0;

  /** Does a change that a rollback takes back: log.perform(() => { list.push(1); return () => list.pop(); }). */
  perform(change: Change, record: StoredRecord | null = null): void {
    this.steps.push({ kind: 'step', undo: change(), change, record });
  }

  savepoint(): Savepoint {
    const mark: Savepoint = { kind: 'savepoint', commits: this.commits };
    this.steps.push(mark);
    return mark;
  }

  /** Behind a commit there is no way back, so nothing is undone. */
  rollback(mark: Savepoint): void {
    if (mark.commits < this.commits) {
      return;
    }
    const position = this.steps.lastIndexOf(mark);
    if (position < 0) {
      throw new Error('This savepoint lies in what was already rolled back.');
    }
    this.undoBehind(position + 1);
  }

  /** What was done stays: earlier savepoints are void. */
  forget(): void {
    this.steps = [];
    this.commits += 1;
  }

  /** Takes back what was done since a savepoint, itself included, so that it may be done once more. */
  takeBack(mark: Savepoint): TakenBack {
    const position = this.steps.lastIndexOf(mark);
    if (position < 0) {
      throw new Error('What was done since this savepoint was already rolled back or committed.');
    }
    const taken = this.steps.slice(position);
    this.undoBehind(position);
    return taken;
  }

  /** Does once more what was taken back. Its savepoints are valid again. */
  bringBack(taken: TakenBack): void {
    for (const each of taken) {
      if (each.kind === 'savepoint') {
        each.commits = this.commits;
        this.steps.push(each);
      } else {
        this.perform(each.change, each.record);
      }
    }
  }

  private undoBehind(position: number): void {
    while (this.steps.length > position) {
      const last = this.steps.pop();
      if (last?.kind === 'step') {
        last.undo();
      }
    }
  }
}
