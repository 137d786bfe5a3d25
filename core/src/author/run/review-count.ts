import type { ReviewLoad } from '../../decide/model/crm-context.ts';

const dayMillis = 86_400_000;

/** Counts, for the day at hand, how many leads were decided and how many of them a person got for low confidence. */
export class ReviewCount {
  #day = -1;
  #decided = 0;
  #reviewed = 0;

  loadAt(now: number): ReviewLoad {
    this.#turnTo(now);
    return { decidedToday: this.#decided, reviewedToday: this.#reviewed };
  }

  count(now: number, isReviewed: boolean): void {
    this.#turnTo(now);
    this.#decided += 1;
    this.#reviewed += isReviewed ? 1 : 0;
  }

  #turnTo(now: number): void {
    const day = Math.floor(now / dayMillis);
    if (day !== this.#day) {
      this.#day = day;
      this.#decided = 0;
      this.#reviewed = 0;
    }
  }
}
