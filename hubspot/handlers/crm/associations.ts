import {
  BatchApi,
  createConfiguration,
  ServerConfiguration,
  wrapHttpLibrary,
} from '@hubspot/api-client/lib/codegen/crm/associations/v4/index.js';
import * as z from 'zod';
import { batchErrorsSchema, throwUnlessMissing } from './batch-errors.ts';
import { cutIntoBatches, doFewAtOnce } from './batches.ts';
import type { HubSpotCalls } from './calls/hubspot-calls.ts';
import type { ObjectType } from './crm.ts';
import { idSchema, pagingSchema, readAnswer } from './read-answer.ts';

const mostIds = 100;
const batchesAtOnce = 3;

const answerSchema = z.looseObject({
  results: z.array(
    z.looseObject({
      // The library calls it so, for "from" was a keyword to it.
      _from: z.looseObject({ id: idSchema }),
      to: z.array(z.looseObject({ toObjectId: idSchema })),
      paging: pagingSchema,
    }),
  ),
  errors: batchErrorsSchema,
});

/** A record whose associations are asked for; `after` where its last page ended. */
type Asked = { readonly id: string; readonly after?: string };

export class Associations {
  readonly #api: BatchApi;

  constructor(calls: HubSpotCalls) {
    const baseServer = new ServerConfiguration(calls.baseUrl, {});
    this.#api = new BatchApi(createConfiguration({ baseServer, httpApi: wrapHttpLibrary(calls) }));
  }

  /** The ids of what each record is associated with, each once; an empty list where there is nothing. */
  async read(fromType: ObjectType, toType: ObjectType, fromIds: readonly string[]): Promise<Map<string, string[]>> {
    const found = new Map<string, Set<string>>(fromIds.map((id) => [id, new Set()]));
    let asked: Asked[] = [...found.keys()].map((id) => ({ id }));
    while (asked.length > 0) {
      const answers = await doFewAtOnce(cutIntoBatches(asked, mostIds), batchesAtOnce, (batch) =>
        this.#readPage(fromType, toType, batch),
      );
      const results = answers.flatMap((answer) => answer.results);
      for (const { _from: from, to } of results) {
        const others = found.get(from.id);
        to.forEach((other) => others?.add(other.toObjectId));
      }
      asked = results.flatMap(({ _from: from, paging }) => (paging === null ? [] : { id: from.id, after: paging }));
    }
    return new Map([...found].map(([id, others]) => [id, [...others]]));
  }

  async #readPage(
    fromType: ObjectType,
    toType: ObjectType,
    batch: readonly Asked[],
  ): Promise<z.output<typeof answerSchema>> {
    const inputs = batch.map((one) => ({ ...one }));
    const answer = await readAnswer(answerSchema, 'associations', this.#api.getPage(fromType, toType, { inputs }));
    throwUnlessMissing(answer.errors);
    return answer;
  }
}
