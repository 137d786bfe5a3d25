import type {
  AssociationSpecAssociationCategoryEnum,
  BatchApi,
} from '@hubspot/api-client/lib/codegen/crm/objects/index.js';
import { cutIntoBatches } from '../batches.ts';
import type { AssociationTo, ObjectCreation, ObjectType, WriteOutcome } from '../crm.ts';
import { CrmError } from '../crm-error.ts';
import { readAnswer } from '../read-answer.ts';
import { associationTypeId } from './association-types.ts';
import { batchAnswerSchema, refused, traceIdOf, written } from './batch-answer.ts';
import { matchCreated } from './match-created.ts';
import { writeProperties } from './update-objects.ts';
import { placed, writeInHalves, type Placed } from './write-in-halves.ts';

const mostCreations = 100;

/**
 * Creates records with their associations and tells of each what became of it, in the order of the creations.
 *
 * @throws CrmError with `isOutcomeUnknown` when some may have been created: by a call that failed, or by one before it
 */
export async function createObjects(
  api: BatchApi,
  objectType: ObjectType,
  creations: readonly ObjectCreation[],
): Promise<WriteOutcome[]> {
  const outcomes: WriteOutcome[] = [];
  let isAnyCreated = false;
  const create = async (part: readonly Placed<ObjectCreation>[]): Promise<WriteOutcome[]> => {
    const done = await createBatch(api, objectType, part);
    isAnyCreated ||= done.some((outcome) => outcome.isWritten);
    return done;
  };
  try {
    for (const batch of cutIntoBatches(placed(creations), mostCreations)) {
      outcomes.push(...(await writeInHalves(batch, create)));
    }
  } catch (error) {
    throw isAnyCreated && error instanceof CrmError ? withUnknownOutcome(error) : error;
  }
  return outcomes.sort((one, other) => one.position - other.position);
}

async function createBatch(
  api: BatchApi,
  objectType: ObjectType,
  batch: readonly Placed<ObjectCreation>[],
): Promise<WriteOutcome[]> {
  const inputs = batch.map(({ position, input }) => ({
    properties: writeProperties(input.properties),
    associations: input.associations.map((association) => writeAssociation(objectType, association)),
    // With a mark HubSpot creates what is valid and refuses the rest one by one.
    objectWriteTraceId: traceIdOf(position),
  }));
  try {
    const answer = await readAnswer(batchAnswerSchema, 'creations', api.create(objectType, { inputs }));
    const ids = matchCreated(batch, answer);
    return batch.map(({ position }) => outcomeOf(position, ids, answer.errors));
  } catch (error) {
    // What cannot be read was an answer to something that was done.
    throw error instanceof CrmError && error.failure === 'unreadable' ? withUnknownOutcome(error) : error;
  }
}

function outcomeOf(
  position: number,
  ids: ReadonlyMap<number, string>,
  errors: readonly { readonly traceIds: readonly string[]; readonly problem: { category: string; message: string } }[],
): WriteOutcome {
  const id = ids.get(position);
  if (id !== undefined) {
    return written(position, id);
  }
  const error = errors.find((one) => one.traceIds.includes(traceIdOf(position)));
  const unnamed = errors.find((one) => one.traceIds.length === 0);
  const problem = (error ?? unnamed)?.problem;
  if (problem === undefined) {
    throw new CrmError('unreadable', "HubSpot's answer about creations leaves one of them out.");
  }
  return refused(position, problem);
}

function writeAssociation(
  fromType: ObjectType,
  { toType, toId }: AssociationTo,
): {
  to: { id: string };
  types: { associationCategory: AssociationSpecAssociationCategoryEnum; associationTypeId: number }[];
} {
  const category = 'HUBSPOT_DEFINED' as AssociationSpecAssociationCategoryEnum;
  return {
    to: { id: toId },
    types: [{ associationCategory: category, associationTypeId: associationTypeId(fromType, toType) }],
  };
}

function withUnknownOutcome(error: CrmError): CrmError {
  return new CrmError(error.failure, error.message, {
    status: error.status,
    category: error.category,
    retryAfterMillis: error.retryAfterMillis,
    correlationId: error.correlationId,
    isOutcomeUnknown: true,
    cause: error,
  });
}
