import { ApexId } from '../../apex/library/text/apex-id.ts';
import { isSameValue } from '../records/same-value.ts';
import type { RecordStore } from '../records/record-store.ts';
import { storedFieldsOf } from '../records/computed-fields.ts';
import type { StoredRecord } from '../records/stored-record.ts';
import { isComputed } from '../schema/field-schema.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { ChangeEnvironment, ChangeOptions } from './change-environment.ts';
import { changeError, type ChangeError } from './change-result.ts';
import type { ChangeRights } from './change-rights.ts';
import { checkFields, checkRequired, checkUnique } from './check-fields.ts';
import { checkValidationRules } from './check-validation-rules.ts';
import { deriveFields } from './derived-fields.ts';
import { fillDefaults } from './fill-defaults.ts';
import { loadRequest } from './load-row.ts';
import { recordForTrigger, refreshComputed, type Row } from './row.ts';
import { settleValue } from './settle-values.ts';
import { stampChange, stampCompletion, stampNew } from './stamp-fields.ts';
import type { TriggerStack } from './trigger-stack.ts';

export interface SaveWork {
  readonly store: RecordStore;
  readonly environment: ChangeEnvironment;
  readonly stack: TriggerStack;
}

/**
 * Saves rows of one object, at most 200, that are all new or all known, in the documented order: checks of the request, before-
 * triggers, system checks and validation rules, duplicate rules, the database, after-triggers, assignment rules. What is wrong
 * is left on the rows; where all must succeed, nothing is stored once one has failed.
 */
export function saveRows(
  rows: readonly Row[],
  operation: 'insert' | 'update',
  options: ChangeOptions,
  work: SaveWork,
): void {
  const [first] = rows;
  if (first === undefined) {
    return;
  }
  const { object } = first;
  const { environment, stack } = work;
  const stillGood = () => rows.filter((row) => row.errors.length === 0);
  const mayGoOn = () => !options.allOrNone || rows.every((row) => row.errors.length === 0);

  const closed = options.rights?.refuseObject(object, operation) ?? null;
  if (closed !== null) {
    rows.forEach((row) => row.errors.push(closed));
    return;
  }
  for (const row of rows) {
    loadRow(row, operation, options.rights ?? null, work);
  }
  const loaded = stillGood();
  runBeforeSave(loaded, work);
  const started = stillGood();
  const oldRecords = operation === 'insert' ? null : started.map((row) => oldRecord(row));
  const thrownBefore =
    started.length === 0
      ? null
      : stack.run(environment.triggers(), operation === 'insert' ? 'before insert' : 'before update', {
          object,
          newRecords: started.map((row) => row.working),
          oldRecords,
        });
  takeErrors(started, (row) => row.working.errors, thrownBefore);

  for (const row of stillGood()) {
    row.errors.push(...checkWhole(row, operation, options, work));
  }
  if (!mayGoOn()) {
    return;
  }
  for (const row of stillGood()) {
    putRow(row, operation, work);
  }
  const saved = stillGood();
  if (!mayGoOn() || saved.length === 0) {
    return;
  }
  const newRecords = saved.map((row) => recordForTrigger(object, row.after?.fields ?? [], true));
  const thrownAfter = stack.run(environment.triggers(), operation === 'insert' ? 'after insert' : 'after update', {
    object,
    newRecords,
    oldRecords: operation === 'insert' ? null : saved.map((row) => oldRecord(row)),
  });
  takeErrors(saved, (_, index) => newRecords[index]?.errors ?? [], thrownAfter);
  if (mayGoOn()) {
    const assigned = stillGood().filter(
      ({ given }) => given.saveOptions?.useAssignmentRules ?? options.useAssignmentRules,
    );
    if (assigned.length > 0) {
      environment.hooks.assignOwners?.(
        object,
        assigned.map((row) => row.after?.id ?? ''),
      );
    }
    runAfterSave(stillGood(), work);
  }
}

function runBeforeSave(rows: readonly Row[], { environment }: SaveWork): void {
  const [first] = rows;
  if (first === undefined || environment.hooks.beforeSave === undefined) {
    return;
  }
  const changes = rows.map(({ working, before }) => ({ record: working, before }));
  takeFailures(rows, environment.hooks.beforeSave(first.object, changes));
}

function takeFailures(rows: readonly Row[], failures: readonly (ChangeError | null)[]): void {
  for (const [index, row] of rows.entries()) {
    const failure = failures[index] ?? null;
    row.errors.push(...(failure === null ? [] : [failure]));
  }
}

/** Flows see the records as everything before them has left them. */
function runAfterSave(rows: readonly Row[], { store, environment }: SaveWork): void {
  const [first] = rows;
  if (first === undefined || environment.hooks.afterSave === undefined) {
    return;
  }
  const { object } = first;
  const changes = rows.map(({ after, before }) => {
    const stored = store.findRecord(after?.id ?? '');
    return { record: recordForTrigger(object, stored?.fields ?? [], true), before };
  });
  takeFailures(rows, environment.hooks.afterSave(object, changes));
}

function allowsDuplicates({ given }: Row, options: ChangeOptions): boolean {
  return given.saveOptions?.allowDuplicates ?? options.allowDuplicates ?? false;
}

function oldRecord(row: Row) {
  return recordForTrigger(row.object, row.before?.fields ?? [], true);
}

/** Errors that triggers added, and what one of them threw, which fails all of its records. */
export function takeErrors(
  rows: readonly Row[],
  errorsOf: (row: Row, index: number) => readonly { status: string; message: string; fields: readonly string[] }[],
  thrown: ChangeError | null,
): void {
  for (const [index, row] of rows.entries()) {
    row.errors.push(...errorsOf(row, index).map((each) => changeError(each.status, each.message, each.fields)));
    if (thrown !== null) {
      row.errors.push(thrown);
    }
  }
}

