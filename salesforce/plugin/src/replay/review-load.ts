import type { RunContext } from '../../../../core/src/author/run/run-context.ts';
import type { ReviewLoad } from '../../../../core/src/decide/model/crm-context.ts';
import type { DecisionRecord } from '../../../../core/src/decide/model/decision-record.ts';

/** How many leads went to a person that day, when a draft sends more or fewer of them there than the records did. */
export class DraftReviewLoad {
  #decidedToday = 0;
  #more = 0;

  /** The load as the draft finds it. A count that fell is that of a new day, whatever zone the org's days are in. */
  of(recorded: ReviewLoad): ReviewLoad {
    if (recorded.decidedToday < this.#decidedToday) this.#more = 0;
    this.#decidedToday = recorded.decidedToday;
    return { ...recorded, reviewedToday: Math.max(0, recorded.reviewedToday + this.#more) };
  }

  count(wasReviewed: boolean, isReviewed: boolean): void {
    this.#more += Number(isReviewed) - Number(wasReviewed);
  }
}

/** Whether a person got the lead because the engine was not sure enough. */
export function isReviewed(record: DecisionRecord, { context }: RunContext): boolean {
  const { choice } = record;
  const destination = context.prepared.policy.destinations.find((each) => each.destinationKey === choice.destination);
  if (destination?.kind !== 'review') return false;
  if (choice.source === 'guard') {
    return context.prepared.guards[choice.guard]?.guardKey === 'lowConfidence' && !choice.overflow;
  }
  return choice.source === 'matrix' && choice.cell % 2 === 1;
}
