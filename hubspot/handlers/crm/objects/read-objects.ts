import type { BatchApi } from '@hubspot/api-client/lib/codegen/crm/objects/index.js';
import * as z from 'zod';
import { batchErrorsSchema, throwUnlessMissing } from '../batch-errors.ts';
import { cutIntoBatches, doFewAtOnce } from '../batches.ts';
import type { CrmRecord, ObjectType } from '../crm.ts';
import { readAnswer } from '../read-answer.ts';
import { recordSchema } from './record-answer.ts';

const mostIds = 100;
const mostIdsWithHistory = 50;
const batchesAtOnce = 3;

const answerSchema = z.looseObject({ results: z.array(recordSchema), errors: batchErrorsSchema });

/**
 * Reads records by their ids, each once, in the order in which they were asked for. Those that are gone are missing. A record
 * into which another was merged answers to the other's id: it comes last, under its own id.
 */
export async function readObjects(
  api: BatchApi,
  objectType: ObjectType,
  ids: readonly string[],
  properties: readonly string[],
  historyOf: readonly string[],
): Promise<CrmRecord[]> {
  // HubSpot refuses a batch that names an id twice.
  const asked = [...new Set(ids)];
  const batches = cutIntoBatches(asked, historyOf.length > 0 ? mostIdsWithHistory : mostIds);
  const answers = await doFewAtOnce(batches, batchesAtOnce, (batch) =>
    readAnswer(
      answerSchema,
      'records',
      api.read(objectType, {
        inputs: batch.map((id) => ({ id })),
        properties: [...properties],
        propertiesWithHistory: [...historyOf],
      }),
    ),
  );
  throwUnlessMissing(answers.flatMap((answer) => answer.errors));
  const found = new Map(answers.flatMap((answer) => answer.results).map((record) => [record.id, record]));
  const places = new Map(asked.map((id, place) => [id, place]));
  const placeOf = (record: CrmRecord): number => places.get(record.id) ?? asked.length;
  return [...found.values()]
    .sort((one, other) => placeOf(one) - placeOf(other))
    .map((record) => withHistories(record, historyOf));
}

/**
 * Reads records by the values of a unique property, each once, in the order of the values. HubSpot compares these without regard
 * to case, so that a record is found by its value as it stands there or as it was asked for.
 */
export async function readObjectsBy(
  api: BatchApi,
  objectType: ObjectType,
  keyProperty: string,
  keys: readonly string[],
  properties: readonly string[],
  historyOf: readonly string[],
): Promise<CrmRecord[]> {
  const asked = [...new Set(keys)];
  const batches = cutIntoBatches(asked, historyOf.length > 0 ? mostIdsWithHistory : mostIds);
  const answers = await doFewAtOnce(batches, batchesAtOnce, (batch) =>
    readAnswer(
      answerSchema,
      'records',
      api.read(objectType, {
        idProperty: keyProperty,
        inputs: batch.map((id) => ({ id })),
        properties: [...new Set([keyProperty, ...properties])],
        propertiesWithHistory: [...historyOf],
      }),
    ),
  );
  throwUnlessMissing(answers.flatMap((answer) => answer.errors));
  const nameOf = (key: string | null | undefined): string => (key ?? '').toLowerCase();
  const found = new Map(
    answers.flatMap((answer) => answer.results).map((record) => [nameOf(record.properties[keyProperty]), record]),
  );
  return asked.flatMap((key) => found.get(nameOf(key)) ?? []).map((record) => withHistories(record, historyOf));
}

/** A property without a past has an empty history, not none. */
function withHistories(record: CrmRecord, historyOf: readonly string[]): CrmRecord {
  const history = Object.fromEntries(historyOf.map((property) => [property, record.history[property] ?? []]));
  return { ...record, history };
}
