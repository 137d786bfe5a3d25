import type { Caller } from '../caller.ts';
import type { AssociationType } from '../records/association-catalogue.ts';
import type { PortalRecord } from '../records/portal-record.ts';
import type { PortalRecords } from '../records/portal-records.ts';
import type { KnownType } from '../records/portal-schema.ts';
import { writeInstant } from '../records/read-instant.ts';
import { sourceLabel } from '../records/source-labels.ts';
import { hiddenProperties } from './hidden-properties.ts';

export type RecordAnswer = { [key: string]: unknown; id: string };

/** What of a record is answered. */
export type AskedParts = {
  readonly properties: readonly string[];
  readonly propertiesWithHistory: readonly string[];
};

/** A record as reads answer it. Properties that the type does not have are left out, as HubSpot leaves them out. */
export function readAnswer(caller: Caller, type: KnownType, record: PortalRecord, asked: AskedParts): RecordAnswer {
  const names = propertiesToRead(type, asked.properties);
  const hidden = hiddenProperties(caller, type);
  const properties = Object.fromEntries(names.map((name) => [name, hidden.has(name) ? null : record.value(name)]));
  return {
    ...frame(record, properties),
    ...(asked.propertiesWithHistory.length === 0
      ? {}
      : { propertiesWithHistory: histories(type, record, asked.propertiesWithHistory, hidden) }),
  };
}

/** A record as creations answer it: with everything that it has now. */
export function createdAnswer(record: PortalRecord): RecordAnswer {
  return frame(record, record.values());
}

/** A record as updates answer it: what was set, and when. */
export function updatedAnswer(type: KnownType, record: PortalRecord, properties: readonly string[]): RecordAnswer {
  const names = new Set([...properties, type.createdProperty, 'hs_object_id', type.modifiedProperty]);
  return frame(record, Object.fromEntries([...names].map((name) => [name, record.value(name)])));
}

/** A record as searches answer it, with the values that they know. */
export function foundAnswer(
  caller: Caller,
  type: KnownType,
  record: PortalRecord,
  values: { readonly [property: string]: string },
  asked: readonly string[],
): RecordAnswer {
  const hidden = hiddenProperties(caller, type);
  const names = propertiesToRead(type, asked);
  return frame(
    record,
    Object.fromEntries(names.map((name) => [name, hidden.has(name) ? null : (values[name] ?? null)])),
  );
}

/** Those that were asked for, or a few; with the id and when it was made and changed in any case. */
function propertiesToRead(type: KnownType, asked: readonly string[]): string[] {
  const known = asked.filter((name) => type.definitions.has(name));
  const usual = asked.length === 0 ? type.defaultProperties : known;
  return [...new Set([...usual, type.createdProperty, 'hs_object_id', type.modifiedProperty])].toSorted();
}

function frame(record: PortalRecord, properties: { [property: string]: string | null }): RecordAnswer {
  return {
    id: record.id,
    properties,
    createdAt: writeInstant(record.createdAt),
    updatedAt: writeInstant(record.updatedAt),
    archived: record.archivedAt !== null,
    ...(record.archivedAt === null ? {} : { archivedAt: writeInstant(record.archivedAt) }),
  };
}

function histories(
  type: KnownType,
  record: PortalRecord,
  names: readonly string[],
  hidden: ReadonlySet<string>,
): { [property: string]: unknown } {
  const known = names.filter((name) => type.definitions.has(name) && !hidden.has(name));
  return Object.fromEntries(
    known.map((name) => [
      name,
      record.history(name).map(({ value, at, source }) => ({
        value,
        timestamp: writeInstant(at),
        sourceType: source.sourceType,
        ...(source.sourceId === null ? {} : { sourceId: source.sourceId }),
        sourceLabel: sourceLabel(source.sourceType),
        ...(source.userId === null ? {} : { updatedByUserId: source.userId }),
      })),
    ]),
  );
}

/** The ids of associated records as reads of objects answer them, by type of record. */
export function associationsAnswer(
  records: PortalRecords,
  type: KnownType,
  record: PortalRecord,
  toTypes: readonly string[],
): { readonly associations?: { [toType: string]: unknown } } {
  const answers: [string, unknown][] = [];
  for (const toType of toTypes) {
    const to = records.schema.type(toType);
    const associated = records.associationsOf(type.objectTypeId, record.id, to.objectTypeId);
    if (associated.length === 0) continue;
    const results = associated.flatMap(({ toId, types }) =>
      types.map((each) => ({ id: toId, type: associationName(records, type, to, each) })),
    );
    answers.push([to.custom === null ? to.pathNames[0]! : to.name, { results }]);
  }
  return answers.length === 0 ? {} : { associations: Object.fromEntries(answers) };
}

/** `contact_to_company` for a primary one, `contact_to_company_unlabeled` for the plain one beside it. */
function associationName(records: PortalRecords, from: KnownType, to: KnownType, type: AssociationType): string {
  const name = `${from.name}_to_${to.name}`.toLowerCase();
  if (type.label !== null) return type.category === 'HUBSPOT_DEFINED' ? name : (type.name ?? name);
  const between = records.schema.associationTypes.between(from.objectTypeId, to.objectTypeId);
  const hasPrimary = between.some((each) => each.isSeat || records.schema.associationTypes.inverse(each).isSeat);
  return hasPrimary ? `${name}_unlabeled` : name;
}
