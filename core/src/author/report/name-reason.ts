import type { DecisionRecord } from '../../decide/model/decision-record.ts';
import type { Policy } from '../../decide/model/policy.ts';
import { guardLabel } from '../../decide/record/guard-words.ts';

/** What decided, in a few words. reasonName(record, policy) → 'Rule 7 "Enterprise east"' */
export function reasonName(record: DecisionRecord, policy: Policy): string {
  const { source, guard, rule } = record.choice;
  if (source === 'guard')
    return `Guard "${guardLabel(policy.guards.filter(({ isActive }) => isActive)[guard]!.guardKey)}"`;
  if (source === 'rule') {
    const decided = policy.rules.filter(({ isActive }) => isActive)[rule]!;
    return ruleName(policy, policy.rules.indexOf(decided));
  }
  return source === 'matrix' ? 'Matrix' : 'Fallback';
}

/** A rule as the policy numbers it. */
export function ruleName(policy: Policy, position: number): string {
  return `Rule ${position + 1} "${policy.rules[position]!.label}"`;
}
