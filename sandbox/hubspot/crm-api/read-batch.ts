import * as z from 'zod';
import type { PortalRecord } from '../records/portal-record.ts';
import type { KnownType } from '../records/portal-schema.ts';
import type { AskedType } from './asked-by.ts';
import { batchAnswer, type BatchAnswer } from './batch-answer.ts';
import type { BatchError } from './error-answer.ts';
import { readAnswer } from './record-answer.ts';

const names = z
  .array(z.string())
  .nullish()
  .transform((listed) => listed ?? []);

export const readBody = z.object({
  properties: names,
  propertiesWithHistory: names,
  idProperty: z.string().nullish(),
});

/** Reads records by id or unique value. Those that are not there are listed in one error, beside those that are. */
export function readBatch(
  asked: AskedType,
  ids: readonly string[],
  body: z.infer<typeof readBody>,
  isArchived: boolean,
): BatchAnswer {
  const { caller, records, type } = asked;
  const found = new Map<string, PortalRecord>();
  const missing: string[] = [];
  for (const id of new Set(ids)) {
    const record = records.findRecord(type.objectTypeId, id, body.idProperty ?? undefined, isArchived);
    if (record === null) missing.push(id);
    else found.set(record.id, record);
  }
  const results = [...found.values()].map((record) => readAnswer(caller, type, record, body));
  return batchAnswer(200, records.now, results, missing.length === 0 ? [] : [notFound(type, missing)]);
}

/** What HubSpot says of records of a batch that are not there. */
export function notFound(
  type: KnownType,
  ids: readonly string[],
  context: { readonly [key: string]: readonly string[] } = {},
): BatchError {
  return {
    status: 'error',
    category: 'OBJECT_NOT_FOUND',
    message: `Could not get some ${type.name} objects, they may be deleted or not exist. Check that ids are valid.`,
    context: { ids, ...context },
  };
}
