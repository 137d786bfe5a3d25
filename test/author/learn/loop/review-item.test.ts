import { describe, expect, test } from '@jest/globals';
import { answerReview, type GivenAnswer } from '../../../../core/src/author/learn/loop/review-item.ts';
import { verdictsOf, type ReviewKind, type Verdict } from '../../../../core/src/author/learn/loop/review-kinds.ts';
import { answered, doubt } from './reviews.ts';

const given: GivenAnswer = { by: 'Mara Lund', at: 2_000, words: 'Right.', verdict: 'scoreTooLow' };

describe('answerReview', () => {
  test('a verdict confirms a doubt, with who said so, when and why', () => {
    expect(answerReview(doubt('a', 'misScored'), given)).toEqual({
      kind: 'answered',
      item: {
        ...doubt('a', 'misScored'),
        state: 'confirmed',
        verdict: 'scoreTooLow',
        answer: { by: 'Mara Lund', at: 2_000, words: 'Right.' },
      },
    });
  });

  test('no verdict dismisses it', () => {
    const done = answerReview(doubt('a', 'misrouted'), { ...given, verdict: null });
    expect(done).toMatchObject({ kind: 'answered', item: { state: 'dismissed', answer: { by: 'Mara Lund' } } });
  });

  test.each(['', '  ', '—'])('an answer by "%s" is refused', (by) => {
    expect(answerReview(doubt('a', 'misScored'), { ...given, by })).toMatchObject({ kind: 'refused', code: 'LRL002' });
  });

  test.each([answered('a', 'misScored', 'scoreTooHigh'), answered('a', 'misScored', null)])(
    'an answer stands: what is $state is not answered again',
    (item) => {
      expect(answerReview(item, given)).toMatchObject({ kind: 'refused', code: 'LRL001' });
    },
  );

  const kinds = Object.keys(verdictsOf) as ReviewKind[];
  const verdicts = [...new Set(kinds.flatMap((kind) => verdictsOf[kind]))];
  const pairs = kinds.flatMap((kind) => verdicts.map((verdict): [ReviewKind, Verdict] => [kind, verdict]));

  test.each(pairs)('%s is answered by %s only if that answers it', (kind, verdict) => {
    const done = answerReview(doubt('a', kind), { ...given, verdict });
    expect(done.kind === 'refused' ? done.code : done.item.state).toBe(
      verdictsOf[kind].includes(verdict) ? 'confirmed' : 'LRL003',
    );
  });
});
