import { describe, expect, test } from '@jest/globals';
import { partsOf } from '../../../../hubspot/handlers/card/card-parts.ts';
import { basisWords } from '../../../../hubspot/ui/words/confidence-words.ts';
import { scoreWords } from '../../../../hubspot/ui/words/axis-words.ts';
import { clockWords } from '../../../../hubspot/ui/words/clock-words.ts';
import { countOf } from '../../../../hubspot/ui/words/count-of.ts';
import { beginningOf, breakable } from '../../../../hubspot/ui/words/shown-text.ts';
import { signedPoints } from '../../../../hubspot/ui/words/signed-points.ts';
import { textOfLine, textOfParts } from '../../../../hubspot/ui/words/text-of-parts.ts';
import { hostileTexts } from '../../effects/hostile-texts.ts';

const reader = { locale: 'en-GB', timeZone: 'Europe/Berlin' };
const now = Date.UTC(2026, 2, 18, 9);

test('points have their sign, and none where there are none', () => {
  expect([31, -6, 0].map(signedPoints)).toEqual(['+31', '−6', '0']);
});

test('one is one, and everything else is many', () => {
  expect([0, 1, 2, 1240].map((count) => countOf(count, 'past lead'))).toEqual([
    '0 past leads',
    '1 past lead',
    '2 past leads',
    '1,240 past leads',
  ]);
  expect(countOf(3, 'company', 'companies')).toBe('3 companies');
  expect(countOf(1240, 'Lead', undefined, 'de')).toBe('1.240 Leads');
});

describe('a line', () => {
  test('has its instants written out for who reads', () => {
    const parts = partsOf(`Goes to Ana · first touch due {at:${now + 300_000}}`);
    expect(textOfParts(parts, reader, now)).toBe('Goes to Ana · first touch due today, 10:05 CET');
  });

  test('about points begins with them', () => {
    const line = { code: 'value', parts: partsOf('employees 500'), points: 31 };
    expect(textOfLine(line, reader, now)).toBe('+31 employees 500');
    expect(textOfLine({ ...line, points: -6 }, reader, now)).toBe('−6 employees 500');
    expect(textOfLine({ ...line, points: 0 }, reader, now)).toBe('employees 500');
  });

  test.each(hostileTexts.map((text) => [JSON.stringify(text), text]))('takes %s as text', (_, text) => {
    const words = textOfParts(partsOf(text), reader, now);
    expect(words).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    expect(typeof breakable(words)).toBe('string');
  });
});

describe('a text that a stranger typed', () => {
  test.each(hostileTexts.map((text) => [JSON.stringify(text), text]))('turns nothing around: %s', (_, text) => {
    for (const shown of [breakable(text), beginningOf(text, 20), beginningOf(text, 100_000)]) {
      expect(shown).not.toMatch(/[\u202a-\u202e\u2066-\u2069]|(?![\n\t])\p{Cc}/u);
    }
  });

  test('keeps its lines and what stands between its words', () => {
    expect(breakable('one\ttwo\nthree')).toBe('one\ttwo\nthree');
    expect(beginningOf('a\u202eb\u200bc', 3)).toBe('abc');
  });
});

describe('a long text', () => {
  test('has nothing in it that cannot be broken into lines', () => {
    const broken = breakable(`short ${'a'.repeat(10_000)} short`);
    expect(Math.max(...broken.split(/[\s\u200b]/).map((piece) => piece.length))).toBeLessThanOrEqual(40);
    expect(broken.replaceAll('\u200b', '')).toBe(`short ${'a'.repeat(10_000)} short`);
  });

  test('is not taken apart within a character', () => {
    const family = '👩‍👩‍👧‍👦';
    const pieces = breakable(family.repeat(20)).split('\u200b');
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.every((piece) => piece.length % family.length === 0)).toBe(true);
  });

  test('begins with whole words, and says that there is more', () => {
    expect(beginningOf('one two three four', 10)).toBe('one two…');
    expect(beginningOf('one two', 12)).toBe('one two');
    expect(beginningOf('a'.repeat(10_000), 300)).toHaveLength(300);
  });
});

describe('the promise', () => {
  const clock = (state: 'running' | 'reminded' | 'met' | 'missed' | 'closed', dueAt: number | null = now + 252_000) =>
    clockWords({ state, dueAt }, now);

  test('says in words how it stands', () => {
    expect(clock('running')).toEqual({
      words: 'First touch due in 4:12',
      short: 'due in 4:12',
      colour: 'info',
    });
    expect(clock('reminded')).toMatchObject({ words: 'First touch due in 4:12 (reminded)', colour: 'warning' });
    expect(clock('met').words).toBe('First touch made in time');
    expect(clock('missed').words).toBe('First touch missed');
    expect(clock('closed').words).toBe('No first touch owed any more');
  });

  test('that nobody kept is late before anybody has noted it', () => {
    expect(clock('running', now - 3 * 86_400_000)).toMatchObject({
      words: 'First touch 3 days late',
      colour: 'danger',
    });
    expect(clock('running', now).words).toBe('First touch due in 0:00');
  });

  test('without an instant has no countdown', () => {
    expect(clock('running', null).words).toBe('First touch due');
  });
});

test('a score that is not known is never 0', () => {
  expect(scoreWords({ score: null, band: null })).toBe('not known');
  expect(scoreWords({ score: 0, band: 'low' })).toBe('0 low');
  expect(scoreWords({ score: 64, band: null })).toBe('64');
});

test('confidence says whether people judged or the past did', () => {
  const confidence = { value: 77, band: 'enough', trainedOn: null, colour: 'success' } as const;
  expect(basisWords({ ...confidence, basis: 'policy' })).toBe('policy, not history');
  expect(basisWords({ ...confidence, basis: 'history', trainedOn: 1240 })).toBe('from 1,240 past leads');
  expect(basisWords({ ...confidence, basis: 'history' })).toBe('from past leads');
  expect(basisWords({ ...confidence, basis: null })).toBe('');
});
