import * as z from 'zod';
import { RecordRefusal } from '../records/record-refusal.ts';
import type { AskedType } from './asked-by.ts';
import { batchAnswer, type BatchAnswer } from './batch-answer.ts';
import { attempt } from './create-batch.ts';
import { batchError, type BatchError } from './error-answer.ts';
import { createdAnswer, updatedAnswer, type RecordAnswer } from './record-answer.ts';
import { idText, propertyValues, refuseDoubles } from './write-bodies.ts';

export const upsertBody = z.object({
  id: idText,
  idProperty: z.string(),
  properties: propertyValues,
  objectWriteTraceId: z.string().optional(),
});

type UpsertBody = z.infer<typeof upsertBody>;

/**
 * Updates the records that have a unique value and makes those that nobody has. By e-mail address one bad input refuses all;
 * by any other unique property each stands for itself.
 */
export function upsertBatch(asked: AskedType, inputs: readonly UpsertBody[]): BatchAnswer {
  const { records } = asked;
  refuseDoubles(inputs.map(({ id, idProperty }) => `${idProperty}=${id.toLowerCase()}`));
  if (inputs.some(({ idProperty }) => idProperty === 'email')) return upsertAll(asked, inputs);
  const results: RecordAnswer[] = [];
  const errors: BatchError[] = [];
  for (const input of inputs) {
    const outcome = attempt(() => upsert(asked, input));
    if (!(outcome instanceof RecordRefusal)) results.push(outcome);
    else {
      const traced = input.objectWriteTraceId === undefined ? {} : { objectWriteTraceId: [input.objectWriteTraceId] };
      errors.push(batchError(outcome, { ids: [input.id], ...traced }));
    }
  }
  return batchAnswer(200, records.now, results, errors);
}

function upsert(asked: AskedType, input: UpsertBody): RecordAnswer {
  const { caller, records, type } = asked;
  const known = findKnown(asked, input);
  const properties = { [input.idProperty]: input.id, ...input.properties };
  const record =
    known === null
      ? records.createRecord(type.objectTypeId, properties, caller.source)
      : records.updateRecord(type.objectTypeId, known.id, input.properties, caller.source);
  const answer = known === null ? createdAnswer(record) : updatedAnswer(type, record, Object.keys(properties));
  const traced = input.objectWriteTraceId === undefined ? {} : { objectWriteTraceId: input.objectWriteTraceId };
  return { ...answer, ...traced, new: known === null };
}

/** Makes and updates all, or nothing: the new ones are tried first, since they can be refused for more reasons. */
function upsertAll(asked: AskedType, inputs: readonly UpsertBody[]): BatchAnswer {
  const { caller, records, type } = asked;
  const known = new Map(inputs.map((input) => [input, findKnown(asked, input)] as const));
  const updates = inputs.flatMap((input) => {
    const record = known.get(input) ?? null;
    return record === null ? [] : [{ id: record.id, properties: input.properties }];
  });
  const creations = inputs
    .filter((input) => known.get(input) === null)
    .map((input) => ({ properties: { [input.idProperty]: input.id, ...input.properties } }));
  records.checkUpdates(type.objectTypeId, updates, caller.source);
  const made = records.createRecords(type.objectTypeId, creations, caller.source);
  const updated = records.updateRecords(type.objectTypeId, updates, caller.source);
  const results = inputs.map((input) => {
    const isNew = known.get(input) === null;
    const record = isNew ? made.shift()! : updated.shift()!;
    const properties = Object.keys({ [input.idProperty]: '', ...input.properties });
    return { ...(isNew ? createdAnswer(record) : updatedAnswer(type, record, properties)), new: isNew };
  });
  return batchAnswer(200, records.now, results, []);
}

function findKnown({ records, type }: AskedType, input: UpsertBody) {
  return records.findRecord(type.objectTypeId, input.id, input.idProperty);
}
