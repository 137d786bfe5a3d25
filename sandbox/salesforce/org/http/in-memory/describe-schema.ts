import type { FieldSchema } from '../../schema/field-schema.ts';
import { isComputed } from '../../schema/field-schema.ts';
import type { ObjectSchema } from '../../schema/object-schema.ts';
import type { OrgSchema } from '../../schema/org-schema.ts';
import type { DescribedChild, DescribedField, DescribedObject } from '../org-behind-http.ts';

const restTypes: Readonly<Record<string, string>> = { ANYTYPE: 'anyType', INTEGER: 'int' };

/** An object of a schema as a describe request shows it. */
export function describeSchema(
  object: ObjectSchema,
  schema: OrgSchema,
  recordTypeId: (developerName: string) => string,
): DescribedObject {
  return {
    name: object.name,
    label: object.label,
    labelPlural: object.pluralLabel,
    keyPrefix: object.keyPrefix,
    isCustomSetting: object.kind === 'list setting' || object.kind === 'hierarchy setting',
    isWritable: object.kind !== 'metadata' && object.keyPrefix !== null,
    fields: [...object.fields.values()].map(describeField),
    children: describeChildren(object, schema),
    recordTypes: object.recordTypes.map(({ label, developerName, isActive }) => ({
      id: recordTypeId(developerName),
      label,
      developerName,
      isActive,
    })),
  };
}

function describeField(field: FieldSchema): DescribedField {
  const isSettable = field.isWritable && !isComputed(field) && field.autoNumber === null;
  const isCheckbox = field.displayType === 'BOOLEAN';
  const fixedDefault = isCheckbox ? field.defaultFormula === 'true' : null;
  return {
    name: field.name,
    label: field.label,
    type: restTypes[field.displayType] ?? field.displayType.toLowerCase(),
    length: field.length ?? (field.type.name === 'System.Id' ? 18 : 0),
    precision: field.precision ?? 0,
    scale: field.scale ?? 0,
    isNillable: !field.isRequired && !isCheckbox && field.displayType !== 'ID',
    isCreateable: isSettable,
    isUpdateable: isSettable && field.isReparentable,
    isDefaultedOnCreate: isCheckbox || field.defaultFormula !== null || !field.isWritable,
    isUnique: field.isUnique,
    isExternalId: field.isExternalId,
    isCaseSensitive: field.isCaseSensitive,
    isAutoNumber: field.autoNumber !== null,
    isCalculated: isComputed(field),
    formula: field.formula,
    defaultValue: fixedDefault,
    defaultFormula: isCheckbox ? null : field.defaultFormula,
    picklist: field.picklist,
    referenceTo: field.referenceTo,
    relationshipName: field.relationshipName,
    isNameField: field.name === 'Name',
    isCascadeDelete: field.deleteRule === 'cascade',
    isRestrictedDelete: field.deleteRule === 'restrict',
    isMasterDetail: field.isMasterDetail,
  };
}

/** Every field that points to the object is a relationship to children; not all of them have a name. */
function describeChildren(object: ObjectSchema, schema: OrgSchema): DescribedChild[] {
  return schema.referencesTo(object.name).map(({ object: child, field }) => ({
    objectName: child.name,
    fieldName: field.name,
    relationshipName: nameRelationship(object, child, field),
    isCascadeDelete: field.deleteRule === 'cascade',
    isRestrictedDelete: field.deleteRule === 'restrict',
  }));
}

/** Standard relationships are described by lower-case name, `contacts`; their case is that of their object's plural. */
function nameRelationship(object: ObjectSchema, child: ObjectSchema, field: FieldSchema): string | null {
  if (field.childRelationshipName !== null) {
    return field.name.endsWith('__c') ? `${field.childRelationshipName}__r` : field.childRelationshipName;
  }
  const isUsual = field.name === `${object.name}Id` || field.name === 'ParentId' || field.name === 'WhoId';
  const plurals = [`${child.name}s`, child.name.replace(/y$/, 'ies')];
  const found = plurals.find((each) => object.children.get(each.toLowerCase()) === child.name);
  return isUsual ? (found ?? null) : null;
}
