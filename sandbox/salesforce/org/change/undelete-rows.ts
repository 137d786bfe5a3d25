import { storedFieldsOf } from '../records/computed-fields.ts';
import type { StoredRecord } from '../records/stored-record.ts';
import type { ChangeOptions } from './change-environment.ts';
import { changeError, type ChangeError } from './change-result.ts';
import type { ChangeRights } from './change-rights.ts';
import { checkUnique } from './check-fields.ts';
import { recordForTrigger, type Row } from './row.ts';
import { takeErrors, withFields, type SaveWork } from './save-rows.ts';
import { stampChange } from './stamp-fields.ts';

/**
 * Brings rows of one object back from the recycle bin, with what was deleted together with them. As documented, only the
 * triggers of the records that were asked for run, and there are none before an undeletion.
 */
export function undeleteRows(rows: readonly Row[], options: ChangeOptions, work: SaveWork): void {
  const { allOrNone, rights = null } = options;
  const [first] = rows;
  if (first === undefined) {
    return;
  }
  const closed = rights?.refuseObject(first.object, 'undelete') ?? null;
  if (closed !== null) {
    rows.forEach((row) => row.errors.push(closed));
    return;
  }
  const { store, environment, stack } = work;
  for (const row of rows) {
    const { id } = row;
    row.before = id === null ? null : store.findRecord(id);
    const refusal = refuseUndelete(row, id, rights, work);
    if (refusal !== null) {
      row.errors.push(refusal);
      continue;
    }
    for (const record of store.deletedWith(id ?? '')) {
      restore(record, work);
    }
    row.after = store.findRecord(id ?? '');
  }
  const back = rows.filter((row) => row.errors.length === 0);
  if (back.length === 0 || (allOrNone && back.length < rows.length)) {
    return;
  }
  const restored = back.map((row) => recordForTrigger(row.object, row.after?.fields ?? [], true));
  const thrown = stack.run(environment.triggers(), 'after undelete', {
    object: first.object,
    newRecords: restored,
    oldRecords: null,
  });
  takeErrors(back, (_, index) => restored[index]?.errors ?? [], thrown);
}

function refuseUndelete(
  { before, object }: Row,
  id: string | null,
  rights: ChangeRights | null,
  { store }: SaveWork,
): ChangeError | null {
  if (id === null) {
    return changeError('MISSING_ARGUMENT', 'Id not specified in an undelete call');
  }
  if (before === null || before.objectName !== object.name) {
    return changeError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
  }
  const deletion = store.deletionOf(id);
  if (!before.isDeleted || deletion === null) {
    return changeError('UNDELETE_FAILED', 'Entity is not in the recycle bin');
  }
  if (deletion.rootId !== id) {
    return changeError('UNDELETE_FAILED', 'Undelete the parent record first: this one was deleted together with it');
  }
  return rights?.refuseRecord(before, 'undelete') ?? checkUnique(object, before.fields, id, store);
}

function restore(record: StoredRecord, { store, environment }: SaveWork): void {
  const deletion = store.deletionOf(record.id);
  const fields = new Map(storedFieldsOf(record));
  fields.set('isdeleted', false);
  fields.delete('masterrecordid');
  stampChange(fields, environment);
  store.put({ ...record, fields, isDeleted: false });
  store.setDeletion(record.id, null);
  for (const { id, field, value } of deletion?.cleared ?? []) {
    const child = store.findRecord(id);
    // A reference that somebody has set anew in the meantime stays as it is.
    if (child !== null && !child.fields.has(field)) {
      store.put(withFields(child, { [field]: value }));
    }
  }
}
