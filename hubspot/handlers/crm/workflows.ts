import { HttpMethod, RequestContext } from '@hubspot/api-client/lib/codegen/crm/objects/index.js';
import * as z from 'zod';
import type { HubSpotCalls } from './calls/hubspot-calls.ts';
import type { PortalWorkflow } from './crm.ts';
import { compareIds } from './objects/record-answer.ts';
import { idSchema, pagingSchema, readAnswer } from './read-answer.ts';

const pageSize = 100;
const path = '/automation/v4/flows';

const listSchema = z.looseObject({ results: z.array(z.looseObject({ id: idSchema })), paging: pagingSchema });

const actionSchema = z.looseObject({
  actionTypeId: z.string().nullish(),
  fields: z.record(z.string(), z.unknown()).nullish(),
});

const batchSchema = z.looseObject({
  results: z.array(
    z.looseObject({
      id: idSchema,
      name: z.string().nullish(),
      isEnabled: z.boolean().nullish(),
      objectTypeId: z.string().nullish(),
      actions: z.array(actionSchema).nullish(),
    }),
  ),
});

/** Workflows, which the library has no calls for; so these are written here and sent as the library's own. */
export class Workflows {
  readonly #calls: HubSpotCalls;

  constructor(calls: HubSpotCalls) {
    this.#calls = calls;
  }

  /** All workflows in the order of their ids, with what their actions do. */
  async list(): Promise<PortalWorkflow[]> {
    const ids = await this.#listIds();
    const workflows: PortalWorkflow[] = [];
    for (let start = 0; start < ids.length; start += pageSize) {
      workflows.push(...(await this.#readSome(ids.slice(start, start + pageSize))));
    }
    return workflows.sort((one, other) => compareIds(one.id, other.id));
  }

  async #listIds(): Promise<string[]> {
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const query: string = after === null ? '' : `&after=${encodeURIComponent(after)}`;
      const page: z.output<typeof listSchema> = await readAnswer(
        listSchema,
        'the workflows',
        this.#send(HttpMethod.GET, `${path}?limit=${String(pageSize)}${query}`, null),
      );
      ids.push(...page.results.map(({ id }) => id));
      after = page.paging;
    } while (after !== null);
    return ids;
  }

  async #readSome(ids: readonly string[]): Promise<PortalWorkflow[]> {
    const body = { inputs: ids.map((id) => ({ flowId: id, type: 'FLOW_ID' })) };
    const answer = await readAnswer(
      batchSchema,
      'some workflows',
      this.#send(HttpMethod.POST, `${path}/batch/read`, JSON.stringify(body)),
    );
    return answer.results.map((flow) => ({
      id: flow.id,
      name: flow.name ?? '',
      isOn: flow.isEnabled ?? false,
      objectTypeId: flow.objectTypeId ?? null,
      actions: (flow.actions ?? []).map((action) => ({
        actionTypeId: action.actionTypeId ?? '',
        propertyName: textOf(action.fields?.['property_name']),
      })),
    }));
  }

  async #send(method: HttpMethod, address: string, body: string | null): Promise<unknown> {
    const request = new RequestContext(`${this.#calls.baseUrl}${address}`, method);
    if (body !== null) {
      request.setHeaderParam('Content-Type', 'application/json');
      request.setBody(body);
    }
    const answer = await this.#calls.send(request);
    return JSON.parse(await answer.body.text()) as unknown;
  }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
