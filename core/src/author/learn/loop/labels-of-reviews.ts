import { compareText } from '../../../decide/model/text.ts';
import type { ReviewItem } from './review-item.ts';
import type { Verdict } from './review-kinds.ts';

/** A lead whose past may not teach, and why. */
export type LeavingLead = { leadKey: string; verdict: Verdict; words: string };

/** A lead whose decision a reader of the training's report should see beside its outcome. */
export type MarkedLead = { leadKey: string; verdict: Verdict; words: string };

/** What reviews mean for the next training. */
export type ReviewLabels = {
  leaving: LeavingLead[];
  marked: MarkedLead[];
  /** How many doubts were answered, and of how many the decision was right. Open ones count in neither. */
  answeredCount: number;
  dismissedCount: number;
};

type Confirmed = Extract<ReviewItem, { state: 'confirmed' }>;

/**
 * What confirmed reviews mean for training, by lead.
 *
 * A lead that was never one, or whose outcome is not true, leaves: it would teach nonsense. What was won against expectation, scored
 * or routed wrongly stays with the outcome that it had, because outcomes teach and opinions do not; it is only shown. Of several
 * verdicts about a lead the latest is told, and leaving goes before all others.
 */
export function labelsOfReviews(items: readonly ReviewItem[]): ReviewLabels {
  const confirmed = items.filter((item): item is Confirmed => item.state === 'confirmed').sort(byLeadThenLatest);
  const leaving = firstOfLead(confirmed.filter(({ verdict }) => isLeaving(verdict)));
  const gone = new Set(leaving.map(({ leadKey }) => leadKey));
  const marked = firstOfLead(confirmed.filter(({ leadKey }) => !gone.has(leadKey)));
  return {
    leaving,
    marked,
    answeredCount: items.filter(({ state }) => state !== 'open').length,
    dismissedCount: items.filter(({ state }) => state === 'dismissed').length,
  };
}

/** Whether a verdict keeps a lead from teaching. */
export function isLeaving(verdict: Verdict): boolean {
  return verdict === 'notARealLead' || verdict === 'outcomeIsWrong';
}

function byLeadThenLatest(one: Confirmed, other: Confirmed): number {
  return (
    compareText(one.leadKey, other.leadKey) ||
    other.answer.at - one.answer.at ||
    compareText(one.reviewKey, other.reviewKey)
  );
}

function firstOfLead(ordered: readonly Confirmed[]): LeavingLead[] {
  return ordered
    .filter(({ leadKey }, place) => leadKey !== ordered[place - 1]?.leadKey)
    .map(({ leadKey, verdict, answer }) => ({ leadKey, verdict, words: answer.words }));
}
