import type { LearnedCard } from '../training.ts';

/** Whether the card that decides today puts later leads, which the new one never saw, in an order at least as good. */
export function isNoBetterThanToday({ evaluation: { timeSplit } }: Pick<LearnedCard, 'evaluation'>): boolean {
  return (
    timeSplit !== null &&
    timeSplit.present !== null &&
    !timeSplit.present.mayHaveSeen &&
    timeSplit.present.areaUnderCurve >= timeSplit.frozen.areaUnderCurve
  );
}
