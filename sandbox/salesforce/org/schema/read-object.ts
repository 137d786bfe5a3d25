import { readObjectTable } from '../../apex/library/record/read-object-table.ts';
import { describePlain } from './describe-standard.ts';
import type { FieldSchema } from './field-schema.ts';
import type { MetadataElement } from './metadata-element.ts';
import type { ObjectKind, ObjectSchema, RecordTypeSchema, ValidationRule } from './object-schema.ts';
import { readAutoNumber } from './read-field.ts';

const audit = '  datetime: LastViewedDate LastReferencedDate';

/** The fields that the platform gives to the objects of each kind, beside the system fields that all have. */
const platformFields: Readonly<Record<ObjectKind, string>> = {
  standard: '',
  custom: `  string: Name\n${audit}`,
  metadata: '  string: DeveloperName MasterLabel Label QualifiedApiName NamespacePrefix Language',
  event: '  string: ReplayId EventUuid',
  'list setting': '  string: Name',
  'hierarchy setting': '  string: Name\n  reference: SetupOwnerId>Organization,Profile,User=SetupOwner',
};

/** A custom object from its file; its fields, rules and record types are in files of their own. */
export function readObject(
  name: string,
  keyPrefix: string | null,
  file: MetadataElement,
  fields: readonly FieldSchema[],
): ObjectSchema {
  const inline = ['fields', 'validationRules', 'recordTypes'].find((each) => file.first(each) !== null);
  if (inline !== undefined) {
    throw new Error(`${file.place}: <${inline}> stand in files of their own in the source format.`);
  }
  const kind = kindOf(name, file);
  const isDetail = fields.some((each) => each.isMasterDetail);
  const owner = kind === 'custom' && !isDetail ? '\n  reference: OwnerId>User,Group' : '';
  const [table] = readObjectTable(`${name} - "x"\n${platformFields[kind]}${owner}`);
  if (table === undefined) {
    throw new Error(`${file.place}: ${name} was not read.`);
  }
  const all = new Map<string, FieldSchema>();
  for (const [lowerName, field] of table.fields) {
    all.set(lowerName, describePlain(field));
  }
  const nameField = all.get('name');
  if (nameField !== undefined) {
    all.set('name', readNameField(nameField, kind, file));
  }
  for (const field of fields) {
    all.set(field.name.toLowerCase(), field);
  }
  const label = file.read('label') ?? name;
  return {
    name,
    label,
    pluralLabel: file.read('pluralLabel') ?? label,
    keyPrefix,
    kind,
    publishesImmediately: file.read('publishBehavior') === 'PublishImmediately',
    fields: all,
    children: new Map(),
    validationRules: [],
    recordTypes: [],
    computedFields: [],
  };
}

function kindOf(name: string, file: MetadataElement): ObjectKind {
  if (name.endsWith('__mdt')) {
    return 'metadata';
  }
  if (name.endsWith('__e')) {
    return 'event';
  }
  const setting = file.read('customSettingsType');
  return setting === null ? 'custom' : setting === 'List' ? 'list setting' : 'hierarchy setting';
}

function readNameField(field: FieldSchema, kind: ObjectKind, file: MetadataElement): FieldSchema {
  const element = file.first('nameField');
  if (element?.read('type') === 'AutoNumber') {
    return { ...field, label: element.read('label') ?? 'Name', autoNumber: readAutoNumber(element), isWritable: false };
  }
  return {
    ...field,
    label: element?.read('label') ?? 'Name',
    length: kind === 'custom' ? 80 : 38,
    // Lists of settings are found by their names, so there is no second one of a name.
    isRequired: kind === 'list setting',
    isUnique: kind === 'list setting',
  };
}

/** A validation rule from its file. */
export function readValidationRule(file: MetadataElement): ValidationRule {
  file.refuseOthers(
    new Set(['fullName', 'active', 'description', 'errorConditionFormula', 'errorDisplayField', 'errorMessage']),
  );
  return {
    name: file.demand('fullName'),
    isActive: file.readBoolean('active'),
    errorCondition: file.demand('errorConditionFormula'),
    errorMessage: file.demand('errorMessage'),
    errorField: file.read('errorDisplayField'),
  };
}

/** A record type from its file. */
export function readRecordType(file: MetadataElement): RecordTypeSchema {
  return {
    developerName: file.demand('fullName'),
    label: file.read('label') ?? file.demand('fullName'),
    isActive: file.readBoolean('active', true),
  };
}
