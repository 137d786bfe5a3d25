import * as z from 'zod';
import type { AssociationInput } from '../records/associate-records.ts';
import type { KnownType } from '../records/portal-schema.ts';
import type { PortalRecords } from '../records/portal-records.ts';
import { RecordRefusal } from '../records/record-refusal.ts';

/** Ids may be written as numbers. */
export const idText = z.union([z.string(), z.number()]).transform(String);

export const propertyValues = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

export const associationKind = z
  .object({
    associationCategory: z.enum(['HUBSPOT_DEFINED', 'USER_DEFINED', 'INTEGRATOR_DEFINED']),
    associationTypeId: z.coerce.number().int(),
  })
  .transform(({ associationCategory, associationTypeId }) => ({
    category: associationCategory,
    typeId: associationTypeId,
  }));

/** A record that is to be made. */
export const creationBody = z.object({
  properties: propertyValues,
  associations: z
    .array(z.object({ to: z.object({ id: idText }), types: z.array(associationKind).min(1) }))
    .nullish()
    .transform((associations) => associations ?? []),
  objectWriteTraceId: z.string().optional(),
});

export type CreationBody = z.infer<typeof creationBody>;

export const updateBody = z.object({ properties: propertyValues });

export const batchUpdateBody = z.object({
  id: idText,
  idProperty: z.string().optional(),
  properties: propertyValues,
  objectWriteTraceId: z.string().optional(),
});

export type BatchUpdateBody = z.infer<typeof batchUpdateBody>;

/** HubSpot's batches hold at most so many inputs. */
export const mostInputs = 100;
export const mostInputsWithHistory = 50;

/** The inputs of a batch, of which there is at least one. */
export function inputsOf<Input extends z.ZodType>(
  body: unknown,
  input: Input,
  what: string,
  most = mostInputs,
): z.infer<Input>[] {
  const { inputs } = z.object({ inputs: z.array(z.unknown()) }).parse(body);
  if (inputs.length > most) {
    throw new RecordRefusal(
      400,
      'VALIDATION_ERROR',
      `The maximum number of inputs supported in a batch request for ${what} is ${most}, but was ${inputs.length}.`,
    );
  }
  if (inputs.length === 0) throw new RecordRefusal(400, 'VALIDATION_ERROR', 'The inputs of a batch must not be empty.');
  return z.object({ inputs: z.array(input) }).parse(body).inputs;
}

/** Which records an association's types lead to says its type id alone. */
export function associationsOf(records: PortalRecords, type: KnownType, body: CreationBody): AssociationInput[] {
  return body.associations.map(({ to, types }) => {
    const known = records.schema.associationTypes.findFrom(type.objectTypeId, types[0]!);
    if (known === null) {
      throw new RecordRefusal(
        400,
        'VALIDATION_ERROR',
        `No association type with id ${types[0]!.typeId} leads from ${type.name}.`,
        { subCategory: 'crm.associations.INVALID_ASSOCIATION_TYPE' },
      );
    }
    return { toTypeId: known.to, toId: to.id, kinds: types };
  });
}

/** Refuses a batch that names a record twice. */
export function refuseDoubles(ids: readonly string[]): void {
  const doubles = ids.filter((id, position) => ids.indexOf(id) !== position);
  if (doubles.length === 0) return;
  throw new RecordRefusal(
    400,
    'VALIDATION_ERROR',
    `Duplicate IDs found in batch input: [${[...new Set(doubles)].join(', ')}]. IDs must be unique.`,
  );
}
