/** Timers that all end when the hub does. They keep no process alive on their own. */
export class Timers {
  private readonly running = new Set<NodeJS.Timeout>();
  private isClosed = false;

  after(millis: number, work: () => void): void {
    if (this.isClosed) return;
    const timer = setTimeout(
      () => {
        this.running.delete(timer);
        work();
      },
      Math.min(millis, longestMillis),
    );
    timer.unref();
    this.running.add(timer);
  }

  sleep(millis: number): Promise<void> {
    return new Promise((resolve) => this.after(millis, resolve));
  }

  close(): void {
    this.isClosed = true;
    for (const timer of this.running) clearTimeout(timer);
    this.running.clear();
  }
}

// What a timer of Node can wait; more would fire at once.
const longestMillis = 2_147_483_647;
