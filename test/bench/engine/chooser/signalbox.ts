import type { Rule } from '../../../../core/src/decide/model/policy.ts';
import { findRule } from '../../../../core/src/decide/model/find-rule.ts';
import type { RuleLead } from '../rule-leads.ts';
import { factSheetOf, prepareRules } from '../rule-subject.ts';
import type { Chooser } from './chooser.ts';

/** Our own: first match with the whole trace, written as the record keeps it. */
export function signalboxChooser(rules: Rule[], leads: readonly RuleLead[]): Chooser & { traces: string[] } {
  const prepared = prepareRules(rules);
  const sheets = leads.map(factSheetOf);
  const chosen = new Int32Array(leads.length);
  const traces: string[] = [];
  return {
    name: 'signalbox',
    chosen,
    traces,
    choose: (start, end) => {
      for (let position = start; position < end; position += 1) {
        const marks: string[] = [];
        chosen[position] = findRule(prepared, sheets[position]!, marks);
        traces[position] = marks.join('');
      }
    },
  };
}
