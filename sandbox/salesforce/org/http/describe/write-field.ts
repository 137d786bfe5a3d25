import type { JsonObject } from '../json.ts';
import type { DescribedField } from '../org-behind-http.ts';

const soapTypes: Readonly<Record<string, string>> = {
  id: 'tns:ID',
  reference: 'tns:ID',
  boolean: 'xsd:boolean',
  int: 'xsd:int',
  long: 'xsd:long',
  double: 'xsd:double',
  currency: 'xsd:double',
  percent: 'xsd:double',
  date: 'xsd:date',
  datetime: 'xsd:dateTime',
  time: 'xsd:time',
  base64: 'xsd:base64Binary',
  anyType: 'xsd:anyType',
  address: 'urn:address',
  location: 'urn:location',
};

const textTypes = new Set(['string', 'textarea', 'picklist', 'multipicklist', 'email', 'phone', 'url', 'combobox']);
const longestToFilter = 255;

/** Whether the name is one that an administrator gave: isCustomName('Score__c') → true. */
export function isCustomName(name: string): boolean {
  return /__[a-z]+$/i.test(name);
}

/** A field with everything that a describe result says of one. */
export function writeField(field: DescribedField): JsonObject {
  const isLong = field.type === 'textarea' && field.length > longestToFilter;
  const isBinary = field.type === 'base64';
  const isText = textTypes.has(field.type);
  const isReference = field.type === 'reference';
  return {
    aggregatable: !isLong && !isBinary && field.type !== 'boolean',
    aiPredictionField: false,
    autoNumber: field.isAutoNumber,
    byteLength: isText ? field.length * 3 : field.length,
    calculated: field.isCalculated,
    calculatedFormula: field.formula,
    cascadeDelete: field.isCascadeDelete,
    caseSensitive: field.isCaseSensitive,
    compoundFieldName: null,
    controllerName: null,
    createable: field.isCreateable,
    custom: isCustomName(field.name),
    defaultValue: field.defaultValue,
    defaultValueFormula: field.defaultFormula,
    defaultedOnCreate: field.isDefaultedOnCreate,
    dependentPicklist: false,
    deprecatedAndHidden: false,
    digits: field.type === 'int' ? field.precision : 0,
    displayLocationInDecimal: false,
    encrypted: false,
    externalId: field.isExternalId,
    extraTypeInfo: null,
    filterable: !isLong && !isBinary,
    filteredLookupInfo: null,
    formulaTreatNullNumberAsZero: false,
    groupable: !isLong && !isBinary && !['currency', 'datetime', 'double', 'percent', 'time'].includes(field.type),
    highScaleNumber: false,
    htmlFormatted: false,
    idLookup: field.type === 'id' || field.isExternalId || (field.isNameField && !isReference),
    inlineHelpText: null,
    label: field.label,
    length: field.length,
    mask: null,
    maskType: null,
    name: field.name,
    nameField: field.isNameField,
    namePointing: field.referenceTo.length > 1,
    nillable: field.isNillable,
    permissionable: field.isNillable && field.type !== 'id' && (field.isCreateable || field.isCalculated),
    picklistValues: (field.picklist?.values ?? []).map((each) => ({
      active: each.isActive,
      defaultValue: each.isDefault,
      label: each.label,
      validFor: null,
      value: each.value,
    })),
    polymorphicForeignKey: field.referenceTo.length > 1,
    precision: field.type === 'int' ? 0 : field.precision,
    queryByDistance: field.type === 'location',
    referenceTargetField: null,
    referenceTo: [...field.referenceTo],
    relationshipName: field.relationshipName,
    relationshipOrder: field.isMasterDetail ? 0 : null,
    restrictedDelete: field.isRestrictedDelete,
    restrictedPicklist: field.picklist?.isRestricted ?? false,
    scale: field.scale,
    searchPrefilterable: isReference,
    soapType: soapTypes[field.type] ?? 'xsd:string',
    sortable: !isLong && !isBinary,
    type: field.type,
    unique: field.isUnique,
    updateable: field.isUpdateable,
    writeRequiresMasterRead: false,
  };
}
