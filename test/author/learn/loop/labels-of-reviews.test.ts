import { describe, expect, test } from '@jest/globals';
import { labelsOfReviews } from '../../../../core/src/author/learn/loop/labels-of-reviews.ts';
import { leaveOut } from '../../../../core/src/author/learn/loop/leave-out.ts';
import { TableBuilder } from '../../../../core/src/author/learn/table/table-builder.ts';
import { Dice } from '../../../property/generators/dice.ts';
import { factsOf } from '../explain/small-cards.ts';
import { smallPolicy } from '../../policy/small-policy.ts';
import { answered, doubt } from './reviews.ts';

const items = [
  answered('lead-4', 'misrouted', 'wrongOwner'),
  answered('lead-1', 'misScored', 'notARealLead'),
  answered('lead-2', 'convertedUnexpectedly', 'unexpectedWin'),
  answered('lead-3', 'convertedUnexpectedly', 'outcomeIsWrong'),
  answered('lead-5', 'misScored', null),
  doubt('lead-6', 'misScored'),
];

describe('labelsOfReviews', () => {
  test('nonsense leaves training, opinions are only shown', () => {
    const { leaving, marked } = labelsOfReviews(items);
    expect(leaving.map(({ leadKey, verdict }) => [leadKey, verdict])).toEqual([
      ['lead-1', 'notARealLead'],
      ['lead-3', 'outcomeIsWrong'],
    ]);
    expect(marked).toEqual([
      { leadKey: 'lead-2', verdict: 'unexpectedWin', words: 'Looked at lead-2.' },
      { leadKey: 'lead-4', verdict: 'wrongOwner', words: 'Looked at lead-4.' },
    ]);
  });

  test('only answered doubts count', () => {
    expect(labelsOfReviews(items)).toMatchObject({ answeredCount: 5, dismissedCount: 1 });
    expect(labelsOfReviews([])).toEqual({ leaving: [], marked: [], answeredCount: 0, dismissedCount: 0 });
  });

  test('of several verdicts about a lead the latest is told, and leaving goes before all others', () => {
    const { leaving, marked } = labelsOfReviews([
      answered('a', 'misScored', 'scoreTooLow', 2_000),
      answered('a', 'misScored', 'scoreTooHigh', 3_000),
      answered('b', 'misScored', 'notARealLead', 2_000),
      answered('b', 'misrouted', 'wrongOwner', 3_000),
    ]);
    expect(leaving.map(({ leadKey }) => leadKey)).toEqual(['b']);
    expect(marked.map(({ leadKey, verdict }) => [leadKey, verdict])).toEqual([['a', 'scoreTooHigh']]);
  });

  test('the order in which reviews come does not matter', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      expect(labelsOfReviews(new Dice(seed).shuffle(items))).toEqual(labelsOfReviews(items));
    }
  });
});

describe('leaveOut', () => {
  test('takes the leads of a training without those that leave, in their order', () => {
    const builder = new TableBuilder(smallPolicy(), 'thisCrm');
    for (const leadKey of ['lead-3', 'lead-0', 'lead-1', 'lead-2']) {
      builder.add({
        leadKey,
        arrivedAt: 0,
        facts: factsOf({ employees: 5 }),
        personKey: null,
        outcome: 'won',
        closedAt: 1,
        outcomeWords: null,
        stage: null,
        closeReason: null,
        finalOwner: null,
        firstTouchAt: null,
        nativeScore: null,
        changes: [],
        activities: [],
      });
    }
    const labelled = { rows: Int32Array.from([3, 0, 1]), labels: Uint8Array.from([1, 0, 1]) };
    const left = leaveOut(builder.finish(), labelled, labelsOfReviews(items).leaving);
    expect([[...left.rows], [...left.labels]]).toEqual([
      [3, 1],
      [1, 1],
    ]);
  });
});
