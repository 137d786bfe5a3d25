import type { Endpoint } from '../api-version.ts';
import { CrmError, type CrmFailure } from '../crm-error.ts';
import { mayHaveHappened, retryAfterMillis } from './plan-retry.ts';
import { readRefusal, type Refusal } from './read-refusal.ts';
import type { Outcome } from './try-once.ts';

/** The error that a call ends with when it came to nothing. */
export function errorOf(outcome: Outcome, endpoint: Endpoint, tries: number, now: number): CrmError {
  const call = `${endpoint.method} ${endpoint.template}`;
  const isOutcomeUnknown = mayHaveHappened(outcome, endpoint);
  if (outcome.kind !== 'answered') {
    const what = outcome.kind === 'timedOut' ? 'did not answer in time' : 'could not be reached';
    return new CrmError('unavailable', `HubSpot ${what} (${call}, try ${tries}). ${adviceOf(isOutcomeUnknown)}`, {
      isOutcomeUnknown,
      cause: outcome.kind === 'lost' ? outcome.cause : undefined,
    });
  }
  const refusal = readRefusal(outcome.text);
  const failure = failureOf(outcome.status);
  const said = [String(outcome.status), refusal.category, refusal.policyName, ...refusal.particulars];
  const known = said.filter((one) => one !== '').join(', ');
  return new CrmError(failure, `${sentenceOf(failure, refusal, isOutcomeUnknown)} (${call}: ${known})`, {
    status: outcome.status,
    category: refusal.category,
    correlationId: refusal.correlationId,
    retryAfterMillis: retryAfterMillis(outcome.headers, now),
    isOutcomeUnknown,
  });
}

/** The kind of failure that a status stands for. */
export function failureOf(status: number): CrmFailure {
  switch (status) {
    case 401:
      return 'unauthorized';
    case 402:
    case 403:
      return 'forbidden';
    case 404:
      return 'notFound';
    case 409:
      return 'conflict';
    case 429:
      return 'limited';
    case 408:
    case 423:
    case 477:
      return 'unavailable';
    default:
      return status >= 500 ? 'unavailable' : 'refused';
  }
}

function sentenceOf(failure: CrmFailure, refusal: Refusal, isOutcomeUnknown: boolean): string {
  switch (failure) {
    case 'limited':
      return refusal.policyName === 'DAILY'
        ? 'The portal has used up its calls of the day; they begin anew at midnight there.'
        : 'HubSpot takes no more calls of this portal for now; try again later.';
    case 'unavailable':
      return `HubSpot failed or is busy. ${adviceOf(isOutcomeUnknown)}`;
    case 'unauthorized':
      return 'HubSpot no longer takes the token of the app; install the app anew.';
    case 'forbidden':
      return "A scope or a product is missing; install the app anew with it, or see to the portal's plan.";
    case 'notFound':
      return 'HubSpot does not have what was asked for; it may have been deleted.';
    case 'conflict':
      return 'HubSpot has something of that name or key already; read it first.';
    case 'refused':
    case 'unreadable':
      return 'HubSpot refused what was sent; correct what is named.';
  }
}

function adviceOf(isOutcomeUnknown: boolean): string {
  return isOutcomeUnknown ? 'It may have been done: look before doing it again.' : 'Try again later.';
}
