import * as z from 'zod';

/** A whole number, or its digits: some deliveries quote their ids. */
const wholeNumber = z.union([
  z.int().nonnegative(),
  z
    .string()
    .regex(/^\d{1,15}$/, 'must be a whole number')
    .transform(Number),
]);

/** Ids of records are never calculated with, so that one of more digits than a number holds stays what it is. */
const recordId = z.union([
  z
    .int()
    .nonnegative()
    .transform((id) => String(id)),
  z.string().regex(/^\d{1,20}$/, 'must be the id of a record'),
]);

const typeId = z.string().regex(/^\d{1,10}-\d{1,15}$/, 'must be the id of an object type');

/**
 * One event as HubSpot sends it. Only what every event needs is demanded here, for an event is not lost over a detail: all else
 * is null where it is missing or not readable, and demanded where a kind that needs it is read. Keys that are not named are
 * dropped, the changed value among them.
 */
export const eventPayloadSchema = z.object({
  portalId: wholeNumber,
  subscriptionType: z.string().min(1).max(100),
  occurredAt: wholeNumber,
  appId: wholeNumber.nullable().catch(null),
  subscriptionId: wholeNumber.nullable().catch(null),
  eventId: wholeNumber.nullable().catch(null),
  attemptNumber: wholeNumber.nullable().catch(null),
  objectId: recordId.nullable().catch(null),
  objectTypeId: typeId.nullable().catch(null),
  propertyName: z.string().max(200).nullable().catch(null),
  changeSource: z.string().max(100).nullable().catch(null),
  sourceId: z
    .union([z.string().max(300), z.number().transform(String)])
    .nullable()
    .catch(null),
  primaryObjectId: recordId.nullable().catch(null),
  mergedObjectIds: z.array(recordId).max(1000).nullable().catch(null),
  newObjectId: recordId.nullable().catch(null),
  fromObjectId: recordId.nullable().catch(null),
  fromObjectTypeId: typeId.nullable().catch(null),
  toObjectId: recordId.nullable().catch(null),
  toObjectTypeId: typeId.nullable().catch(null),
  associationType: z.string().max(200).nullable().catch(null),
});

export type EventPayload = z.infer<typeof eventPayloadSchema>;
