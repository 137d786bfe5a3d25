import type { ActionDefinition, HubSpotApp } from '../apps/hubspot-app.ts';
import type { Timers } from '../http/timers.ts';
import { headersOfV3, signV2 } from '../signing/sign.ts';
import { callApp, isSuccess, type AppAnswer } from '../webhooks/call-app.ts';
import { readActionAnswer, type ActionResult } from './action-answer.ts';
import { isRetried, waitAfterFailure } from './retry-waits.ts';

/** How actions are called. */
export type ActionOptions = {
  readonly timeoutMillis: number;
  /** What the waits before another attempt are multiplied with. */
  readonly retryScale: number;
  /** How often an answer of 4xx is tried again. HubSpot documents none; users saw up to five. */
  readonly clientErrorRetries: number;
};

export const usualActionOptions: ActionOptions = { timeoutMillis: 20_000, retryScale: 1, clientErrorRetries: 0 };

/** An action to be executed for a record. */
export type Execution = {
  readonly app: HubSpotApp;
  readonly action: ActionDefinition;
  readonly callbackId: string;
  readonly portalId: number;
  readonly workflowId: number;
  readonly objectId: string;
  /** Such as CONTACT. */
  readonly objectType: string;
  readonly properties: Readonly<Record<string, string | null>>;
  readonly inputs: Readonly<Record<string, string>>;
};

export type Executed = { readonly result: ActionResult; readonly status: number | null; readonly attempts: number };

/**
 * Calls an action's address until it answers for good: 2xx is what it says, another 4xx than 429 is a failure. 429, 5xx and
 * silence are tried again with growing waits for three days; 429 says in `Retry-After` how many seconds it wants.
 */
export async function callAction(
  execution: Execution,
  options: ActionOptions,
  parts: { readonly now: () => number; readonly timers: Timers },
): Promise<Executed> {
  let waited = 0;
  for (let attempts = 1; ; attempts += 1) {
    const answer = await callOnce(execution, options, parts.now());
    const status = answer.kind === 'answered' ? answer.status : null;
    if (isSuccess(answer)) return { result: readActionAnswer(answer.body, execution.action.outputs), status, attempts };
    const isFinal = status !== null && !isRetried(status) && attempts > options.clientErrorRetries;
    const { wait, isLast } = waitAfterFailure(attempts, waited, waitAskedFor(answer));
    waited += wait;
    if (isFinal || isLast) return { result: { state: 'failed', outputs: {} }, status, attempts };
    await parts.timers.sleep(wait * options.retryScale);
  }
}

function callOnce(execution: Execution, { timeoutMillis }: ActionOptions, at: number): Promise<AppAnswer> {
  const { app, action } = execution;
  const url = action.actionUrl;
  const body = JSON.stringify(payloadOf(execution));
  const request = { method: 'POST', url, body };
  return callApp({
    ...request,
    headers: {
      'Content-Type': 'application/json',
      'X-HubSpot-Signature': signV2(app.clientSecret, request),
      'X-HubSpot-Signature-Version': 'v2',
      ...headersOfV3(app.clientSecret, request, at),
    },
    timeoutMillis,
  });
}

function payloadOf({ action, callbackId, portalId, workflowId, ...execution }: Execution): Record<string, unknown> {
  return {
    callbackId,
    origin: {
      portalId,
      actionDefinitionId: action.definitionId,
      actionDefinitionVersion: action.version,
    },
    context: { source: 'WORKFLOWS', workflowId },
    object: {
      objectId: Number(execution.objectId),
      objectType: execution.objectType,
      properties: execution.properties,
    },
    inputFields: execution.inputs,
    fields: execution.inputs,
  };
}

function waitAskedFor(answer: AppAnswer): number | null {
  const seconds = answer.kind === 'answered' && answer.status === 429 ? Number(answer.headers.get('retry-after')) : 0;
  return seconds > 0 ? seconds * 1000 : null;
}
