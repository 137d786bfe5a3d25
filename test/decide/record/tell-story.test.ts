import { describe, expect, test } from '@jest/globals';
import type { DecisionRecord } from '../../../core/src/decide/model/decision-record.ts';
import type { Story, StorySection } from '../../../core/src/decide/record/story.ts';
import { tellStory } from '../../../core/src/decide/record/tell-story.ts';
import { decideSample } from '../../author/report/decide-sample.ts';

const sample = decideSample(800);
const { policy, roster } = sample;
const records = sample.entries.map(({ record }) => record);

const tell = (record: DecisionRecord): Story => tellStory(record, policy, roster);
const first = (isMeant: (record: DecisionRecord) => boolean): DecisionRecord => structuredClone(records.find(isMeant)!);
const section = (story: Story, code: string): StorySection => story.sections.find((each) => each.code === code)!;
const texts = (story: Story, code: string): string[] => section(story, code).lines.map(({ text }) => text);
const labelOf = (destinationKey: string): string =>
  policy.destinations.find((each) => each.destinationKey === destinationKey)!.label;
const ruled = (record: DecisionRecord): boolean =>
  record.choice.source === 'rule' && record.assignment.basis === 'turn' && record.choice.rule > 3;

describe('tellStory', () => {
  test('says in one line who has the lead, where it went and until when', () => {
    const record = first(ruled);
    const rep = roster.reps.find(({ repKey }) => repKey === record.assignment.owner)!;
    expect(tell(record).headline).toBe(
      `Would go to ${rep.displayName} · ${labelOf(record.choice.destination)} · ${record.choice.bucket} · first touch due {at:${record.clock.dueAt}}`,
    );
    expect(tell({ ...record, mode: 'live' }).headline).toMatch(/^Goes to /);
    expect(tell({ ...record, mode: 'suggest' }).headline).toMatch(/^Suggested for /);
    expect(tell({ ...record, mode: 'live', arm: 'control' }).headline).toMatch(/^Would go to /);
  });

  test('gives the rule that decided in its own sentence', () => {
    const place = policy.rules.findIndex(({ ruleKey }) => ruleKey === 'strategic-account');
    const record = first(({ choice }) => choice.source === 'rule' && choice.rule === place);
    expect(texts(tell(record), 'reason')[0]).toBe(
      `Rule ${place + 1} "${policy.rules[place]!.label}": tier is strategic and inquiry type is sales → ${labelOf('enterprise')}.`,
    );
  });

  test('names the condition of every earlier rule that failed, and the value seen', () => {
    const record = first(ruled);
    const passed = texts(tell(record), 'reason').filter((text) => text.includes('did not apply'));
    expect(passed).toHaveLength(record.choice.rule);
    expect(passed[0]).toBe(
      `Rule 1 "${policy.rules[0]!.label}" did not apply: it asks that the lead is a duplicate, and the answer is no.`,
    );
  });

  test('says that missing is not a match where a condition could not be answered', () => {
    const record = first(({ choice }) => choice.rules.includes('a?'));
    expect(texts(tell(record), 'reason').join('\n')).toContain('which is not known; missing is not a match');
  });

  test('counts rules that are not active, so that a rule has the number that ops see', () => {
    const rules = policy.rules.map((rule, place) => ({ ...rule, isActive: place !== 0 }));
    const record = first(({ choice }) => choice.source === 'rule' && choice.rule === 2);
    record.choice = { ...record.choice, rule: 1, rules: record.choice.rules.slice(2) };
    const [reason] = section(tellStory(record, { ...policy, rules }, roster), 'reason').lines;
    expect(reason!.text).toMatch(/^Rule 3 /);
  });

  test('explains a lead that no rule took by its cell of the matrix', () => {
    const record = first(({ choice }) => choice.source === 'matrix');
    expect(texts(tell(record), 'reason')[0]).toMatch(
      /^No rule applied, so the matrix decides: fit \d+ is (high|low), engagement \d+ is (high|low), confidence \d+ is high → /,
    );
  });

  test('says of every other candidate, by name, why they did not get it', () => {
    const record = first(({ assignment }) => assignment.basis === 'turn' && assignment.tries[0]!.pool === 'enterprise');
    const poolTry = record.assignment.tries[0]!;
    record.assignment.tries = [{ ...poolTry, marks: 'Tdo', days: [1, 8, 0] }];
    expect(texts(tell(record), 'others')).toEqual([
      'Ben Calloway (Enterprise) has reached the daily cap: 8 of 8 today.',
      'Chiara Wendlandt (Enterprise) is on leave.',
    ]);
  });

  test('says why the existing owner was passed over', () => {
    const record = first(({ assignment }) => assignment.basis === 'turn');
    record.owner = 'ben';
    record.assignment.passedOver = 'o';
    expect(texts(tell(record), 'others')[0]).toBe('Ben Calloway, the existing owner, is on leave.');
  });

  test.each(['fit', 'engagement', 'intent', 'capacity'] as const)('accounts for every point of %s', (axis) => {
    for (const record of records) {
      const { lines } = section(tell(record), axis);
      expect(lines.reduce((sum, { points }) => sum + points, 0)).toBe(record[axis].points);
    }
  });

  test('puts the strongest points first', () => {
    for (const record of records) {
      const sizes = section(tell(record), 'engagement')
        .lines.filter(({ code }) => ['value', 'otherValue', 'missingValue', 'signal'].includes(code))
        .map(({ points }) => Math.abs(points));
      expect(sizes).toEqual(sizes.toSorted((one, other) => other - one));
    }
  });

  test('calls confidence from expert points policy, not history', () => {
    expect(texts(tell(records[0]!), 'confidence')[1]).toMatch(/^Policy, not history: /);
  });

  test('says when the clock rings, who answers for a miss and what happens then', () => {
    const record = first(({ clock }) => clock.sla === 'fiveMinutes');
    const owner = roster.reps.find(({ repKey }) => repKey === record.assignment.owner)!.displayName;
    const { dueAt } = record.clock;
    expect(texts(tell(record), 'clock')).toEqual([
      `First touch is due {at:${dueAt}}.`,
      'Within 5 business minutes.',
      'Misses go to Mara Keating.',
      `Untouched at {at:${dueAt - 120_000}}: ${owner} is reminded.`,
      `Untouched at {at:${dueAt}}: Mara Keating is alerted.`,
      `Untouched at {at:${dueAt + 300_000}}: the lead moves on to ${policy.pools.find(({ poolKey }) => poolKey === 'overflow')!.label}.`,
    ]);
  });

  test('keeps what was done apart from what was only recorded', () => {
    const record = first(ruled);
    expect(texts(tell(record), 'actions')[0]).toBe('Mode observe: everything is recorded, nothing is written.');
    const done = { ...record, mode: 'live' as const, actions: ['+setField owner', '-reply thanks'] };
    expect(texts(tell(done), 'actions')).toEqual([
      'Mode live: the decision is carried out.',
      'Done: owner.',
      'Not done, only recorded: the reply thanks.',
    ]);
  });

  test('says how far each threshold is that would send the lead elsewhere', () => {
    const record = first(({ choice }) => choice.source === 'matrix');
    record.fit.score = 84;
    record.engagement.score = 34;
    record.confidence.value = 60;
    record.choice.destination = 'nurture';
    const changes = texts(tell(record), 'changes');
    expect(changes).toContain(`fit below 60 (25 less) → ${labelOf('keepInTouch')}.`);
    expect(changes).toContain(`engagement of 40 or more (6 more) → ${labelOf('sales')}.`);
    expect(changes).toContain(`confidence below 40 (21 less) → ${labelOf('review')}.`);
  });

  test('tells no personal value, since the decision part of a record has none', () => {
    for (const { record, lead } of sample.entries) {
      const whole = JSON.stringify(tell(record));
      if (lead.email !== null && lead.email.includes('@')) expect(whole).not.toContain(lead.email);
    }
  });

  test('leaves no gap in any story of the sample', () => {
    for (const record of records) {
      const story = tell(record);
      const all = [story.headline, ...story.sections.flatMap(({ lines }) => lines.map(({ text }) => text))];
      expect(all.join('\n')).not.toMatch(/undefined|null|NaN|\[object|\(\)|^\s*$/m);
    }
  });

  test('tells a truncated record as far as it goes', () => {
    const record: DecisionRecord = { ...first(ruled), facts: [], problems: [], actions: [] };
    record.inquiry = { ...record.inquiry, phrases: [] };
    record.truncated = ['facts', 'phrases', 'problems', 'actions'];
    expect(texts(tell(record), 'decision').at(-1)).toBe(
      'The record was too long: without facts, phrases, problems and actions.',
    );
  });
});
