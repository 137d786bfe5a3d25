import type { ApexSObject } from '../../apex/library/record/apex-sobject.ts';
import { convertPlain } from '../schema/formula/convert-result.ts';
import { evaluateFormula } from '../schema/formula/evaluate-formula.ts';
import { ApexId } from '../../apex/library/text/apex-id.ts';
import { scopeOf } from '../records/record-scope.ts';
import type { RecordStore } from '../records/record-store.ts';
import type { FieldSchema } from '../schema/field-schema.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { ChangeEnvironment } from './change-environment.ts';

/** Gives a new record the default of each field that the request did not set; an owner among them. */
export function fillDefaults(
  object: ObjectSchema,
  record: ApexSObject,
  store: RecordStore,
  environment: ChangeEnvironment,
): void {
  for (const field of object.fields.values()) {
    const name = field.name.toLowerCase();
    const given = record.fields.get(name);
    // A checkbox knows no null, so one given counts as the default.
    if (record.fields.has(name) && !(given === null && field.displayType === 'BOOLEAN')) {
      continue;
    }
    const value = defaultOf(field, object, record, store, environment);
    if (value !== null) {
      record.fields.set(name, value);
    }
  }
}

function defaultOf(
  field: FieldSchema,
  object: ObjectSchema,
  record: ApexSObject,
  store: RecordStore,
  environment: ChangeEnvironment,
): unknown {
  if (field.name === 'OwnerId') {
    return new ApexId(environment.ownerId());
  }
  if (field.name === 'SetupOwnerId' && object.kind === 'hierarchy setting') {
    return new ApexId(environment.organizationId);
  }
  if (field.defaultFormula !== null) {
    if (field.defaultFormula === 'false' || field.defaultFormula === 'true') {
      return field.defaultFormula === 'true';
    }
    const stored = { objectName: object.name, id: '', fields: record.fields, isDeleted: false };
    const scope = scopeOf(object, stored, store, environment);
    return convertPlain(evaluateFormula(field.defaultFormula, scope), field);
  }
  return field.picklist?.values.find((each) => each.isDefault && each.isActive)?.value ?? null;
}
