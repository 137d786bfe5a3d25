import {
  ResponseContext,
  type RequestBody,
  type ResponseBody,
} from '@hubspot/api-client/lib/codegen/crm/objects/index.js';
import type { AccessToken } from '../access-token.ts';
import { findEndpoint, type Endpoint } from '../api-version.ts';
import type { CallBudget } from '../call-budget.ts';
import type { CallRecord } from '../call-record.ts';
import { systemClock, type Clock } from '../clock.ts';
import { CrmError } from '../crm-error.ts';
import { errorOf } from './error-of.ts';
import { planRetry } from './plan-retry.ts';
import { takeInTime } from './take-in-time.ts';
import { tryOnce, type Outcome, type WireRequest } from './try-once.ts';
import { writeBody } from './write-body.ts';

export type HubSpotCallsOptions = {
  readonly token: AccessToken;
  readonly budget: CallBudget;
  /** Where HubSpot is; a stand-in portal has another place. */
  readonly baseUrl?: string;
  /** How long one try may take. */
  readonly timeoutMillis?: number;
  /** How long a call may take with all its tries and waits. */
  readonly deadlineMillis?: number;
  readonly mostTries?: number;
  readonly clock?: Clock;
  /** From 0 to below 1. */
  readonly chance?: () => number;
  readonly onCall?: (record: CallRecord) => void;
};

/** A request of the library. Each of its namespaces has a class of its own for it, all of one shape. */
export type LibraryRequest = {
  getUrl(): string;
  getHttpMethod(): string;
  getHeaders(): Readonly<Record<string, string>>;
  getBody(): RequestBody;
};

type Call = { readonly endpoint: Endpoint; readonly request: WireRequest; readonly isSigned: boolean };

type Answer = Extract<Outcome, { readonly kind: 'answered' }>;

// What a signed address leads to lies outside the API: it counts against no limit and must not get the token.
const signedAddress: Endpoint = {
  method: 'GET',
  template: '{signedUrl}',
  kind: 'general',
  isRepeatable: true,
  successStatus: 200,
  bodyNeeds: {},
};

/**
 * Sends what the library wants to send, with what the library lacks: the dated paths, a token that may change, the portal's
 * budget, a time limit, and tries again where that is safe. What does not come to a success is thrown as a `CrmError`.
 */
export class HubSpotCalls {
  readonly baseUrl: string;
  readonly #options: Required<Omit<HubSpotCallsOptions, 'baseUrl'>>;

  constructor(options: HubSpotCallsOptions) {
    this.baseUrl = (options.baseUrl ?? 'https://api.hubapi.com').replace(/\/$/, '');
    this.#options = {
      timeoutMillis: 10_000,
      deadlineMillis: 60_000,
      mostTries: 6,
      clock: systemClock,
      chance: Math.random,
      onCall: () => undefined,
      ...options,
    };
  }

  /** The library's own way of sending; every namespace takes it. */
  async send(request: LibraryRequest): Promise<ResponseContext> {
    const url = new URL(request.getUrl());
    const { endpoint, path } = findEndpoint(request.getHttpMethod(), url.pathname);
    url.pathname = path;
    const { body, headers } = writeBody(request.getBody(), endpoint.bodyNeeds);
    const answer = await this.#call({
      endpoint,
      request: { method: endpoint.method, url: url.href, headers: { ...request.getHeaders(), ...headers }, body },
      isSigned: true,
    });
    return new ResponseContext(statusFor(endpoint, answer.status), { ...answer.headers }, bodyOf(answer.text));
  }

  /** What is behind an address that HubSpot signed. */
  async download(signedUrl: string): Promise<string> {
    const request = { method: 'GET', url: signedUrl, headers: {}, body: null };
    return (await this.#call({ endpoint: signedAddress, request, isSigned: false })).text;
  }

  async #call(call: Call): Promise<Answer> {
    const { clock, chance, budget, token, mostTries, deadlineMillis } = this.#options;
    const { endpoint } = call;
    const deadlineAt = clock.now() + deadlineMillis;
    let refused: string | null = null;
    for (let number = 1; ; number += 1) {
      const bearer: string | null = call.isSigned ? await this.#prepare(endpoint, refused, deadlineAt) : null;
      const outcome = await this.#try(call, bearer, number, deadlineAt);
      if (outcome.kind === 'answered' && outcome.status >= 200 && outcome.status < 300) {
        return outcome;
      }
      const now = clock.now();
      if (isStatus(outcome, 401) && refused === null && bearer !== null && token.refresh !== undefined) {
        refused = bearer;
        continue;
      }
      const waitMillis = planRetry(outcome, endpoint, { number, now, chance: chance() });
      if (waitMillis !== null && isStatus(outcome, 429)) {
        budget.pause(endpoint.kind, waitMillis);
      }
      if (waitMillis === null || number >= mostTries || now + waitMillis >= deadlineAt) {
        throw errorOf(outcome, endpoint, number, now);
      }
      await clock.sleep(waitMillis);
    }
  }

  /** Waits for the budget and gives the token, a new one where HubSpot refused the one before. */
  async #prepare(endpoint: Endpoint, refused: string | null, deadlineAt: number): Promise<string> {
    const { budget, token, clock } = this.#options;
    const restMillis = deadlineAt - clock.now();
    try {
      const bearer = await (refused !== null && token.refresh !== undefined ? token.refresh(refused) : token());
      await takeInTime(budget, endpoint.kind, restMillis);
      return bearer;
    } catch (error) {
      if (error instanceof CrmError) {
        throw error;
      }
      throw new CrmError('unavailable', 'The call was not made, for the token or the budget could not be had.', {
        cause: error,
      });
    }
  }

  async #try(call: Call, bearer: string | null, attempt: number, deadlineAt: number): Promise<Outcome> {
    const { clock, timeoutMillis, onCall } = this.#options;
    const { kind, method, template } = call.endpoint;
    const begunAt = clock.now();
    const headers = bearer === null ? {} : { authorization: `Bearer ${bearer}` };
    const request = { ...call.request, headers: { ...call.request.headers, ...headers } };
    const outcome = await tryOnce(request, Math.max(1, Math.min(timeoutMillis, deadlineAt - begunAt)));
    const status = outcome.kind === 'answered' ? outcome.status : null;
    onCall({ kind, method, template, status, millis: clock.now() - begunAt, attempt });
    return outcome;
  }
}

/** The library takes any other success for a failure: 200 where a creation should have had 201. */
function statusFor({ successStatus }: Endpoint, status: number): number {
  return status === 207 && successStatus !== 204 ? 207 : successStatus;
}

function isStatus(outcome: Outcome, status: number): boolean {
  return outcome.kind === 'answered' && outcome.status === status;
}

function bodyOf(text: string): ResponseBody {
  return { text: () => Promise.resolve(text), binary: () => Promise.resolve(Buffer.from(text)) };
}
