import { ZenEngine } from '@gorules/zen-engine';
import type { Condition } from '../../../../core/src/decide/model/condition.ts';
import type { Rule } from '../../../../core/src/decide/model/policy.ts';
import { numberFields, textFields, type RuleLead } from '../rule-leads.ts';
import { noRule, type Chooser } from './chooser.ts';

/** GoRules Zen: a decision table with hit policy "first", one lead awaited after the other. Null fits no cell. */
export function zenChooser(rules: Rule[], leads: readonly RuleLead[]): Chooser {
  const decision = new ZenEngine().createDecision(decisionModel(rules));
  const chosen = new Int32Array(leads.length);
  return {
    name: 'zen-engine',
    chosen,
    choose: async (start, end) => {
      for (let position = start; position < end; position += 1) {
        const answer = (await decision.evaluate(leads[position]!)) as { result: { rule?: number } };
        chosen[position] = answer.result.rule ?? noRule;
      }
    },
  };
}

const fields = [...textFields, ...numberFields];

function decisionModel(rules: Rule[]): object {
  return {
    contentType: 'application/vnd.gorules.decision',
    nodes: [
      { id: 'in', type: 'inputNode', name: 'in', content: {} },
      { id: 'table', type: 'decisionTableNode', name: 'table', content: tableOf(rules) },
      { id: 'out', type: 'outputNode', name: 'out', content: {} },
    ],
    edges: [
      { id: 'in-table', sourceId: 'in', targetId: 'table', type: 'edge' },
      { id: 'table-out', sourceId: 'table', targetId: 'out', type: 'edge' },
    ],
  };
}

function tableOf(rules: Rule[]): object {
  return {
    hitPolicy: 'first',
    inputs: fields.map((field) => ({ id: field, name: field, field })),
    outputs: [{ id: 'rule', name: 'rule', field: 'rule' }],
    // An empty cell fits everything; a cell that is left out fits nothing.
    rules: rules.map((rule, position) => ({
      _id: rule.ruleKey,
      ...Object.fromEntries(fields.map((field) => [field, ''])),
      ...Object.fromEntries(rule.conditions.map((condition) => [condition.fieldKey, cellOf(condition)])),
      rule: String(position),
    })),
  };
}

/** A cell of the table: a list of texts, a closed range or one comparison. */
function cellOf({ operator, texts, low, high }: Condition): string {
  if (operator === 'isOneOf') {
    return texts.map((text) => JSON.stringify(text)).join(', ');
  }
  return low !== null && high !== null ? `[${low}..${high}]` : low !== null ? `>= ${low}` : `<= ${high}`;
}
