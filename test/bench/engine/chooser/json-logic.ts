import { LogicEngine } from 'json-logic-engine';
import type { Condition } from '../../../../core/src/decide/model/condition.ts';
import type { Rule } from '../../../../core/src/decide/model/policy.ts';
import type { RuleLead } from '../rule-leads.ts';
import { noRule, type Chooser } from './chooser.ts';

/**
 * JSON Logic, compiled to one function, without a trace. It takes null for zero, so every comparison of a number stands
 * behind a guard; membership in a list needs none, since null is in no list.
 */
export function jsonLogicChooser(rules: Rule[], leads: readonly RuleLead[]): Chooser {
  const branches = rules.flatMap((rule, position) => [{ and: rule.conditions.flatMap(logicOf) }, position]);
  const decide = new LogicEngine().build({ if: [...branches, noRule] }) as (lead: RuleLead) => number;
  const chosen = new Int32Array(leads.length);
  return {
    name: 'json-logic-engine compiled',
    chosen,
    choose: (start, end) => {
      for (let position = start; position < end; position += 1) {
        chosen[position] = decide(leads[position]!);
      }
    },
  };
}

function logicOf(condition: Condition): object[] {
  const field = { var: condition.fieldKey };
  if (condition.operator === 'isOneOf') {
    return [condition.texts.length === 1 ? { '===': [field, condition.texts[0]] } : { in: [field, condition.texts] }];
  }
  const logic: object[] = [{ '!==': [field, null] }];
  if (condition.low !== null) {
    logic.push({ '>=': [field, condition.low] });
  }
  if (condition.high !== null) {
    logic.push({ '<=': [field, condition.high] });
  }
  return logic;
}
