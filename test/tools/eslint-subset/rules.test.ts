import { describe, expect, test } from '@jest/globals';
import { subsetRules } from '../../../tools/eslint-subset/rules.ts';
import { examples } from './examples.ts';
import { codesOf, messagesOf } from './lint.ts';

test('Codes are numbered without a gap, and each has an example', () => {
  const codes = subsetRules.map((rule) => rule.code);
  expect(codes).toEqual(codes.map((_, index) => `SUB${String(index + 1).padStart(3, '0')}`));
  expect(Object.keys(examples)).toEqual(codes);
});

test('A message names the thing, the reason and the next step', () => {
  expect(messagesOf('export const digits = /a+/;')[0]).toMatch(
    /^SUB004: \/a\+\/ is outside the subset\. Pattern dialects .* Next: scan with indexOf/,
  );
});

describe.each(subsetRules.map((rule) => [rule.code, rule.name] as const))('%s %s', (code) => {
  const example = examples[code]!;

  test('accepts what is in the subset', () => {
    expect(messagesOf(example.accepted)).toEqual([]);
  });

  test.each(example.rejected)('rejects %j', (source) => {
    expect(codesOf(source)).toContain(code);
  });
});
