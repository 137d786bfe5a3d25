import { RulesNotHeldError } from '../rules/live-rules.ts';
import { RuleStoreError } from '../rules/rule-store-error.ts';
import type { ActionRefusal } from './action-ports.ts';

/** What an action answers where no rules may decide. */
export function refusalOfRules(error: unknown): ActionRefusal {
  if (error instanceof RulesNotHeldError) {
    return error.code === 'HSV001' ? { state: 'notPublished' } : { state: 'failed', cause: error.message };
  }
  if (error instanceof RuleStoreError) {
    return { state: 'failed', cause: error.message };
  }
  throw error;
}
