import type { Condition } from '../../../../core/src/decide/model/condition.ts';
import type { Policy } from '../../../../core/src/decide/model/policy.ts';
import { testSentence } from '../../../../core/src/decide/model/test-sentence.ts';
import { allFields, ruleSentence, type PolicyRow, type RowKind } from '../../../../core/src/decide/index.ts';
import { slaSentence } from '../../../../core/src/decide/policy/rule-sentence.ts';
import { rowName } from './row-identity.ts';

/** The kinds of rows that are told in a sentence. */
export const toldKinds: readonly RowKind[] = ['rule', 'tier', 'territory', 'sla'];

/** What rows say to people: those of some kinds in sentences, others by their columns. */
export type RowWords = (row: PolicyRow) => string;

/** The words of a policy's rows. Example: `wordsOf(policy)(row)` is `'When employees is at least 200 → East, …'`. */
export function wordsOf(policy: Policy): RowWords {
  const sentences = new Map<string, string>();
  for (const [place, rule] of policy.rules.entries()) {
    // The number in front is the rule's place, which is told apart from what it says.
    sentences.set(`rule ${rule.ruleKey}`, ruleSentence(policy, place).replace(/^\d+\. /, ''));
  }
  for (const tier of policy.tiers) {
    sentences.set(`tier ${tier.tierKey}`, `When ${asked(policy, tier)} → ${tier.label}`);
  }
  for (const territory of policy.territories) {
    const worker = territory.ownerKey ?? territory.poolKey ?? 'nobody';
    sentences.set(
      `territory ${territory.territoryKey}`,
      `When ${asked(policy, territory)} → ${territory.label}, ${worker}`,
    );
  }
  for (const sla of policy.slas) {
    sentences.set(`sla ${sla.slaKey}`, `${sla.label}: ${slaSentence(sla)}`);
  }
  return (row) => sentences.get(`${row.kind} ${rowName(row)}`) ?? columnWords(row);
}

function asked(policy: Policy, test: { conditions: Condition[]; logic: string }): string {
  const sentence = testSentence(test.conditions, test.logic, allFields(policy));
  return sentence === '' ? 'anything' : sentence;
}

function columnWords(row: PolicyRow): string {
  return row.cells.flatMap(({ column, text }) => (text === null ? [] : [`${column} ${text}`])).join(', ');
}
