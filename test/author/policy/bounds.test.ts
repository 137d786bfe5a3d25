import { describe, expect, test } from '@jest/globals';
import { most } from '../../../core/src/author/policy/bounds.ts';
import { policyJsonSchema } from '../../../core/src/author/policy/json-schema.ts';
import { policySchema } from '../../../core/src/author/policy/policy-schema.ts';
import { smallPolicy } from './small-policy.ts';

type Part = Record<string, unknown>;

/** Every part of the schema, with the path to it. */
function partsOf(value: unknown, place: string): { place: string; part: Part }[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const below = Object.entries(value).flatMap(([name, inner]) => partsOf(inner, `${place}/${name}`));
  return Array.isArray(value) ? below : [{ place: place, part: value as Part }, ...below];
}

const parts = partsOf(policyJsonSchema(), '').filter(({ part }) => typeof part['type'] === 'string');

function unbounded(type: string, isBounded: (part: Part) => boolean): string[] {
  return parts.filter(({ part }) => part['type'] === type && !isBounded(part)).map(({ place }) => place);
}

describe('the schema bounds', () => {
  test('every number from below and above, and takes whole ones only', () => {
    expect(
      unbounded('integer', (part) => Number.isFinite(part['minimum']) && Number.isFinite(part['maximum'])),
    ).toEqual([]);
    expect(unbounded('number', () => false)).toEqual([]);
  });

  test('every list', () => {
    expect(unbounded('array', (part) => Number.isFinite(part['maxItems']))).toEqual([]);
  });

  test('every text', () => {
    const closed = /^\^[^*+]*(\{\d+(,\d+)?\})\$$/;
    const isBounded = (part: Part) =>
      Number.isFinite(part['maxLength']) || part['enum'] !== undefined || closed.test(String(part['pattern']));
    expect(unbounded('string', isBounded)).toEqual([]);
  });

  test('every group to the names it has', () => {
    expect(unbounded('object', (part) => part['additionalProperties'] === false)).toEqual([]);
  });
});

describe('at the bounds no sum of the engine leaves 32 bits', () => {
  const largest = 2 ** 31 - 1;
  test.each([
    ['the points of a card', (most.attributes + 1) * most.points],
    ['the coverage of a card', most.attributes * 2 * most.points * 100],
    ['the spread of a trained card', most.attributes * most.varianceHundredths * 2],
    [
      'the distance from a threshold',
      (most.tableStart + most.tableEntries + (most.attributes + 1) * most.points) * 100,
    ],
    ['a faded signal on top of a full cap', most.points * 1000 + most.points * 100 * 1000],
    ['the points of all signals', most.signals * most.points],
    ['the points of all phrases', most.phraseLists * most.phrasesOfList * most.phrasePoints],
    ['two rounds of turns', 2 * most.membersOfPool * most.weight * 100],
  ])('%s', (_, size) => {
    expect(size).toBeLessThan(largest);
  });

  test('and no instant reaches 2^53', () => {
    const dayMillis = 86_400_000;
    expect(most.instant + most.days * dayMillis + most.minutes * 60_000).toBeLessThan(2 ** 53);
    expect(most.whole).toBeLessThan(2 ** 53);
  });
});

describe('a value at the bound is taken and one beyond it is not', () => {
  test.each([
    [
      'weight',
      most.weight,
      (policy: ReturnType<typeof smallPolicy>, value: number) => (policy.members[0]!.weight = value),
    ],
    [
      'points',
      most.points,
      (policy: ReturnType<typeof smallPolicy>, value: number) => (policy.signals[0]!.points = value),
    ],
    [
      'target',
      most.minutes,
      (policy: ReturnType<typeof smallPolicy>, value: number) => (policy.slas[0]!.targetMinutes = value),
    ],
    [
      'amount',
      most.whole,
      (policy: ReturnType<typeof smallPolicy>, value: number) => (policy.rules[0]!.conditions[1]!.low = value),
    ],
  ])('%s', (_, bound, put) => {
    const policy = smallPolicy();
    put(policy, bound);
    expect(policySchema.safeParse(policy).success).toBe(true);
    put(policy, bound + 1);
    expect(policySchema.safeParse(policy).success).toBe(false);
  });

  test('conditions of a rule', () => {
    const policy = smallPolicy();
    const condition = policy.rules[0]!.conditions[0]!;
    policy.rules[0]!.conditions = Array.from({ length: most.conditions }, () => condition);
    expect(policySchema.safeParse(policy).success).toBe(true);
    policy.rules[0]!.conditions.push(condition);
    expect(policySchema.safeParse(policy).success).toBe(false);
  });
});
