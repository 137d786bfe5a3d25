import { performAssociation } from './associate-records.ts';
import { requireRecord, uniqueValues } from './change-records.ts';
import { PortalRecord, type PropertyVersion } from './portal-record.ts';
import type { KnownType } from './portal-schema.ts';
import { shelfOf, type PortalState } from './portal-state.ts';
import type { ChangeSource } from './record-change.ts';
import { RecordRefusal } from './record-refusal.ts';
import { lifecycleRank } from './standard/stages.ts';
import { lookedUpProperties, touch } from './write-values.ts';

/** Values that a merge adds up, and those of which it keeps the oldest or the newest. Else the primary record's counts. */
const added: ReadonlySet<string> = new Set([
  'num_conversion_events',
  'num_notes',
  'num_contacted_notes',
  'hs_analytics_num_visits',
]);
const oldest = /^(createdate|hs_createdate|first_conversion_.*|hs_analytics_first_.*|hs_first_outreach_date)$/;
const newest =
  /^(recent_conversion_.*|notes_last_.*|hs_sales_email_last_.*|hs_analytics_last_.*|hs_latest_source_timestamp)$/;

/**
 * Merges one record into another. Since 2025 that makes a new record with a new id, to which both old ids lead from then on;
 * its values are the primary record's, with those of the other where it had none, and the histories of both.
 */
export function mergeRecords(
  state: PortalState,
  type: KnownType,
  primaryId: string,
  otherId: string,
  source: ChangeSource,
): PortalRecord {
  const primary = requireRecord(state, type, primaryId);
  const other = requireRecord(state, type, otherId);
  if (primary.id === other.id) {
    throw new RecordRefusal(400, 'VALIDATION_ERROR', 'Cannot merge a record with itself.');
  }
  const now = state.now();
  const createdAt = Math.min(primary.createdAt, other.createdAt);
  const merged = new PortalRecord(type.objectTypeId, state.isPrimaryIdKept ? primary.id : state.newId(), createdAt);
  const shelf = shelfOf(state, type.objectTypeId);
  for (const record of [primary, other]) retire(state, type, record);
  shelf.add(merged);
  for (const record of [primary, other]) shelf.mergeInto(record.id, merged.id);

  for (const property of new Set([...primary.propertyNames(), ...other.propertyNames()])) {
    merged.restoreHistory(property, mergeVersions(property, primary, other));
  }
  merged.set('hs_object_id', merged.id, now, source, 1);
  const earlierIds = [primary, other].flatMap((each) => (each.value('hs_merged_object_ids') ?? '').split(';'));
  const ids = [...earlierIds, primary.id, other.id].filter((id) => id !== '' && id !== merged.id);
  merged.set('hs_merged_object_ids', [...new Set(ids)].join(';'), now, source, 1);
  if (type.objectTypeId === '0-1') keepAddresses(merged, primary, other, now, source);
  for (const property of lookedUpProperties(type)) {
    for (const value of uniqueValues(merged, property)) shelf.lookUp(property, value, merged.id);
  }
  touch(state, type, merged, source);
  moveAssociations(state, merged, [primary, other], source);
  state.search.note(merged);
  state.announce({
    kind: 'merge',
    objectTypeId: type.objectTypeId,
    objectId: primary.id,
    mergedIds: [other.id],
    newId: merged.id,
    source,
    at: now,
  });
  return merged;
}

/** A merged record is not deleted but gone; its id leads to the new one. */
function retire(state: PortalState, type: KnownType, record: PortalRecord): void {
  const shelf = shelfOf(state, type.objectTypeId);
  for (const property of lookedUpProperties(type)) {
    for (const value of uniqueValues(record, property)) shelf.forget(property, value, record.id);
  }
  shelf.remove(record.id);
  state.search.noteGone(record);
}

function mergeVersions(property: string, primary: PortalRecord, other: PortalRecord): PropertyVersion[] {
  const counting = chooseLeading(property, primary, other);
  const versions = [...primary.history(property), ...other.history(property)].toSorted((one, two) => two.at - one.at);
  const leading = counting.latest(property);
  if (leading === null) return versions;
  if (added.has(property)) {
    const sum = Number(primary.value(property) ?? '0') + Number(other.value(property) ?? '0');
    return [{ ...leading, value: String(sum) }, ...versions];
  }
  return [leading, ...versions.filter((version) => version !== leading)];
}

/** Whose value the merged record has. */
function chooseLeading(property: string, primary: PortalRecord, other: PortalRecord): PortalRecord {
  if (!primary.has(property)) return other;
  if (!other.has(property)) return primary;
  const [one, two] = [primary.value(property)!, other.value(property)!];
  if (property === 'lifecyclestage') return lifecycleRank(two) > lifecycleRank(one) ? other : primary;
  if (property.endsWith('_conversion_event_name')) {
    return chooseLeading(property.replace('_event_name', '_date'), primary, other);
  }
  if (oldest.test(property)) return two < one ? other : primary;
  if (newest.test(property)) return two > one ? other : primary;
  return primary;
}

/** The address of the primary record stays; the other one still leads to the contact. */
function keepAddresses(
  merged: PortalRecord,
  primary: PortalRecord,
  other: PortalRecord,
  now: number,
  source: ChangeSource,
): void {
  const addresses = [...uniqueValues(primary, 'email'), ...uniqueValues(other, 'email')];
  const additional = [...new Set(addresses)].filter((address) => address !== merged.value('email'));
  if (additional.length > 0) merged.set('hs_additional_emails', additional.join(';'), now, source, 1);
}

/** Everything that was associated with either. Of two primary ones the primary record's stays. */
function moveAssociations(
  state: PortalState,
  merged: PortalRecord,
  from: readonly PortalRecord[],
  source: ChangeSource,
): void {
  const hadSeat = new Set<string>();
  for (const record of from) {
    for (const { toTypeId, toId, types } of state.associations.listAll(record.objectTypeId, record.id)) {
      const to = state.shelves.get(toTypeId)?.find(toId) ?? null;
      for (const type of types) {
        state.associations.remove(record.objectTypeId, record.id, toId, type);
        state.associations.remove(toTypeId, toId, record.id, state.schema.associationTypes.inverse(type));
      }
      if (to === null || to === merged) continue;
      const kept = types.filter((type) => !(type.isSeat && hadSeat.has(toTypeId)));
      performAssociation(state, merged, { to, types: kept }, source);
      if (types.some((type) => type.isSeat)) hadSeat.add(toTypeId);
    }
  }
}
