/** A clock that can be put forward: const clock = new OrgClock(Date.now); clock.advanceTo(Date.UTC(2027, 0, 1)). */
export class OrgClock {
  private readonly base: () => number;
  private aheadMilliseconds = 0;

  constructor(base: () => number) {
    this.base = base;
  }

  /** UTC epoch milliseconds. */
  now(): number {
    return this.base() + this.aheadMilliseconds;
  }

  /** From now on it shows that instant and what passes since; never an earlier one than it showed. */
  advanceTo(instant: number): void {
    this.aheadMilliseconds += Math.max(0, instant - this.now());
  }
}
