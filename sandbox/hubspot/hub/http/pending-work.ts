/** Counts what has been begun and not ended, so that somebody can wait for all of it. */
export class PendingWork {
  private count = 0;
  private waiting: (() => void)[] = [];

  begin(): void {
    this.count += 1;
  }

  end(): void {
    this.count -= 1;
    if (this.count <= 0) this.resume();
  }

  /** Nothing of it will ever end any more: nobody waits for it. */
  abandon(): void {
    this.count = 0;
    this.resume();
  }

  /** Resolves when nothing is under way. */
  async settled(): Promise<void> {
    while (this.count > 0) {
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  private resume(): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const resume of waiting) resume();
  }
}
