import { RecordRefusal } from '../records/record-refusal.ts';
import type { AskedType } from './asked-by.ts';
import { batchAnswer, type BatchAnswer } from './batch-answer.ts';
import { batchError, type BatchError } from './error-answer.ts';
import { createdAnswer, type RecordAnswer } from './record-answer.ts';
import { associationsOf, type CreationBody } from './write-bodies.ts';

/**
 * Makes records. One bad input refuses all, unless every input carries an `objectWriteTraceId`: then the good ones are made,
 * and each refusal names the trace of its input.
 */
export function createBatch(asked: AskedType, inputs: readonly CreationBody[]): BatchAnswer {
  const { caller, records, type } = asked;
  if (!areTraced(inputs)) {
    const creations = inputs.map((input) => ({
      properties: input.properties,
      associations: associationsOf(records, type, input),
    }));
    const made = records.createRecords(type.objectTypeId, creations, caller.source);
    return batchAnswer(201, records.now, made.map(createdAnswer), []);
  }
  const results: RecordAnswer[] = [];
  const errors: BatchError[] = [];
  for (const input of inputs) {
    const traced = { objectWriteTraceId: [input.objectWriteTraceId!] };
    const outcome = attempt(() => {
      const associations = associationsOf(records, type, input);
      return records.createRecord(type.objectTypeId, input.properties, caller.source, associations);
    });
    if (outcome instanceof RecordRefusal) errors.push(batchError(outcome, traced));
    else results.push({ ...createdAnswer(outcome), objectWriteTraceId: input.objectWriteTraceId });
  }
  return batchAnswer(201, records.now, results, errors);
}

/** Whether a batch asked for partial success. */
export function areTraced(inputs: readonly { readonly objectWriteTraceId?: string | undefined }[]): boolean {
  return inputs.every(({ objectWriteTraceId }) => objectWriteTraceId !== undefined);
}

/** What comes of a step, or why it was refused. */
export function attempt<Result>(step: () => Result): Result | RecordRefusal {
  try {
    return step();
  } catch (problem) {
    if (problem instanceof RecordRefusal) return problem;
    throw problem;
  }
}
