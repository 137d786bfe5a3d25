import { guardLabel } from '../../../core/src/decide/record/guard-words.ts';
import { ruleName } from '../../../core/src/decide/record/tell-reason.ts';
import type { DecisionRecord } from '../../../core/src/decide/model/decision-record.ts';
import type { Policy } from '../../../core/src/decide/model/policy.ts';

/**
 * What decided, short enough for a list.
 *
 * tellRule(record, policy) → 'Rule 7 "Enterprise east"', 'Guard "low confidence"', "Matrix: fit high, engagement low,
 * confidence high" or "Fallback".
 */
export function tellRule(record: DecisionRecord, policy: Policy): string {
  const { source, guard, rule, cell } = record.choice;
  switch (source) {
    case 'guard': {
      const found = policy.guards.filter(({ isActive }) => isActive)[guard];
      return found === undefined ? 'Guard' : `Guard "${guardLabel(found.guardKey)}"`;
    }
    case 'rule': {
      const found = [...policy.rules.entries()].filter(([, { isActive }]) => isActive)[rule];
      return found === undefined ? 'Rule' : ruleName(found[1], found[0]);
    }
    case 'matrix': {
      const found = policy.cells[cell];
      return found === undefined
        ? 'Matrix'
        : `Matrix: fit ${found.fit}, engagement ${found.engagement}, confidence ${found.confidence}`;
    }
    case 'fallback':
      return 'Fallback';
  }
}
