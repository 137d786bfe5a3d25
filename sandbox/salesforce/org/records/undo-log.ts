/** A place in the history of a store to which it can go back. */
export interface Savepoint {
  readonly position: number;
}

/** How each change is taken back, in order: a savepoint costs nothing, and a rollback what was changed since. */
export class UndoLog {
  private steps: (() => void)[] = [];

  push(undo: () => void): void {
    this.steps.push(undo);
  }

  savepoint(): Savepoint {
    return { position: this.steps.length };
  }

  rollback({ position }: Savepoint): void {
    if (position > this.steps.length) {
      throw new Error('This savepoint lies in what was already rolled back or committed.');
    }
    while (this.steps.length > position) {
      this.steps.pop()?.();
    }
  }

  /** What was done stays: earlier savepoints are void. */
  forget(): void {
    this.steps = [];
  }
}
