import path from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import { policySchema } from '../../core/src/author/policy/policy-schema.ts';
import { buildChecked } from '../../tools/checked-arithmetic/build.ts';
import type * as Engine from '../../core/src/decide/index.ts';
import { expectedTexts } from './decide-in-typescript.ts';
import { drawPair, generatePairs, type PairRun } from './generate-pairs.ts';
import { contextOf, pairOf, valuesOf } from './pair.ts';
import { reachable, reachedBy } from './reached.ts';

const run: PairRun = { seed: 1, policies: 100, leadsEach: 25 };

describe('the generated pairs', () => {
  it('reach every branch that a record or its story can show', () => {
    const reached = new Set<string>();
    for (const pair of generatePairs(run)) {
      for (const label of reachedBy(pair)) {
        reached.add(label);
      }
    }
    expect(reachable.filter((label) => !reached.has(label))).toEqual([]);
    expect([...reached].filter((label) => !reachable.includes(label))).toEqual([]);
  });

  it('have policies that pass the form of a policy file, every check, and the way through rows and back', () => {
    for (const pair of generatePairs({ ...run, leadsEach: 0 })) {
      expect(policySchema.safeParse(JSON.parse(pair.policyJson)).error).toBeUndefined();
      const parts = new Map(expectedTexts(pair).policy.map(({ name, text }) => [name, text]));
      expect(parts.get('problems')).toBe('[]');
      expect(parts.get('assembledProblems')).toBe('[]');
      expect(parts.get('assembledText')).toBe(parts.get('policyText'));
    }
  });

  it('are the same for the same seed, and others for another', () => {
    const small: PairRun = { seed: 7, policies: 3, leadsEach: 4 };
    const pairs = [...generatePairs(small)];
    expect([...generatePairs(small)]).toEqual(pairs);
    expect([...generatePairs({ ...small, seed: 8 })]).not.toEqual(pairs);
    expect(pairs[0]!.policyJson).not.toBe(pairs[1]!.policyJson);
  });

  it('do not depend on how many there are', () => {
    const few = drawPair(7, 2, 3);
    const many = drawPair(7, 2, 9);
    expect(many.policyJson).toBe(few.policyJson);
    expect(many.leads.slice(0, 3)).toEqual(few.leads);
  });

  it('are printable ASCII, and values again without loss', () => {
    for (const pair of generatePairs({ ...run, policies: 5 })) {
      expect(JSON.stringify(pair)).toMatch(/^[\x20-\x7e]*$/);
      expect(pairOf(valuesOf(pair))).toEqual(pair);
    }
  });

  it('stay within whole numbers that every engine can hold', () => {
    const folder = path.join(import.meta.dirname, '../../.cache/checked-differential');
    expect(buildChecked(path.join(import.meta.dirname, '../../core/src/decide'), folder)).toBeGreaterThan(100);
    const checked = jest.requireActual<typeof Engine>(path.join(folder, 'index.ts'));
    for (const pair of generatePairs({ ...run, policies: 40 })) {
      const values = valuesOf(pair);
      const context = contextOf(values.policy, values.context);
      for (const { input, ledgers } of values.leads) {
        const { assignment } = checked.decide(input, ledgers, context);
        if (assignment.turn !== null && assignment.ledgerAfter !== null) {
          checked.giveTurnBack(assignment.ledgerAfter, assignment.turn);
        }
      }
    }
  });
});
