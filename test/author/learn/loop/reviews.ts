import type { ReviewItem } from '../../../../core/src/author/learn/loop/review-item.ts';
import { answerReview, openReview } from '../../../../core/src/author/learn/loop/review-item.ts';
import type { ReviewKind, Verdict } from '../../../../core/src/author/learn/loop/review-kinds.ts';

/** A doubt of Ben's about one lead, which Mara is asked to look at. */
export function doubt(leadKey: string, kind: ReviewKind, at = 1_000): ReviewItem {
  const words = 'They are our best customer’s parent.';
  const reviewKey = `${leadKey}-${kind}-${at}`;
  return openReview({ reviewKey, leadKey, decisionKey: 'd1', kind, words, raisedBy: 'ben', at, askedKey: 'mara' });
}

/** The same, answered by Mara; null dismisses it. */
export function answered(leadKey: string, kind: ReviewKind, verdict: Verdict | null, at = 2_000): ReviewItem {
  const given = { by: 'Mara Lund', at, words: `Looked at ${leadKey}.`, verdict };
  const done = answerReview(doubt(leadKey, kind, at - 1_000), given);
  if (done.kind === 'refused') {
    throw new Error(done.reason);
  }
  return done.item;
}
