import { readSearch } from '../../crm-api/search-body.ts';
import type { PortalRecord } from '../../records/portal-record.ts';
import type { PortalRecords } from '../../records/portal-records.ts';
import type { KnownType } from '../../records/portal-schema.ts';
import { RecordRefusal } from '../../records/record-refusal.ts';
import type {
  AssociationsPage,
  AssociationsRequest,
  CrmSearchPage,
  CrmSearchRequest,
  FormatWishes,
  PropertyValues,
} from '../../ui-host/ports/host-ports.ts';
import { formatWished } from './format-values.ts';

/** Values of the record that a frame is for, as they are now. */
export function recordValues(
  records: PortalRecords,
  record: PortalRecord | null,
  names: readonly string[] | '*',
  wishes: FormatWishes,
): PropertyValues {
  const current = currentOf(records, record);
  const type = records.schema.type(current.objectTypeId);
  const wanted = names === '*' ? [...type.definitions.keys()] : names;
  return formatWished(records, type, valuesOf(type, current, wanted), wishes);
}

/** A page of the records of a type that it is associated with. */
export function associatedRecords(
  records: PortalRecords,
  record: PortalRecord | null,
  { toObjectType, properties, pageLength, offset }: AssociationsRequest,
  wishes: FormatWishes,
): AssociationsPage {
  const { objectTypeId, id } = currentOf(records, record);
  const to = records.schema.type(toObjectType);
  const all = records.associationsOf(objectTypeId, id, to.objectTypeId);
  const page = all.slice(offset, offset + pageLength);
  const results = page.flatMap(({ toId, types }) => {
    const found = records.findRecord(to.objectTypeId, toId);
    if (found === null) return [];
    const associationTypes = types.map(({ category, typeId, label }) => ({ category, typeId, label: label ?? '' }));
    const values = formatWished(records, to, valuesOf(to, found, properties), wishes);
    return [{ toObjectId: Number(toId), associationTypes, properties: values }];
  });
  return { results, hasMore: all.length > offset + pageLength, nextOffset: offset + page.length };
}

/** Records of any type, as searches know them. */
export function searchedRecords(
  records: PortalRecords,
  { objectType, properties, query, filterGroups, sorts, pageLength, after }: CrmSearchRequest,
  wishes: FormatWishes,
): CrmSearchPage {
  const type = records.schema.type(objectType);
  const { request } = readSearch({ filterGroups, sorts, query, limit: pageLength, after });
  const { total, found } = records.searchRecords(type.objectTypeId, request);
  const next = request.offset + found.length;
  const hasMore = found.length > 0 && next < total;
  const results = found.map(({ id, values }) => {
    const wanted = Object.fromEntries(properties.map((name) => [name, values[name] ?? null]));
    return { objectId: Number(id), properties: formatWished(records, type, wanted, wishes) };
  });
  return { results, total, hasMore, ...(hasMore && { after: String(next) }) };
}

/** It may have been changed, merged or archived since the frame was opened. */
function currentOf(records: PortalRecords, record: PortalRecord | null): PortalRecord {
  const current = record === null ? null : records.findRecord(record.objectTypeId, record.id);
  if (current !== null) return current;
  const message = record === null ? 'The extension is on no record’s page.' : 'The record is gone.';
  throw new RecordRefusal(404, 'OBJECT_NOT_FOUND', message);
}

/** Properties that the type does not have are left out, as reads of the API leave them out. */
function valuesOf(type: KnownType, record: PortalRecord, names: readonly string[]): PropertyValues {
  const known = names.filter((name) => type.definitions.has(name));
  return Object.fromEntries(known.map((name) => [name, record.value(name)]));
}
