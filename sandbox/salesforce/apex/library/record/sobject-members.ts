import { chargeElements } from '../../run/meter.ts';
import { listOf, objectType, stringType, typeOf } from '../../types/apex-type.ts';
import { ApexList } from '../collection/apex-list.ts';
import { ApexMap } from '../collection/apex-map.ts';
import { unsupported, type Implementation, type Members } from '../define.ts';
import { raise, raiseNullArgument } from '../raise.ts';
import { getOptions, setOptions } from '../system/dml-options.ts';
import { describeRecord, findParentField, keyOf, type ApexSObject } from './apex-sobject.ts';
import { cloneRecord } from './clone-record.ts';
import { getField, raiseInvalidField, writeField } from './field-access.ts';
import { addExceptionError, addFieldError, addRecordError } from './record-errors.ts';
import { sObjectTypeToken, type ApexSObjectField } from './schema-tokens.ts';

/** A field is named by text or by its token; a token of another object is refused. */
function nameOfField(record: ApexSObject, field: string | ApexSObjectField | null): string {
  if (field === null) {
    return raiseNullArgument();
  }
  if (typeof field === 'string') {
    return field;
  }
  const object = describeRecord(record);
  return field.objectName === object.name
    ? field.fieldName
    : raise(
        'System.SObjectException',
        `${field.objectName}.${field.fieldName} does not belong to SObject type ${object.name}`,
      );
}

function getValue(record: ApexSObject, field: string | ApexSObjectField | null): unknown {
  const name = nameOfField(record, field);
  const object = describeRecord(record);
  if (object.name === 'AggregateResult') {
    // What a row of an aggregate query has is known by the aliases of its query, not by a description.
    return record.fields.get(name.toLowerCase()) ?? null;
  }
  // Only fields are read in this way: a relationship's name is as unknown to get() as any other word.
  return object.fields.has(name.toLowerCase()) ? getField(record, name) : raiseInvalidField(name, object.name);
}

function putValue(record: ApexSObject, field: string | ApexSObjectField | null, value: unknown): unknown {
  const name = nameOfField(record, field);
  const object = describeRecord(record);
  if (!object.fields.has(name.toLowerCase())) {
    raiseInvalidField(name, object.name);
  }
  const earlier = record.fields.get(keyOf(object, name)) ?? null;
  writeField(record, name, value);
  return earlier;
}

/** A parent is asked for by its relationship's name or by the field that holds its id. */
function nameOfParent(record: ApexSObject, field: string | ApexSObjectField | null): string {
  const object = describeRecord(record);
  const name = nameOfField(record, field);
  const parent = object.fields.get(name.toLowerCase()) ?? findParentField(object, name.toLowerCase());
  return (
    parent?.relationshipName ?? raise('System.SObjectException', `Invalid relationship ${name} for ${object.name}`)
  );
}

function getParent(record: ApexSObject, field: string | ApexSObjectField | null): unknown {
  return record.fields.get(nameOfParent(record, field).toLowerCase()) ?? null;
}

function putParent(record: ApexSObject, field: string | ApexSObjectField | null, parent: unknown): unknown {
  const name = nameOfParent(record, field);
  const earlier = record.fields.get(name.toLowerCase()) ?? null;
  writeField(record, name, parent);
  return earlier;
}

function getChildren(record: ApexSObject, relationship: string | null): unknown {
  const name = relationship ?? raiseNullArgument();
  const object = describeRecord(record);
  const key = keyOf(object, name);
  if (!object.children.has(key)) {
    raise('System.SObjectException', `Invalid Aggregate Relationship ${name} for ${object.name}`);
  }
  // Where a query found none this is null, unlike the relationship itself, which is then an empty list.
  const found = record.fields.get(key) ?? null;
  return found instanceof ApexList && found.items.length === 0 ? null : found;
}

function clone(record: ApexSObject, keepsId = false, isDeep = false, keepsTimestamps = false): ApexSObject {
  return cloneRecord(record, { keepsId, isDeep, keepsTimestamps });
}

function populatedFields(record: ApexSObject): ApexMap {
  chargeElements(record.fields.size);
  const object = describeRecord(record);
  return ApexMap.from(
    typeOf('System.Map', [stringType, objectType]),
    [...record.fields].map(([lowerName, value]) => [properName(lowerName), value] as const),
  );

  function properName(lowerName: string): string {
    return object.fields.get(lowerName)?.name ?? findParentField(object, lowerName)?.relationshipName ?? lowerName;
  }
}

/** Two signatures, one with the field's name and one with its token, do the same. */
function byNameAndToken(before: string, after: string, implementation: Implementation): Members {
  return {
    [`${before}(String fieldName${after})`]: implementation,
    [`${before}(Schema.SObjectField field${after})`]: implementation,
  };
}

/** The methods that records of every object have. */
export const sObjectMembers: Members = {
  ...byNameAndToken('Object get', '', getValue),
  ...byNameAndToken('Object put', ', Object value', putValue),
  ...byNameAndToken('SObject getSObject', '', getParent),
  ...byNameAndToken('SObject putSObject', ', SObject value', putParent),
  ...byNameAndToken('Boolean isSet', '', (record: ApexSObject, field: string | ApexSObjectField | null) =>
    record.fields.has(keyOf(describeRecord(record), nameOfField(record, field))),
  ),
  'List<SObject> getSObjects(String fieldName)': getChildren,
  'Schema.SObjectType getSObjectType()': (record: ApexSObject) => sObjectTypeToken(describeRecord(record).name),
  'Map<String,Object> getPopulatedFieldsAsMap()': populatedFields,
  'void clear()': (record: ApexSObject) => {
    record.fields.clear();
  },
  'SObject clone()': clone,
  'SObject clone(Boolean preserveId)': clone,
  'SObject clone(Boolean preserveId, Boolean isDeepClone)': clone,
  'SObject clone(Boolean preserveId, Boolean isDeepClone, Boolean preserveReadonlyTimestamps)': clone,
  'SObject clone(Boolean preserveId, Boolean isDeepClone, Boolean preserveReadonlyTimestamps, Boolean preserveAutonumber)':
    clone,
  'Boolean isClone()': (record: ApexSObject) => record.isClone,
  'Id getCloneSourceId()': (record: ApexSObject) => record.cloneSourceId,
  'void addError(String errorMsg)': addRecordError,
  'void addError(String errorMsg, Boolean escape)': addRecordError,
  'void addError(Exception exceptionError)': addExceptionError,
  'void addError(Exception exceptionError, Boolean escape)': addExceptionError,
  'void addError(String fieldName, String errorMsg)': addFieldError,
  'void addError(String fieldName, String errorMsg, Boolean escape)': addFieldError,
  'void addError(Schema.SObjectField field, String errorMsg)': addTokenError,
  'void addError(Schema.SObjectField field, String errorMsg, Boolean escape)': addTokenError,
  'Boolean hasErrors()': (record: ApexSObject) => record.errors.length > 0,
  'List<Database.Error> getErrors()': (record: ApexSObject) =>
    new ApexList(listOf(typeOf('Database.Error')), [...record.errors]),
  'String getQuickActionName()': () => null,
  'Database.DMLOptions getOptions()': getOptions,
  'void setOptions(Database.DMLOptions options)': setOptions,
  'void recalculateFormulas()': unsupported,
};

function addTokenError(record: ApexSObject, field: ApexSObjectField | null, message: string | null): void {
  addFieldError(record, nameOfField(record, field), message);
}
