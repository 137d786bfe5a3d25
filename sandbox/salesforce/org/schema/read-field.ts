import {
  blobType,
  booleanType,
  dateType,
  datetimeType,
  decimalType,
  idType,
  stringType,
  timeType,
  type ApexType,
} from '../../apex/types/apex-type.ts';
import { describedField, type DeleteRule, type FieldSchema, type Picklist, type RollUp } from './field-schema.ts';
import type { MetadataElement } from './metadata-element.ts';

/** `<type>` of a custom field → its type in Apex and its Schema.DisplayType. */
const types: Readonly<Record<string, readonly [ApexType, string]>> = {
  AutoNumber: [stringType, 'STRING'],
  Checkbox: [booleanType, 'BOOLEAN'],
  Currency: [decimalType, 'CURRENCY'],
  Date: [dateType, 'DATE'],
  DateTime: [datetimeType, 'DATETIME'],
  Email: [stringType, 'EMAIL'],
  EncryptedText: [stringType, 'ENCRYPTEDSTRING'],
  ExternalLookup: [stringType, 'REFERENCE'],
  File: [blobType, 'BASE64'],
  Hierarchy: [idType, 'REFERENCE'],
  Html: [stringType, 'TEXTAREA'],
  LongTextArea: [stringType, 'TEXTAREA'],
  Lookup: [idType, 'REFERENCE'],
  MasterDetail: [idType, 'REFERENCE'],
  MetadataRelationship: [idType, 'REFERENCE'],
  MultiselectPicklist: [stringType, 'MULTIPICKLIST'],
  Number: [decimalType, 'DOUBLE'],
  Percent: [decimalType, 'PERCENT'],
  Phone: [stringType, 'PHONE'],
  Picklist: [stringType, 'PICKLIST'],
  Summary: [decimalType, 'DOUBLE'],
  Text: [stringType, 'STRING'],
  TextArea: [stringType, 'TEXTAREA'],
  Time: [timeType, 'TIME'],
  Url: [stringType, 'URL'],
};

const usualLengths: Readonly<Record<string, number>> = {
  Email: 80,
  MultiselectPicklist: 4099,
  Phone: 40,
  Picklist: 255,
  TextArea: 255,
  Url: 255,
};

/** What a field's file may say; what is not read below is about pages, help and tracking, which no data depends on. */
const known = new Set(
  `fullName type label length precision scale required unique externalId caseSensitive defaultValue valueSet formula
   formulaTreatBlanksAs displayFormat startingNumber deleteConstraint referenceTo relationshipName relationshipLabel
   relationshipOrder reparentableMasterDetail writeRequiresMasterRead summaryForeignKey summaryOperation summarizedField
   summaryFilterItems description inlineHelpText trackHistory trackTrending trackFeedHistory visibleLines securityClassification
   businessStatus businessOwnerUser complianceGroup fieldManageability deprecated encryptionScheme maskChar maskType
   metadataRelationshipControllingField populateExistingRows isFilteringDisabled isNameField isSortingDisabled
   stripMarkup lookupFilter`.split(/\s+/),
);

/** A custom field from its file: `readField(file, id => sets.get(id))` reads a global value set where the field names one. */
export function readField(file: MetadataElement, globalValues: (name: string) => Picklist): FieldSchema {
  file.refuseOthers(known);
  const name = file.demand('fullName');
  const kind = file.demand('type');
  const [type, displayType] = types[kind] ?? refuseType(file, kind);
  const target = file.read('referenceTo');
  const formula = file.read('formula');
  const isMasterDetail = kind === 'MasterDetail';
  const rollUp = kind === 'Summary' ? readRollUp(file) : null;
  return describedField(
    {
      name,
      type,
      displayType,
      relationshipName: target === null ? null : name.replace(/__c$/, '__r'),
      referenceTo: target === null ? [] : [target],
    },
    {
      label: file.read('label') ?? name,
      length: file.readNumber('length') ?? usualLengths[kind] ?? null,
      precision: file.readNumber('precision'),
      scale: file.readNumber('scale'),
      isRequired: file.readBoolean('required') || isMasterDetail,
      isUnique: file.readBoolean('unique'),
      isCaseSensitive: file.readBoolean('caseSensitive'),
      isExternalId: file.readBoolean('externalId'),
      defaultFormula: file.read('defaultValue') ?? (kind === 'Checkbox' && formula === null ? 'false' : null),
      picklist: readPicklist(file, globalValues),
      formula,
      blanksAreZero: file.read('formulaTreatBlanksAs') !== 'BlankAsBlank',
      autoNumber: kind === 'AutoNumber' ? readAutoNumber(file) : null,
      rollUp,
      deleteRule: target === null ? null : isMasterDetail ? 'cascade' : readDeleteRule(file),
      isMasterDetail,
      isReparentable: !isMasterDetail || file.readBoolean('reparentableMasterDetail'),
      isWrittenByMasterReaders: isMasterDetail && file.readBoolean('writeRequiresMasterRead'),
      childRelationshipName: target === null ? null : (file.read('relationshipName') ?? null),
      isWritable: formula === null && rollUp === null && kind !== 'AutoNumber',
    },
  );
}

