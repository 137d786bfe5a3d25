import {
  CallbacksApi,
  createConfiguration,
  ServerConfiguration,
  wrapHttpLibrary,
} from '@hubspot/api-client/lib/codegen/automation/actions/index.js';
import * as z from 'zod';
import type { HubSpotCalls } from './calls/hubspot-calls.ts';
import { readAnswer } from './read-answer.ts';

/** Workflow actions that wait for us. */
export class Callbacks {
  readonly #api: CallbacksApi;

  constructor(calls: HubSpotCalls) {
    const baseServer = new ServerConfiguration(calls.baseUrl, {});
    this.#api = new CallbacksApi(createConfiguration({ baseServer, httpApi: wrapHttpLibrary(calls) }));
  }

  async complete(callbackId: string, outputFields: { readonly [name: string]: string }): Promise<void> {
    const answer = this.#api.complete(callbackId, { outputFields: { ...outputFields } });
    await readAnswer(z.unknown(), 'a workflow action', answer);
  }
}
