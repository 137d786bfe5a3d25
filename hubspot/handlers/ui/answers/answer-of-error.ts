import { CrmError } from '../../crm/crm-error.ts';
import { RuleStoreError } from '../../rules/rule-store-error.ts';
import type { UiAnswer } from '../ui-answer.ts';

/**
 * What a call is answered that HubSpot or the rules kept from being done.
 *
 * @throws what is no answer: a broken program
 */
export function answerOfError(error: unknown): Exclude<UiAnswer<never>, { state: 'answered' }> {
  if (error instanceof RuleStoreError) {
    const { code, message, next } = error;
    return { state: 'refused', problems: [{ code, about: 'rules', found: message, next }] };
  }
  if (!(error instanceof CrmError)) {
    throw error;
  }
  if (error.failure === 'forbidden' || error.failure === 'unauthorized') {
    return { state: 'notAllowed' };
  }
  return { state: 'unavailable', retryAfterSeconds: Math.ceil((error.retryAfterMillis ?? 5_000) / 1_000) };
}