/** Brings the record to where before-triggers see it. */
function loadRow(
  row: Row,
  operation: 'insert' | 'update',
  rights: ChangeRights | null,
  { store, environment, stack }: SaveWork,
): void {
  const { object, given, id } = row;
  if (operation === 'insert') {
    if (id !== null) {
      row.errors.push(changeError('INVALID_FIELD_FOR_INSERT_UPDATE', 'cannot specify Id in an insert call', ['Id']));
      return;
    }
  } else {
    row.before = id === null ? null : store.findRecord(id);
    const refusal = refuseUpdate(row, rights, stack) ?? environment.lock(id ?? '');
    if (refusal !== null) {
      row.errors.push(refusal);
      return;
    }
  }
  const { fields, errors } = loadRequest(given, object, row.before, store);
  row.errors.push(...errors, ...checkFields(object, fields, id, store));
  if (rights !== null && row.errors.length === 0) {
    const refusal =
      rights.refuseFields(given, object, operation) ?? rights.refuseReferences(object, fields, row.before);
    row.errors.push(...(refusal === null ? [] : [refusal]));
  }
  row.working = recordForTrigger(object, [...(row.before?.fields ?? []), ...fields, ...row.platformFields], false);
  if (operation === 'insert') {
    fillDefaults(object, row.working, store, environment);
  }
  refreshComputed(object, row.working, id ?? '', store);
}

function refuseUpdate(
  { before, object, id }: Row,
  rights: ChangeRights | null,
  stack: TriggerStack,
): ChangeError | null {
  if (id === null) {
    return changeError('MISSING_ARGUMENT', 'Id not specified in an update call');
  }
  if (before === null || before.objectName !== object.name) {
    return changeError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
  }
  if (before.isDeleted) {
    return changeError('ENTITY_IS_DELETED', 'entity is deleted');
  }
  if (object.name === 'Lead' && before.fields.get('isconverted') === true) {
    return changeError('CANNOT_UPDATE_CONVERTED_LEAD', 'cannot reference converted lead');
  }
  return rights?.refuseRecord(before, 'update') ?? stack.refusal('update', id);
}

/** What is checked once before-triggers have had their say: the system's own rules, then those of the org. */
function checkWhole(row: Row, operation: 'insert' | 'update', options: ChangeOptions, work: SaveWork): ChangeError[] {
  const { object, working } = row;
  const { store, environment } = work;
  const id = row.before?.id ?? null;
  refreshComputed(object, working, id ?? '', store);
  const changed = [...working.fields].filter(([name, value]) => isChanged(row, name, value));
  const required = checkRequired(object, working.fields);
  const errors = [...(required === null ? [] : [required]), ...checkFields(object, changed, id, store)];
  if (errors.length > 0) {
    return errors;
  }
  const broken = checkValidationRules(row, operation === 'insert', store, environment);
  if (broken.length > 0) {
    return broken;
  }
  const duplicate =
    environment.hooks.findDuplicate?.(object, working.fields, row.before, allowsDuplicates(row, options)) ?? null;
  return duplicate === null ? [] : [duplicate];
}

function isChanged(row: Row, name: string, value: unknown): boolean {
  return row.before === null || !isSameValue(value, row.before.fields.get(name));
}

/** Stores the row, unless a unique field forbids it. */
function putRow(row: Row, operation: 'insert' | 'update', { store, environment }: SaveWork): void {
  const { object } = row;
  const id = row.before?.id ?? store.nextId(object);
  const fields = storedFields(object, row);
  deriveFields(object, fields, (name) => isChanged(row, name, fields.get(name)));
  if (operation === 'insert') {
    stampNew(object, fields, id, store, environment);
  }
  stampChange(fields, environment);
  stampCompletion(object, fields, environment);
  const duplicate = environment.findClash?.(object, fields, id) ?? checkUnique(object, fields, id, store);
  if (duplicate !== null) {
    row.errors.push(duplicate);
    return;
  }
  store.put({ objectName: object.name, id, fields: withoutNulls(fields), isDeleted: false });
  row.after = store.findRecord(id);
}

/** What the request and the triggers made of the record, without what the platform works out or sets by itself. */
function storedFields(object: ObjectSchema, row: Row): Map<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const field of object.fields.values()) {
    const name = field.name.toLowerCase();
    if (isComputed(field)) {
      continue;
    }
    const value =
      row.platformFields.has(name) || field.isWritable
        ? row.working.fields.get(name)
        : (row.before?.fields.get(name) ?? row.working.fields.get(name));
    if (value !== undefined && value !== null) {
      fields.set(name, settleValue(field, value));
    }
  }
  return fields;
}

function withoutNulls(fields: ReadonlyMap<string, unknown>): Map<string, unknown> {
  return new Map([...fields].filter(([, value]) => value !== null && value !== undefined));
}

/** A record with some of its fields changed by the platform itself: no trigger hears of it. */
export function withFields(record: StoredRecord, changes: Readonly<Record<string, unknown>>): StoredRecord {
  const fields = new Map(storedFieldsOf(record));
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) {
      fields.delete(name);
    } else {
      fields.set(name, value);
    }
  }
  return { ...record, fields };
}

/** The id of a field's value: null where it holds none. */
export function idIn(record: StoredRecord, lowerName: string): string | null {
  const value = record.fields.get(lowerName);
  return value instanceof ApexId ? value.value : null;
}

/** The text of a field: '' where it holds none. */
export function textIn(record: StoredRecord | null, lowerName: string): string {
  const value = record?.fields.get(lowerName);
  return typeof value === 'string' ? value : '';
}
