import type { PortalRecord } from '../records/portal-record.ts';
import { RecordRefusal } from '../records/record-refusal.ts';
import type { AskedType } from './asked-by.ts';
import { batchAnswer, type BatchAnswer } from './batch-answer.ts';
import { areTraced, attempt } from './create-batch.ts';
import { batchError, type BatchError } from './error-answer.ts';
import { notFound } from './read-batch.ts';
import { updatedAnswer, type RecordAnswer } from './record-answer.ts';
import { refuseDoubles, type BatchUpdateBody } from './write-bodies.ts';

type KnownUpdate = { readonly input: BatchUpdateBody; readonly record: PortalRecord };

/**
 * Updates records. Those that are not there are listed as errors and take no other along; a value that cannot be refuses all,
 * unless every input carries an `objectWriteTraceId`.
 */
export function updateBatch(asked: AskedType, inputs: readonly BatchUpdateBody[]): BatchAnswer {
  const { records, type } = asked;
  refuseDoubles(inputs.map(({ id }) => id));
  const isTraced = areTraced(inputs);
  const known: KnownUpdate[] = [];
  const missing: BatchUpdateBody[] = [];
  for (const input of inputs) {
    const record = records.findRecord(type.objectTypeId, input.id, input.idProperty);
    if (record === null) missing.push(input);
    else known.push({ input, record });
  }
  const { results, errors } = isTraced ? updateEach(asked, known) : updateAll(asked, known);
  if (missing.length > 0 && isTraced) {
    for (const { id, objectWriteTraceId } of missing) {
      errors.push(notFound(type, [id], { objectWriteTraceId: [objectWriteTraceId!] }));
    }
  } else if (missing.length > 0) {
    errors.push(
      notFound(
        type,
        missing.map(({ id }) => id),
      ),
    );
  }
  return batchAnswer(200, records.now, results, errors);
}

function updateAll(asked: AskedType, known: readonly KnownUpdate[]): { results: RecordAnswer[]; errors: BatchError[] } {
  const { caller, records, type } = asked;
  const updates = known.map(({ input, record }) => ({ id: record.id, properties: input.properties }));
  const updated = records.updateRecords(type.objectTypeId, updates, caller.source);
  const results = updated.map((record, place) => answerOf(asked, known[place]!.input, record));
  return { results, errors: [] };
}

function updateEach(
  asked: AskedType,
  known: readonly KnownUpdate[],
): { results: RecordAnswer[]; errors: BatchError[] } {
  const { caller, records, type } = asked;
  const results: RecordAnswer[] = [];
  const errors: BatchError[] = [];
  for (const { input, record } of known) {
    const outcome = attempt(() => records.updateRecord(type.objectTypeId, record.id, input.properties, caller.source));
    if (!(outcome instanceof RecordRefusal)) results.push(answerOf(asked, input, outcome));
    else errors.push(batchError(outcome, { ids: [input.id], objectWriteTraceId: [input.objectWriteTraceId!] }));
  }
  return { results, errors };
}

function answerOf({ type }: AskedType, input: BatchUpdateBody, record: PortalRecord): RecordAnswer {
  return {
    ...updatedAnswer(type, record, Object.keys(input.properties)),
    ...(input.objectWriteTraceId === undefined ? {} : { objectWriteTraceId: input.objectWriteTraceId }),
  };
}
