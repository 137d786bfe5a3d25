import { similarNames } from '../../../core/src/author/policy/similar-names.ts';
import { CrmError } from '../crm/crm-error.ts';
import { failed, type ActionAnswer } from './action-answer.ts';
import type { ActionRefusal } from './action-ports.ts';

/** How soon HubSpot may try again where the portal did not say. */
const usualRetrySeconds = 30;

export function refuseOtherPortal(): ActionAnswer {
  return failed(
    'HSA203',
    'This call is of another portal. Nothing was done. Install the app in the portal of the workflow.',
  );
}

export function refuseObjectType(): ActionAnswer {
  return failed('HSA202', 'Signalbox decides contacts and leads. Nothing was done. Use a workflow on one of these.');
}

export function refuseLeadWithoutContact(): ActionAnswer {
  return failed('HSA207', 'The lead has no contact any more. Nothing was done. Associate the lead with its contact.');
}

/** @param label the input as the workflow editor calls it */
export function refuseEmptyInput(label: string): ActionAnswer {
  return failed('HSA205', `${label} is empty. Nothing was done. Fill it in where the action stands in the workflow.`);
}

export function refuseUnknownOption(label: string, options: readonly string[]): ActionAnswer {
  return failed('HSA205', `${label} is none of ${options.join(', ')}. Nothing was done. Choose one of them.`);
}

/** @param keys what of the call cannot be read */
export function refuseUnreadable(keys: readonly string[]): ActionAnswer {
  return failed('HSA206', `The call has no readable ${keys.join(', ')}. Nothing was done. Add the action again.`);
}

/** @param thing "pool" or "service level" */
export function refuseUnknownName(
  code: 'HSA213' | 'HSA216',
  thing: string,
  typed: string,
  known: readonly string[],
): ActionAnswer {
  const near = similarNames(typed, known);
  const meant = near.length > 0 ? `Names like it: ${near.join(', ')}.` : `It has: ${listOf(known)}.`;
  return failed(code, `The live policy has no ${thing} called ${short(typed)}. ${meant} Nothing was done.`);
}

export function refusalOf(refusal: ActionRefusal): ActionAnswer {
  switch (refusal.state) {
    case 'noContact':
      return failed('HSA201', 'The portal has no such contact any more. Nothing was done.');
    case 'notPublished':
      return failed('HSA210', 'No rules are published. Publish them on the page of Signalbox.');
    case 'failed':
      return failed('HSA211', `It could not be done: ${refusal.cause}`);
  }
}

/**
 * What a call that failed on the way to the portal is answered. What may go better later is tried again by HubSpot; an error
 * that is none of the portal's goes on as it is.
 */
export function answerOfError(error: unknown): ActionAnswer {
  if (!(error instanceof CrmError)) {
    throw error;
  }
  if (error.isTransient) {
    const millis = error.retryAfterMillis ?? usualRetrySeconds * 1000;
    return { kind: 'later', retryAfterSeconds: Math.max(1, Math.ceil(millis / 1000)) };
  }
  switch (error.failure) {
    case 'notFound':
      return refusalOf({ state: 'noContact' });
    case 'unauthorized':
      return failed(
        'HSA220',
        'The app is no longer connected to the portal. Connect it again, then enrol the record again.',
      );
    case 'forbidden':
      return failed('HSA220', 'The app may not do this in the portal. Grant what its settings page says is missing.');
    default:
      return failed('HSA227', `HubSpot refused it (${error.code}). See the app's settings page for the cause.`);
  }
}

const mostNames = 10;

function listOf(names: readonly string[]): string {
  const told = names.slice(0, mostNames).join(', ');
  return names.length > mostNames ? `${told} and ${names.length - mostNames} more` : told || 'none';
}

/** What was typed may be a property's value that was put there by mistake, which can be long. */
function short(typed: string): string {
  return typed.length > 60 ? `${typed.slice(0, 60)}…` : typed;
}
