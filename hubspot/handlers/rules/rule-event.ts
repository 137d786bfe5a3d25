import { CrmError } from '../crm/crm-error.ts';
import type { Crm } from '../crm/crm.ts';
import { findRuleTypes, ruleTypeNames, type RuleTypeNames } from './object-types.ts';

/**
 * The type ids of a portal's rules, such as 2-1234567: a webhook of one of them means that the draft or a revision changed.
 * Empty where the portal keeps its rules in files, of which no webhook tells.
 */
export async function readRuleTypeIds(crm: Crm, names: RuleTypeNames = ruleTypeNames): Promise<ReadonlySet<string>> {
  try {
    const { row, revision } = await findRuleTypes(crm, names);
    return new Set([row, revision].flatMap((type) => type?.objectTypeId ?? []));
  } catch (error) {
    // Without the scope, or on a plan without custom objects, there are none.
    if (error instanceof CrmError && error.failure === 'forbidden') return new Set();
    throw error;
  }
}
