import { ApexId } from '../../apex/library/text/apex-id.ts';
import type { Deletion } from '../records/record-store.ts';
import { storedFieldsOf } from '../records/computed-fields.ts';
import type { StoredRecord } from '../records/stored-record.ts';
import type { Reference } from '../schema/object-schema.ts';
import type { ChangeOptions } from './change-environment.ts';
import { changeError, type ChangeError } from './change-result.ts';
import type { ChangeRights } from './change-rights.ts';
import { recordForTrigger, type Row } from './row.ts';
import { takeErrors, textIn, withFields, type SaveWork } from './save-rows.ts';
import { stampChange } from './stamp-fields.ts';

/**
 * Deletes rows of one object, at most 200. What hangs on them as a detail goes to the recycle bin too, and other references to
 * them are emptied; as documented, triggers hear of neither. `masterId` is the record that wins a merge.
 */
export function deleteRows(
  rows: readonly Row[],
  options: ChangeOptions,
  work: SaveWork,
  masterId: string | null = null,
): void {
  const { allOrNone, rights = null } = options;
  const [first] = rows;
  if (first === undefined) {
    return;
  }
  const closed = rights?.refuseObject(first.object, 'delete') ?? null;
  if (closed !== null) {
    rows.forEach((row) => row.errors.push(closed));
    return;
  }
  const { store, environment, stack } = work;
  const triggers = environment.triggers();
  for (const row of rows) {
    const { id } = row;
    row.before = id === null ? null : store.findRecord(id);
    const refusal = refuseDelete(row, id, rights, work);
    if (refusal !== null) {
      row.errors.push(refusal);
    }
  }
  const started = rows.filter((row) => row.errors.length === 0);
  if (started.length === 0 || (allOrNone && started.length < rows.length)) {
    return;
  }
  const old = started.map((row) => recordForTrigger(row.object, row.before?.fields ?? [], true));
  const thrown = stack.run(triggers, 'before delete', { object: first.object, newRecords: null, oldRecords: old });
  takeErrors(started, (_, index) => old[index]?.errors ?? [], thrown);
  const good = started.filter((row) => row.errors.length === 0);
  if (good.length === 0 || (allOrNone && good.length < started.length)) {
    return;
  }
  for (const row of good) {
    const id = row.before?.id ?? '';
    const failure = masterId === null ? deleteWithChildren(id, id, work) : reparentChildren(id, masterId, work);
    if (failure !== null) {
      row.errors.push(failure);
    }
    row.after = store.findRecord(id);
  }
  const gone = good.filter((row) => row.errors.length === 0);
  if (gone.length === 0 || (allOrNone && gone.length < good.length)) {
    return;
  }
  // The record as it was, with what only a merge sets afterwards.
  const afterwards = gone.map((row) =>
    recordForTrigger(
      row.object,
      masterId === null
        ? (row.before?.fields ?? [])
        : new Map(row.before?.fields).set('masterrecordid', new ApexId(masterId)),
      true,
    ),
  );
  const thrownAfter = stack.run(triggers, 'after delete', {
    object: first.object,
    newRecords: null,
    oldRecords: afterwards,
  });
  takeErrors(gone, (_, index) => afterwards[index]?.errors ?? [], thrownAfter);
}

function refuseDelete(
  { before, object }: Row,
  id: string | null,
  rights: ChangeRights | null,
  { stack, environment }: SaveWork,
): ChangeError | null {
  if (id === null) {
    return changeError('MISSING_ARGUMENT', 'Id not specified in a delete call');
  }
  if (before === null || before.objectName !== object.name) {
    return changeError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
  }
  return before.isDeleted
    ? changeError('ENTITY_IS_DELETED', 'entity is deleted')
    : (rights?.refuseRecord(before, 'delete') ?? stack.refusal('delete', id) ?? environment.lock(id));
}

function childrenOf(id: string, { object, field }: Reference, { store }: SaveWork): StoredRecord[] {
  return store.findBy(object, field, new ApexId(id));
}

/** Moves a record and its details to the recycle bin; gives back why that cannot be. */
function deleteWithChildren(id: string, rootId: string, work: SaveWork): ChangeError | null {
  const { store } = work;
  const record = store.findRecord(id);
  if (record === null || record.isDeleted) {
    return null;
  }
  const references = store.schema.referencesTo(record.objectName);
  const held = references.find((each) => each.field.deleteRule === 'restrict' && childrenOf(id, each, work).length > 0);
  if (held !== undefined) {
    const ids = childrenOf(id, held, work).map((each) => each.id);
    return changeError(
      'DELETE_FAILED',
      `Your attempt to delete ${textIn(record, 'name') || id} could not be completed because it is associated with the following ${held.object.pluralLabel.toLowerCase()}.: ${ids.join(', ')}`,
    );
  }
  const cleared: Deletion['cleared'][number][] = [];
  putInBin(record, work);
  for (const reference of references) {
    const name = reference.field.name.toLowerCase();
    for (const child of childrenOf(id, reference, work)) {
      if (reference.field.deleteRule === 'cascade') {
        const failure = deleteWithChildren(child.id, rootId, work);
        if (failure !== null) {
          return failure;
        }
      } else if (isEmptiedWithParent(reference)) {
        cleared.push({ id: child.id, field: name, value: child.fields.get(name) });
        store.put(withFields(child, { [name]: null }));
      }
    }
  }
  store.setDeletion(id, { rootId, cleared });
  return null;
}

/** Who made a record, or owns it, stays written although that user could not be found. */
function isEmptiedWithParent({ field }: Reference): boolean {
  return field.deleteRule === 'clear' && field.isWritable && field.name !== 'OwnerId';
}

function putInBin(record: StoredRecord, { store, environment }: SaveWork): void {
  const object = store.schema.demand(record.objectName);
  // Custom settings have no recycle bin.
  if (object.kind === 'list setting' || object.kind === 'hierarchy setting') {
    store.remove(record);
    return;
  }
  const fields = new Map(storedFieldsOf(record));
  fields.set('isdeleted', true);
  stampChange(fields, environment);
  store.put({ ...record, fields, isDeleted: true });
}

/** What pointed to the loser of a merge points to the winner. */
function reparentChildren(id: string, masterId: string, work: SaveWork): ChangeError | null {
  const { store } = work;
  const record = store.findRecord(id);
  if (record === null) {
    return null;
  }
  for (const reference of store.schema.referencesTo(record.objectName)) {
    if (reference.field.isWritable) {
      for (const child of childrenOf(id, reference, work)) {
        store.put(withFields(child, { [reference.field.name.toLowerCase()]: new ApexId(masterId) }));
      }
    }
  }
  putInBin(withFields(record, { masterrecordid: new ApexId(masterId) }), work);
  store.setDeletion(id, { rootId: id, cleared: [] });
  return null;
}
