import { Engine, type ConditionProperties } from 'json-rules-engine';
import type { Condition } from '../../../../core/src/decide/model/condition.ts';
import type { Rule } from '../../../../core/src/decide/model/policy.ts';
import type { RuleLead } from '../rule-leads.ts';
import { noRule, type Chooser } from './chooser.ts';

/** json-rules-engine: one priority for each rule, stopped by the first success. Its comparisons take no null. */
export function jsonRulesChooser(rules: Rule[], leads: readonly RuleLead[]): Chooser {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const [position, rule] of rules.entries()) {
    engine.addRule({
      conditions: { all: rule.conditions.flatMap(conditionsOf) },
      priority: rules.length - position,
      event: { type: 'chosen', params: { position } },
    });
  }
  engine.on('success', () => engine.stop());
  const chosen = new Int32Array(leads.length);
  return {
    name: 'json-rules-engine',
    chosen,
    choose: async (start, end) => {
      for (let position = start; position < end; position += 1) {
        const { events } = await engine.run(leads[position]);
        const params = events[0]?.params as { position: number } | undefined;
        chosen[position] = params?.position ?? noRule;
      }
    },
  };
}

function conditionsOf({ fieldKey, operator, texts, low, high }: Condition): ConditionProperties[] {
  if (operator === 'isOneOf') {
    return [{ fact: fieldKey, operator: 'in', value: texts }];
  }
  const conditions: ConditionProperties[] = [];
  if (low !== null) {
    conditions.push({ fact: fieldKey, operator: 'greaterThanInclusive', value: low });
  }
  if (high !== null) {
    conditions.push({ fact: fieldKey, operator: 'lessThanInclusive', value: high });
  }
  return conditions;
}
