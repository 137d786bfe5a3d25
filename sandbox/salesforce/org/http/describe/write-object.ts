import { resourceUrl, type Call } from '../answer/call.ts';
import type { JsonObject } from '../json.ts';
import type { DescribedObject } from '../org-behind-http.ts';
import { isCustomName, writeField } from './write-field.ts';

type At = Pick<Call, 'version'>;

/** An object as the list of all objects shows it. */
export function writeObjectInList(object: DescribedObject, at: At): JsonObject {
  const url = resourceUrl(at, 'sobjects', object.name);
  return {
    ...writeAbilities(object),
    urls: { rowTemplate: `${url}/{ID}`, describe: `${url}/describe`, sobject: url },
  };
}

/** An object with its fields: the answer of `/sobjects/Lead/describe`. */
export function writeObject(object: DescribedObject, at: At): JsonObject {
  const url = resourceUrl(at, 'sobjects', object.name);
  return {
    actionOverrides: [],
    ...writeAbilities(object),
    childRelationships: object.children.map((each) => ({
      cascadeDelete: each.isCascadeDelete,
      childSObject: each.objectName,
      deprecatedAndHidden: false,
      field: each.fieldName,
      junctionIdListNames: [],
      junctionReferenceTo: [],
      relationshipName: each.relationshipName,
      restrictedDelete: each.isRestrictedDelete,
    })),
    compactLayoutable: false,
    defaultImplementation: null,
    extendedBy: null,
    extendsInterfaces: null,
    fields: object.fields.map(writeField),
    implementedBy: null,
    implementsInterfaces: null,
    listviewable: null,
    lookupLayoutable: null,
    namedLayoutInfos: [],
    networkScopeFieldName: null,
    recordTypeInfos: writeRecordTypes(object, url),
    searchLayoutable: false,
    sobjectDescribeOption: 'FULL',
    supportedScopes: [{ label: `All ${object.labelPlural}`, name: 'everything' }],
    urls: {
      rowTemplate: `${url}/{ID}`,
      describe: `${url}/describe`,
      sobject: url,
    },
  };
}

function writeAbilities(object: DescribedObject): JsonObject {
  const may = object.isWritable;
  const { rights = { create: true, edit: true, delete: true } } = object;
  return {
    activateable: false,
    associateEntityType: null,
    associateParentEntity: null,
    createable: may && rights.create,
    custom: isCustomName(object.name),
    customSetting: object.isCustomSetting,
    deepCloneable: false,
    deletable: may && rights.delete,
    deprecatedAndHidden: false,
    feedEnabled: false,
    hasSubtypes: false,
    isInterface: false,
    isSubtype: false,
    keyPrefix: object.keyPrefix,
    label: object.label,
    labelPlural: object.labelPlural,
    layoutable: false,
    mergeable: ['Account', 'Case', 'Contact', 'Lead'].includes(object.name),
    mruEnabled: false,
    name: object.name,
    queryable: true,
    replicateable: may,
    retrieveable: true,
    searchable: false,
    triggerable: may,
    undeletable: may && rights.delete,
    updateable: may && rights.edit,
  };
}

/** Every object has the master record type, and it is the default where no other is there. */
function writeRecordTypes(object: DescribedObject, url: string): JsonObject[] {
  const master = { id: '012000000000000AAA', label: 'Master', developerName: 'Master', isActive: true };
  return [...object.recordTypes, master].map((each) => ({
    active: each.isActive,
    available: each.isActive,
    defaultRecordTypeMapping: object.recordTypes.length === 0,
    developerName: each.developerName,
    master: each === master,
    name: each.label,
    recordTypeId: each.id,
    urls: { layout: `${url}/describe/layouts/${each.id}` },
  }));
}
