import { associateCompany } from './associate-company.ts';
import { checkProperties, type NewValues } from './check-properties.ts';
import { performCreation, planCreation, type NewRecord } from './create-record.ts';
import type { KnownType } from './portal-schema.ts';
import type { PortalRecord } from './portal-record.ts';
import { shelfOf, type PortalState } from './portal-state.ts';
import type { ChangeSource } from './record-change.ts';
import { RecordRefusal, refuseMissing } from './record-refusal.ts';
import { refuseTwins } from './refuse-twins.ts';
import { isContact, rollUpContact } from './roll-up-activity.ts';
import { lookedUpProperties, writeValues } from './write-values.ts';

export type RecordUpdate = { readonly id: string; readonly properties: NewValues };

/** Makes all records, or none when one of them is refused. */
export function createRecords(
  state: PortalState,
  type: KnownType,
  inputs: readonly NewRecord[],
  source: ChangeSource,
): PortalRecord[] {
  const plans = inputs.map((input) => planCreation(state, type, input, source));
  refuseTwins(state, type, plans);
  return plans.map((plan) => {
    const record = performCreation(state, plan, source);
    associateCompany(state, record);
    return record;
  });
}

type PlannedUpdate = { readonly record: PortalRecord; readonly values: ReadonlyMap<string, string> };

/**
 * Checks updates without doing them.
 *
 * @throws RecordRefusal when a record is not there or the values of one cannot be
 */
export function planUpdates(
  state: PortalState,
  type: KnownType,
  updates: readonly RecordUpdate[],
  source: ChangeSource,
): PlannedUpdate[] {
  const plans = updates.map(({ id, properties }) => {
    const record = requireRecord(state, type, id);
    if (Object.keys(properties).length === 0) {
      throw new RecordRefusal(400, 'VALIDATION_ERROR', 'No properties found to update, please provide at least one.');
    }
    return { record, values: checkProperties(state, type, properties, source, record) };
  });
  refuseTwins(state, type, plans);
  return plans;
}

/** Updates all records, or none when the values of one are refused. */
export function updateRecords(
  state: PortalState,
  type: KnownType,
  updates: readonly RecordUpdate[],
  source: ChangeSource,
): PortalRecord[] {
  const plans = planUpdates(state, type, updates, source);
  for (const { record, values } of plans) {
    const wasContact = isContact(record);
    writeValues(state, type, record, values, source);
    if (!wasContact && isContact(record)) rollUpContact(state, record);
    if (values.has('email')) associateCompany(state, record);
  }
  return plans.map(({ record }) => record);
}

/** A record in use. */
export function requireRecord(state: PortalState, type: KnownType, id: string): PortalRecord {
  const record = shelfOf(state, type.objectTypeId).find(id);
  if (record === null || record.archivedAt !== null) throw refuseMissing();
  return record;
}

/** Puts a record into the recycling bin. One that is not there is no error, as it is none for HubSpot. */
export function archiveRecord(state: PortalState, type: KnownType, id: string, source: ChangeSource): void {
  const shelf = shelfOf(state, type.objectTypeId);
  const record = shelf.find(id);
  if (record === null || record.archivedAt !== null) return;
  record.archivedAt = state.now();
  for (const property of lookedUpProperties(type)) {
    for (const value of uniqueValues(record, property)) shelf.forget(property, value, record.id);
  }
  state.search.note(record);
  const at = record.archivedAt;
  state.announce({ kind: 'deletion', objectTypeId: type.objectTypeId, objectId: record.id, source, at });
}

/** Takes a record out of the recycling bin. */
export function restoreRecord(state: PortalState, type: KnownType, id: string, source: ChangeSource): PortalRecord {
  const shelf = shelfOf(state, type.objectTypeId);
  const record = shelf.find(id);
  if (record === null || record.archivedAt === null) throw refuseMissing();
  const ownValues = Object.fromEntries(
    [...type.uniqueProperties, 'email'].flatMap((name) => (record.has(name) ? [[name, record.value(name)!]] : [])),
  );
  checkProperties(state, type, ownValues, { sourceType: 'RESTORE', sourceId: null, userId: null }, record);
  record.archivedAt = null;
  for (const property of lookedUpProperties(type)) {
    for (const value of uniqueValues(record, property)) shelf.lookUp(property, value, record.id);
  }
  state.search.note(record);
  const at = state.now();
  state.announce({ kind: 'restore', objectTypeId: type.objectTypeId, objectId: record.id, source, at });
  return record;
}

/** The values that lead to a record: for the address of a contact those of merged ones too. */
export function uniqueValues(record: PortalRecord, property: string): string[] {
  const values = record.has(property) ? [record.value(property)!] : [];
  if (record.objectTypeId !== '0-1' || property !== 'email') return values;
  return [...values, ...(record.value('hs_additional_emails') ?? '').split(';').filter((value) => value !== '')];
}
