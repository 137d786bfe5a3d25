import * as z from 'zod';
import type { HubSpotCalls } from './calls/hubspot-calls.ts';
import type { Account } from './crm.ts';
import { readAnswer } from './read-answer.ts';

const accountSchema = z
  .looseObject({ portalId: z.int(), accountType: z.string().catch(''), timeZone: z.string().catch('UTC') })
  .transform(({ portalId, accountType, timeZone }): Account => ({ portalId, accountType, timeZone }));

/** What a portal says of itself. The library has no namespace for it, so that its request is made here. */
export class AccountInfo {
  readonly #calls: HubSpotCalls;

  constructor(calls: HubSpotCalls) {
    this.#calls = calls;
  }

  read(): Promise<Account> {
    return readAnswer(accountSchema, 'the account', this.#ask());
  }

  async #ask(): Promise<unknown> {
    const answer = await this.#calls.send({
      getUrl: () => `${this.#calls.baseUrl}/account-info/v3/details`,
      getHttpMethod: () => 'GET',
      getHeaders: () => ({ accept: 'application/json' }),
      getBody: () => undefined,
    });
    return JSON.parse(await answer.body.text()) as unknown;
  }
}
