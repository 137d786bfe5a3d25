import { CrmError } from '../../handlers/crm/crm-error.ts';
import { RulesNotHeldError } from '../../handlers/rules/live-rules.ts';
import { RuleStoreError } from '../../handlers/rules/rule-store-error.ts';
import { uiRefusals, type UiRefusal } from '../../handlers/ui/ui-refusals.ts';
import { NotPreparedError } from '../portal/open-portal.ts';
import { BrokenTurnError } from '../turns/turn-text.ts';
import { SecretError } from './environment.ts';

/**
 * What a caller is told where a function could not do what was asked.
 *
 * @throws what is no answer: a broken program
 */
export function refusalOfFailure(error: unknown): UiRefusal {
  if (
    error instanceof SecretError ||
    error instanceof NotPreparedError ||
    error instanceof RulesNotHeldError ||
    error instanceof BrokenTurnError
  ) {
    return { code: error.code, message: error.message, nextStep: error.nextStep };
  }
  if (error instanceof RuleStoreError) {
    return { code: error.code, message: error.message, nextStep: error.next };
  }
  if (error instanceof CrmError) {
    const { code, message, nextStep } = error.isTransient ? uiRefusals.busy : uiRefusals.notAllowed;
    return { code, message: `${message} (${error.code})`, nextStep };
  }
  throw error;
}
