/** Counts what happened within the last so many milliseconds. */
export class RollingWindow {
  private readonly spanMillis: number;
  private instants: number[] = [];
  private first = 0;

  constructor(spanMillis: number) {
    this.spanMillis = spanMillis;
  }

  add(at: number): void {
    this.instants.push(at);
  }

  /** How many happened after `at − span`, up to `at`. */
  count(at: number): number {
    while (this.first < this.instants.length && this.instants[this.first]! <= at - this.spanMillis) this.first += 1;
    if (this.first > 1000) {
      this.instants = this.instants.slice(this.first);
      this.first = 0;
    }
    return this.instants.length - this.first;
  }
}
