import * as z from 'zod';
import type { CrmRecord, PropertyVersion } from '../crm.ts';
import { idSchema } from '../read-answer.ts';

// HubSpot writes values as texts. A number or a boolean in their place means the same.
const valueSchema = z
  .union([z.string(), z.number(), z.boolean()])
  .nullable()
  .transform((value) => (value === null || value === '' ? null : String(value)));

const versionSchema = z
  .looseObject({
    value: valueSchema.optional(),
    timestamp: z.date(),
    sourceType: z.string().nullish(),
    sourceId: z.string().nullish(),
    updatedByUserId: z.number().nullish(),
  })
  .transform((version): PropertyVersion => ({
    value: version.value ?? '',
    changedAt: version.timestamp.getTime(),
    sourceType: version.sourceType ?? '',
    sourceId: version.sourceId ?? null,
    updatedByUserId: version.updatedByUserId ?? null,
  }));

/** A record as the library hands it over: instants are dates, a value that is not there is null. */
export const recordSchema = z
  .looseObject({
    id: idSchema,
    properties: z.record(z.string(), valueSchema),
    propertiesWithHistory: z.record(z.string(), z.array(versionSchema)).nullish(),
    createdAt: z.date(),
    updatedAt: z.date(),
    archived: z.boolean().nullish(),
  })
  .transform((record): CrmRecord => ({
    id: record.id,
    properties: record.properties,
    history: mapValues(record.propertiesWithHistory ?? {}, newestFirst),
    createdAt: record.createdAt.getTime(),
    updatedAt: record.updatedAt.getTime(),
    isArchived: record.archived ?? false,
  }));

/** Ids are numbers written as texts, too long for some to be numbers: 9 comes before 10. */
export function compareIds(one: string, other: string): number {
  if (one.length !== other.length) {
    return one.length - other.length;
  }
  return one < other ? -1 : one > other ? 1 : 0;
}

// Sorting keeps what HubSpot wrote at one instant in HubSpot's order.
function newestFirst(versions: readonly PropertyVersion[]): PropertyVersion[] {
  return [...versions].sort((one, other) => other.changedAt - one.changedAt);
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  change: (value: From) => To,
): { readonly [key: string]: To } {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