/** What a package changes of a field that the platform has. */
export interface StandardFieldChange {
  readonly name: string;
  readonly change: Partial<FieldSchema>;
}

/** Files of standard fields stand beside those of custom ones: isCustomField(file of Score__c) → true. */
export function isCustomField(file: MetadataElement): boolean {
  return file.demand('fullName').endsWith('__c');
}

/** The values and the requirement that a package gives to a standard field; anything else in such a file is about pages. */
export function readStandardField(
  file: MetadataElement,
  globalValues: (name: string) => Picklist,
): StandardFieldChange {
  file.refuseOthers(known);
  const picklist = readPicklist(file, globalValues);
  return {
    name: file.demand('fullName'),
    change: {
      ...(picklist === null ? {} : { picklist }),
      ...(file.readBoolean('required') ? { isRequired: true } : {}),
    },
  };
}

function refuseType(file: MetadataElement, kind: string): never {
  throw new Error(`${file.place}: fields of type ${kind} are not supported.`);
}

/** The number that follows the others, as the name field and fields of type AutoNumber have it: `A-{0000}`. */
export function readAutoNumber(file: MetadataElement): { format: string; start: number } {
  return { format: file.read('displayFormat') ?? '{0}', start: file.readNumber('startingNumber') ?? 1 };
}

function readDeleteRule(file: MetadataElement): DeleteRule {
  const constraint = file.read('deleteConstraint') ?? 'SetNull';
  const rules: Readonly<Record<string, DeleteRule>> = { SetNull: 'clear', Restrict: 'restrict', Cascade: 'cascade' };
  const rule = rules[constraint];
  if (rule === undefined) {
    throw new Error(`${file.place}: ${constraint} is no <deleteConstraint>. It is SetNull, Restrict or Cascade.`);
  }
  return rule;
}

function readPicklist(file: MetadataElement, globalValues: (name: string) => Picklist): Picklist | null {
  const set = file.first('valueSet');
  if (set === null) {
    return null;
  }
  const isRestricted = set.readBoolean('restricted');
  const global = set.read('valueSetName');
  const values = set.first('valueSetDefinition');
  return global === null
    ? { isRestricted, values: (values?.all('value') ?? []).map(readPicklistValue) }
    : { ...globalValues(global), isRestricted: true };
}

/** One value of a picklist or of a global value set. */
export function readPicklistValue(element: MetadataElement): Picklist['values'][number] {
  const value = element.demand('fullName');
  return {
    value,
    label: element.read('label') ?? value,
    isDefault: element.readBoolean('default'),
    isActive: element.readBoolean('isActive', true),
  };
}

function readRollUp(file: MetadataElement): RollUp {
  const [childObject = '', foreignField = ''] = file.demand('summaryForeignKey').split('.');
  const operation = file.demand('summaryOperation');
  if (operation !== 'count' && operation !== 'sum' && operation !== 'min' && operation !== 'max') {
    throw new Error(`${file.place}: ${operation} is no <summaryOperation>.`);
  }
  return {
    operation,
    childObject,
    foreignField,
    summarizedField: file.read('summarizedField')?.split('.')[1] ?? null,
    filters: file.all('summaryFilterItems').map((each) => ({
      field: each.demand('field').split('.')[1] ?? each.demand('field'),
      operation: each.demand('operation'),
      value: each.demand('value'),
    })),
  };
}
