import { describe, expect, it, test } from '@jest/globals';
import type { Policy } from '../../../core/src/decide/model/policy.ts';
import { comparePolicies } from '../../../salesforce/plugin/src/policy/compare-policies.ts';
import { findMoved } from '../../../salesforce/plugin/src/policy/find-moved.ts';
import { policyOf } from '../../cases/fixtures.ts';

const before = policyOf('small');

function changed(change: (policy: Policy) => void): string[] {
  const after = structuredClone(before);
  change(after);
  return comparePolicies(before, after).changes.map(
    (each) => `${each.change} ${each.kind} ${each.name}: ${each.before ?? '–'} → ${each.after ?? '–'}`,
  );
}

describe('the difference between two policies', () => {
  it('is nothing between equal ones', () => {
    expect(comparePolicies(before, structuredClone(before))).toEqual({ changes: [], counts: [] });
  });

  it('tells a changed condition in the sentence of its rule', () => {
    const rule = before.rules.find(({ conditions }) => conditions.some(({ low }) => low !== null))!;
    const told = changed((policy) => {
      const same = policy.rules.find(({ ruleKey }) => ruleKey === rule.ruleKey)!;
      same.conditions.find(({ low }) => low !== null)!.low = 77;
    });
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(new RegExp(`^changed rule ${rule.ruleKey}: When .* → When .*77.* → `));
  });

  it('tells what sentences do not say by its columns', () => {
    const told = changed((policy) => {
      policy.members[0]!.weight += 1;
      policy.thresholds.fitHigh += 1;
    });
    const { weight, poolKey, memberKey } = before.members[0]!;
    expect(told).toEqual([
      expect.stringMatching(/^changed setting .*fitHigh: settingText \d+ → settingText \d+$/),
      `changed member ${poolKey} ${memberKey}: weight ${weight} → weight ${weight + 1}`,
    ]);
  });

  it('counts a rule that is taken away and one that is new, and no other for their new numbers', () => {
    const after = structuredClone(before);
    const [gone] = after.rules.splice(0, 1);
    after.rules.push({ ...structuredClone(gone!), ruleKey: 'brand-new' });
    const { counts } = comparePolicies(before, after);
    expect(counts).toEqual([{ kind: 'rule', added: 1, removed: 1, changed: 0, moved: 0 }]);
  });

  it('names the one rule that was moved', () => {
    const told = changed((policy) => policy.rules.push(policy.rules.shift()!));
    const last = before.rules.length;
    expect(told).toEqual([`moved rule ${before.rules[0]!.ruleKey}: place 1 → place ${last}`]);
  });
});

test('the fewest moves make one order the other', () => {
  expect([...findMoved(['a', 'b', 'c', 'd'], ['d', 'a', 'b', 'c'])]).toEqual(['d']);
  expect([...findMoved(['a', 'b', 'c', 'd'], ['a', 'c', 'b', 'd'])]).toHaveLength(1);
  expect([...findMoved(['a', 'b', 'c'], ['c', 'b', 'a'])]).toHaveLength(2);
  expect([...findMoved([], [])]).toEqual([]);
});
