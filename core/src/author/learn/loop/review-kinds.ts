/** What a rep can say of a decision. */
export type ReviewKind = 'misScored' | 'misrouted' | 'convertedUnexpectedly';

/**
 * One kind of feedback, with the words by which an edge may record it: what it is about, and what is said. Each stands for exactly one
 * kind and back, so that nothing is lost between a button and a training.
 */
export type FeedbackWords = { kind: ReviewKind; about: string; said: string };

export const feedbackWords: readonly FeedbackWords[] = [
  { kind: 'misScored', about: 'score', said: 'wrongScore' },
  { kind: 'misrouted', about: 'owner', said: 'wrongOwner' },
  { kind: 'convertedUnexpectedly', about: 'outcome', said: 'wrongOutcome' },
];

/**
 * Other things that are recorded beside feedback. They are deeds of a rep or the answer of a reviewer and open no review: who changes
 * an owner by hand may well agree with the decision.
 */
export const otherFeedback: readonly string[] = ['claimed', 'handedBack', 'overridden', 'agreed', 'disagreed'];

/** The kind that an edge's word stands for; null for words that open no review. reviewKindOf("owner") → "misrouted". */
export function reviewKindOf(word: string): ReviewKind | null {
  return feedbackWords.find(({ about, said }) => about === word || said === word)?.kind ?? null;
}

/** What a reviewer may find to be so. */
export type Verdict =
  | 'scoreTooHigh'
  | 'scoreTooLow'
  | 'wrongOwner'
  | 'unexpectedWin'
  /** A test, a bot, a supplier, the same lead twice: nobody who could ever have bought. */
  | 'notARealLead'
  /** What the CRM says became of it is not true. */
  | 'outcomeIsWrong';

/** What a reviewer may answer to a kind, the likeliest first. */
export const verdictsOf: Readonly<Record<ReviewKind, readonly Verdict[]>> = {
  misScored: ['scoreTooHigh', 'scoreTooLow', 'notARealLead'],
  misrouted: ['wrongOwner', 'notARealLead'],
  convertedUnexpectedly: ['unexpectedWin', 'outcomeIsWrong', 'notARealLead'],
};
