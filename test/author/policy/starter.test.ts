import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readPolicy } from '../../../core/src/author/policy/read-policy.ts';
import { wordsOf } from '../../../core/src/decide/model/words.ts';

const core = path.join(__dirname, '../../../core');
const { policy, messages } = readPolicy(readFileSync(path.join(core, 'policies/starter.json'), 'utf8'), 'starter.json');
const starter = policy!;

describe('the starter policy', () => {
  test('is valid', () => {
    expect(messages).toEqual([]);
  });

  test('only observes until somebody launches it, and then closes nothing out for sixty days', () => {
    expect(starter).toMatchObject({ mode: 'observe', launchedAt: null, auditDays: 60 });
    const audit = starter.destinations.find(({ destinationKey }) => destinationKey === starter.auditDestinationKey);
    expect(audit?.kind).toBe('review');
  });

  test('sends low confidence to a person in every cell of the matrix', () => {
    const doubtful = starter.cells.filter(({ confidence }) => confidence === 'low');
    expect(doubtful.map(({ destinationKey }) => destinationKey)).toEqual(['review', 'review', 'review', 'review']);
  });

  test('sends no lead to a rep whose fit and engagement are both low', () => {
    const cell = starter.cells.find(
      (each) => each.fit === 'low' && each.engagement === 'low' && each.confidence === 'high',
    );
    const destination = starter.destinations.find(({ destinationKey }) => destinationKey === cell?.destinationKey);
    expect(destination).toMatchObject({ kind: 'nurture', poolKey: null, taskLabel: null });
  });

  test('has a route for every inquiry that is not a sale', () => {
    expect(starter.inquiryRoutes.map(({ inquiryType }) => inquiryType)).toEqual([
      'support',
      'partner',
      'careers',
      'press',
      'investor',
      'student',
      'vendor',
      'spam',
    ]);
  });

  test('asks seven questions, one of them who else is evaluating, and never about budget', () => {
    const asked = starter.questions.map(({ fieldKey }) => fieldKey);
    expect(asked).toHaveLength(7);
    expect(asked).toContain('buyingGroup');
    expect(starter.questions.map(({ question }) => question.toLowerCase()).join(' ')).not.toMatch(/budget|spend|price/);
  });

  test('asks only what a score card would use', () => {
    const used = starter.scorecards.flatMap(({ attributes }) => attributes.map(({ fieldKey }) => fieldKey));
    expect(starter.questions.filter(({ fieldKey }) => !used.includes(fieldKey))).toEqual([]);
  });

  test('has no destination that nothing leads to', () => {
    const reached = new Set<string | null>([
      starter.auditDestinationKey,
      starter.fallbackDestinationKey,
      starter.reviewOverflowDestinationKey,
      ...[...starter.guards, ...starter.inquiryRoutes, ...starter.rules, ...starter.cells].map(
        (each) => each.destinationKey,
      ),
    ]);
    expect(starter.destinations.filter(({ destinationKey }) => !reached.has(destinationKey))).toEqual([]);
  });

  test('has an owner and a ladder for every clock', () => {
    const climbed = new Set(starter.escalations.map(({ slaKey }) => slaKey));
    expect(starter.slas.filter(({ slaKey }) => !climbed.has(slaKey))).toEqual([]);
  });

  test('knows members only who are in the sample roster', () => {
    const roster = JSON.parse(readFileSync(path.join(core, 'sample/roster.json'), 'utf8')) as {
      reps: { repKey: string }[];
    };
    const known = roster.reps.map(({ repKey }) => repKey);
    expect(starter.members.filter(({ memberKey }) => !known.includes(memberKey))).toEqual([]);
  });

  test('halves in sixteen steps and fades to one per mille', () => {
    expect(starter.decayTable[0]).toBe(1000);
    expect(starter.decayTable[16]).toBe(500);
    expect(starter.decayTable.at(-1)).toBe(1);
    expect(starter.decayTable.every((share, step) => share === Math.round(1000 * 2 ** (-step / 16)))).toBe(true);
  });

  test('has each phrase once for each hint', () => {
    const written = starter.phraseLists.flatMap(({ phrases, hintsAt }) =>
      phrases.map((words) => `${hintsAt} ${words}`),
    );
    expect(new Set(written).size).toBe(written.length);
  });

  test('has no phrase that the words of a message could never be', () => {
    const words = starter.phraseLists.flatMap(({ phrases }) => phrases).filter((one) => !one.startsWith('#'));
    expect(words.filter((one) => wordsOf(one).join(' ') !== one)).toEqual([]);
  });
});
