import type { Refusal } from './refusal.ts';
import { isNamed } from './refusal.ts';
import { verdictsOf, type ReviewKind, type Verdict } from './review-kinds.ts';

/** Doubt about one decision, raised by a rep. */
type RaisedReview = {
  reviewKey: string;
  leadKey: string;
  /** The decision that is doubted; null where it is not known. */
  decisionKey: string | null;
  kind: ReviewKind;
  /** What the rep wrote. */
  words: string;
  raisedBy: string;
  /** UTC milliseconds. */
  at: number;
  /** Who is asked to look at it. */
  askedKey: string;
};

/** What the reviewer said, by name. */
export type ReviewAnswer = { by: string; at: number; words: string };

/** A review from the doubt to the answer. Only what is confirmed means anything for training. */
export type ReviewItem =
  | (RaisedReview & { state: 'open' })
  | (RaisedReview & { state: 'confirmed'; verdict: Verdict; answer: ReviewAnswer })
  | (RaisedReview & { state: 'dismissed'; answer: ReviewAnswer });

/** An answer as it comes in: a verdict confirms the doubt, null dismisses it. */
export type GivenAnswer = ReviewAnswer & { verdict: Verdict | null };

export type AnsweredReview = { kind: 'answered'; item: ReviewItem } | Refusal;

export function openReview(raised: RaisedReview): ReviewItem {
  return { ...raised, state: 'open' };
}

/** Answers an open review. An answer stands: who thinks otherwise raises the doubt anew, so that both stay on record. */
export function answerReview(item: ReviewItem, { verdict, ...answer }: GivenAnswer): AnsweredReview {
  if (item.state !== 'open') {
    return {
      kind: 'refused',
      code: 'LRL001',
      reason: `Review "${item.reviewKey}" was answered by ${item.answer.by} already.`,
      next: 'Raise the doubt anew; the first answer stays on record.',
    };
  }
  if (!isNamed(answer.by)) {
    return {
      kind: 'refused',
      code: 'LRL002',
      reason: `Nobody's name stands behind the answer to review "${item.reviewKey}".`,
      next: 'Let a person answer it, by name.',
    };
  }
  if (verdict === null) {
    return { kind: 'answered', item: { ...item, state: 'dismissed', answer } };
  }
  if (!verdictsOf[item.kind].includes(verdict)) {
    return {
      kind: 'refused',
      code: 'LRL003',
      reason: `"${verdict}" is no answer to a lead that is said to be ${item.kind}.`,
      next: `Answer one of ${verdictsOf[item.kind].join(', ')}, or dismiss it.`,
    };
  }
  return { kind: 'answered', item: { ...item, state: 'confirmed', verdict, answer } };
}
