import type { BatchApi } from '@hubspot/api-client/lib/codegen/crm/objects/index.js';
import type { ObjectType, ObjectUpdate, PropertyValues, WriteOutcome } from '../crm.ts';
import { readAnswer } from '../read-answer.ts';
import { batchAnswerSchema, refused, traceIdOf, written, type BatchAnswer } from './batch-answer.ts';
import { placed, writeInHalves, type Placed } from './write-in-halves.ts';

const mostUpdates = 100;

/** Updates records by id and tells of each what became of it, in the order of the updates. */
export async function updateObjects(
  api: BatchApi,
  objectType: ObjectType,
  updates: readonly ObjectUpdate[],
): Promise<WriteOutcome[]> {
  const outcomes: WriteOutcome[] = [];
  for (const batch of cutUpdates(placed(updates))) {
    outcomes.push(...(await writeInHalves(batch, (part) => updateBatch(api, objectType, part))));
  }
  return outcomes.sort((one, other) => one.position - other.position);
}

/** HubSpot refuses a batch that names an id twice: the second update of a record goes into the next batch. */
function cutUpdates(updates: readonly Placed<ObjectUpdate>[]): Placed<ObjectUpdate>[][] {
  const batches: Placed<ObjectUpdate>[][] = [];
  let ids = new Set<string>();
  for (const update of updates) {
    const last = batches.at(-1);
    if (last === undefined || ids.size === mostUpdates || ids.has(update.input.id)) {
      batches.push([update]);
      ids = new Set();
    } else {
      last.push(update);
    }
    ids.add(update.input.id);
  }
  return batches;
}

async function updateBatch(
  api: BatchApi,
  objectType: ObjectType,
  batch: readonly Placed<ObjectUpdate>[],
): Promise<WriteOutcome[]> {
  const inputs = batch.map(({ position, input }) => ({
    id: input.id,
    properties: writeProperties(input.properties),
    objectWriteTraceId: traceIdOf(position),
  }));
  const answer = await readAnswer(batchAnswerSchema, 'updates', api.update(objectType, { inputs }));
  return batch.map((update) => outcomeOf(update, answer));
}

function outcomeOf({ position, input }: Placed<ObjectUpdate>, { results, errors }: BatchAnswer): WriteOutcome {
  const mark = traceIdOf(position);
  // A record into which this one was merged answers under its own id, and then only the mark tells whose answer it is.
  const result =
    results.find((one) => one.objectWriteTraceId === mark) ?? results.find((one) => one.id === input.id) ?? null;
  if (result !== null) {
    return written(position, result.id);
  }
  const error = errors.find((one) => one.traceIds.includes(mark) || one.ids.includes(input.id));
  const unnamed = errors.find((one) => one.traceIds.length === 0 && one.ids.length === 0);
  // HubSpot leaves out some records that are gone, without an error.
  return refused(
    position,
    (error ?? unnamed)?.problem ?? {
      category: 'OBJECT_NOT_FOUND',
      message: "HubSpot's answer does not mention it; the record is probably gone.",
    },
  );
}

/** An empty text is what takes a value away. */
export function writeProperties(properties: PropertyValues): Record<string, string> {
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, value ?? '']));
}
