import { ApexId } from '../../apex/library/text/apex-id.ts';
import type { RecordStore } from '../records/record-store.ts';
import type { MetadataElement } from '../schema/metadata-element.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';
import { isCompound, permissionFieldOf } from './field-rules.ts';

export type Put = (objectName: string, fields: ReadonlyMap<string, unknown>) => string;

const known = new Set(
  `label description license hasActivationRequired objectPermissions fieldPermissions classAccesses customPermissions
   userPermissions tabSettings customMetadataTypeAccesses customSettingAccesses applicationVisibilities recordTypeVisibilities
   pageAccesses flowAccesses externalCredentialPrincipalAccesses externalDataSourceAccesses emailRoutingAddressAccesses`.split(
    /\s+/,
  ),
);

/**
 * Puts what a permission set grants into the store, as the objects that describe it to queries, and gives back its id. What can
 * grant nothing is an error, as it is when the file is deployed: a field that is required, an object that is not there, create without read.
 */
export function putPermissionSet(
  name: string,
  namespace: string | null,
  file: MetadataElement,
  store: RecordStore,
  put: Put,
): string {
  file.refuseOthers(known);
  const permissionSetId = put(
    'PermissionSet',
    new Map<string, unknown>([
      ['name', name],
      ['namespaceprefix', namespace],
      ['label', file.demand('label')],
      ['description', file.read('description')],
      ['iscustom', true],
      ['isownedbyprofile', false],
      ['hasactivationrequired', file.readBoolean('hasActivationRequired')],
      ...readUserPermissions(file, store),
    ]),
  );
  const parent = new ApexId(permissionSetId);
  for (const each of file.all('objectPermissions')) {
    put('ObjectPermissions', new Map<string, unknown>([['parentid', parent], ...readObjectPermissions(each, store)]));
  }
  for (const each of file.all('fieldPermissions')) {
    put('FieldPermissions', new Map<string, unknown>([['parentid', parent], ...readFieldPermissions(each, store)]));
  }
  const grant = (type: string, id: string) =>
    put(
      'SetupEntityAccess',
      new Map<string, unknown>([
        ['parentid', parent],
        ['setupentityid', new ApexId(id)],
        ['setupentitytype', type],
      ]),
    );
  for (const each of file.all('classAccesses').filter(isEnabled)) {
    grant('ApexClass', demandClass(each.demand('apexClass'), store, put));
  }
  for (const each of file.all('customPermissions').filter(isEnabled)) {
    grant('CustomPermission', demandCustomPermission(each, store));
  }
  return permissionSetId;
}

/** The custom metadata types and settings whose records a permission set opens, by canonical name. */
export function readTypeAccesses(file: MetadataElement, store: RecordStore): string[] {
  return [...file.all('customMetadataTypeAccesses'), ...file.all('customSettingAccesses')]
    .filter(isEnabled)
    .map((each) => demandObject(each.demand('name'), each, store).name);
}

function isEnabled(element: MetadataElement): boolean {
  return element.readBoolean('enabled');
}

function readUserPermissions(file: MetadataElement, store: RecordStore): [string, boolean][] {
  const { fields } = store.schema.demand('PermissionSet');
  return file
    .all('userPermissions')
    .filter(isEnabled)
    .map((each) => {
      const field = `permissions${each.demand('name').toLowerCase()}`;
      if (!fields.has(field)) {
        throw new Error(
          `${each.place}: the user permission ${each.demand('name')} is not known here. Next: check its name; if it is right, add it to the fields of PermissionSet.`,
        );
      }
      return [field, true];
    });
}

/** As documented, whoever may change records may also read them, and so on. */
const dependencies: readonly (readonly [string, string])[] = [
  ['allowCreate', 'allowRead'],
  ['allowEdit', 'allowRead'],
  ['allowDelete', 'allowEdit'],
  ['viewAllRecords', 'allowRead'],
  ['modifyAllRecords', 'viewAllRecords'],
  ['modifyAllRecords', 'allowDelete'],
];

function readObjectPermissions(element: MetadataElement, store: RecordStore): [string, unknown][] {
  const object = demandObject(element.demand('object'), element, store);
  const lacking = dependencies.find(([one, other]) => element.readBoolean(one) && !element.readBoolean(other));
  if (lacking !== undefined) {
    throw new Error(
      `${element.place}: on ${object.name}, ${lacking[0]} depends on ${lacking[1]}, which is not granted.`,
    );
  }
  return [
    ['sobjecttype', object.name],
    ['permissionscreate', element.readBoolean('allowCreate')],
    ['permissionsread', element.readBoolean('allowRead')],
    ['permissionsedit', element.readBoolean('allowEdit')],
    ['permissionsdelete', element.readBoolean('allowDelete')],
    ['permissionsviewallrecords', element.readBoolean('viewAllRecords')],
    ['permissionsmodifyallrecords', element.readBoolean('modifyAllRecords')],
    ['permissionsviewallfields', element.readBoolean('viewAllFields')],
  ];
}

function readFieldPermissions(element: MetadataElement, store: RecordStore): [string, unknown][] {
  const [objectName = '', fieldName = ''] = element.demand('field').split('.');
  const object = demandObject(objectName, element, store);
  const field = object.fields.get(fieldName.toLowerCase());
  if (field === undefined && !isCompound(object, fieldName)) {
    throw new Error(`${element.place}: no field named ${objectName}.${fieldName} was found.`);
  }
  if (field !== undefined && permissionFieldOf(object, field) === null) {
    throw new Error(
      `${element.place}: ${objectName}.${fieldName} can have no field permissions: it is required, points to a master, or is the platform's own.`,
    );
  }
  return [
    ['sobjecttype', object.name],
    ['field', `${object.name}.${field?.name ?? fieldName}`],
    ['permissionsread', element.readBoolean('readable') || element.readBoolean('editable')],
    ['permissionsedit', element.readBoolean('editable')],
  ];
}

function demandObject(name: string, element: MetadataElement, store: RecordStore): ObjectSchema {
  const object = store.schema.find(name);
  if (object === null) {
    throw new Error(`${element.place}: no object named ${name} was found.`);
  }
  return object;
}

/** Classes are compiled elsewhere, so one that has no record yet gets it here. */
function demandClass(name: string, store: RecordStore, put: Put): string {
  const found = [...store.recordsOf('ApexClass')].find((each) => each.fields.get('name') === name);
  return (
    found?.id ??
    put(
      'ApexClass',
      new Map<string, unknown>([
        ['name', name],
        ['status', 'Active'],
        ['isvalid', true],
      ]),
    )
  );
}

function demandCustomPermission(element: MetadataElement, store: RecordStore): string {
  const name = element.demand('name');
  const found = [...store.recordsOf('CustomPermission')].find((each) => each.fields.get('developername') === name);
  if (found === undefined) {
    throw new Error(`${element.place}: no custom permission named ${name} was found.`);
  }
  return found.id;
}
