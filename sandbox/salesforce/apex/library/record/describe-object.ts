import type { ObjectDescription, Right } from '../../run/org.ts';
import { execution } from '../../run/execution.ts';
import { listOf, stringType, typeOf } from '../../types/apex-type.ts';
import { ApexList } from '../collection/apex-list.ts';
import { unsupported, type BuiltinType, type Members } from '../define.ts';
import { PlatformObject, setTypeOf } from '../system/platform-object.ts';
import { localNameOf } from './local-name.ts';
import { mapByNames } from './names-without-case.ts';
import { describeToken, sObjectFieldToken, sObjectTypeToken, type ApexSObjectType } from './schema-tokens.ts';

/** A Schema.DescribeSObjectResult. */
export class DescribeObject extends PlatformObject {
  readonly object: ObjectDescription;

  static {
    setTypeOf(this, 'Schema.DescribeSObjectResult');
  }

  constructor(object: ObjectDescription) {
    super();
    this.object = object;
  }

  tostring$(): string {
    return `Schema.DescribeSObjectResult[getName=${this.object.name};]`;
  }
}

/** What `Account.SObjectType.getDescribe()` and `Schema.SObjectType.Account` give. */
export function describeObject(token: ApexSObjectType): DescribeObject {
  return new DescribeObject(describeToken(token));
}

/** What `describe.fields` is: its getMap() has the token of each field. */
class DescribedFields extends PlatformObject {
  readonly object: ObjectDescription;

  static {
    setTypeOf(this, 'Schema.SObjectTypeFields');
  }

  constructor(object: ObjectDescription) {
    super();
    this.object = object;
  }
}

class ChildRelationship extends PlatformObject {
  readonly child: string;
  readonly field: string | null;
  readonly name: string;

  static {
    setTypeOf(this, 'Schema.ChildRelationship');
  }

  constructor(child: string, field: string | null, name: string) {
    super();
    this.child = child;
    this.field = field;
    this.name = name;
  }
}

function childrenOf({ object }: DescribeObject): ApexList {
  const relationships = [...object.children].map(([name, childName]) => {
    const child = execution().org.describeObject(childName);
    const field = [...(child?.fields.values() ?? [])].find((each) => each.referenceTo.includes(object.name));
    return new ChildRelationship(childName, field?.name ?? null, name);
  });
  return new ApexList(listOf(typeOf('Schema.ChildRelationship')), relationships);
}

const rightOf: Readonly<Record<string, Right>> = {
  isAccessible: 'read',
  isCreateable: 'create',
  isDeletable: 'delete',
  isQueryable: 'read',
  isSearchable: 'read',
  isUndeletable: 'delete',
  isUpdateable: 'edit',
};

/** Where no org says otherwise, the running user may do everything. */
const permitted = Object.fromEntries(
  Object.entries(rightOf).map(([name, right]) => [
    `Boolean ${name}()`,
    ({ object }: DescribeObject) => execution().org.rights?.mayAccessObject(object.name, right) ?? true,
  ]),
);

const members: Members = {
  ...permitted,
  'String getName()': ({ object }: DescribeObject) => object.name,
  'String getLocalName()': ({ object }: DescribeObject) => localNameOf(object.name),
  'String getLabel()': ({ object }: DescribeObject) => object.label,
  'String getLabelPlural()': unsupported,
  'String getKeyPrefix()': ({ object }: DescribeObject) => object.keyPrefix,
  'Schema.SObjectType getSObjectType()': ({ object }: DescribeObject) => sObjectTypeToken(object.name),
  'List<Schema.ChildRelationship> getChildRelationships()': childrenOf,
  'Boolean isCustom()': ({ object }: DescribeObject) => /__[a-z]+$/i.test(object.name),
  'Boolean isCustomSetting()': unsupported,
  'Boolean isDeprecatedAndHidden()': () => false,
  'Boolean isFeedEnabled()': unsupported,
  'Boolean isMergeable()': ({ object }: DescribeObject) => ['Account', 'Case', 'Contact', 'Lead'].includes(object.name),
  'Boolean isMruEnabled()': unsupported,
  'Boolean hasSubtypes()': unsupported,
  'Schema.SObjectDescribeOptions getSObjectDescribeOption()': unsupported,
  'String getAssociateEntityType()': unsupported,
  'String getAssociateParentEntity()': unsupported,
  'String getDefaultImplementation()': unsupported,
  'String getImplementedBy()': unsupported,
  'String getImplementsInterfaces()': unsupported,
  'Boolean getDataTranslationEnabled()': unsupported,
  'List<Schema.RecordTypeInfo> getRecordTypeInfos()': unsupported,
  'Map<String,Schema.RecordTypeInfo> getRecordTypeInfosByDeveloperName()': unsupported,
  'Map<Id,Schema.RecordTypeInfo> getRecordTypeInfosById()': unsupported,
  'Map<String,Schema.RecordTypeInfo> getRecordTypeInfosByName()': unsupported,
};

/** Describing objects: Schema.DescribeSObjectResult and what it gives. */
export const describeObjectTypes: readonly BuiltinType[] = [
  {
    name: 'Schema.DescribeSObjectResult',
    kind: 'class',
    valueClass: DescribeObject,
    methods: members,
    properties: {
      'Schema.SObjectTypeFields fields': { get: ({ object }: DescribeObject) => new DescribedFields(object) },
      'Schema.SObjectTypeFieldSets fieldSets': { get: unsupported },
    },
  },
  {
    name: 'Schema.SObjectTypeFields',
    kind: 'class',
    valueClass: DescribedFields,
    methods: {
      'Map<String,Schema.SObjectField> getMap()': ({ object }: DescribedFields) =>
        mapByNames(
          typeOf('System.Map', [stringType, typeOf('Schema.SObjectField')]),
          [...object.fields.values()].map((field) => [field.name, sObjectFieldToken(object.name, field.name)] as const),
        ),
    },
  },
  {
    name: 'Schema.SObjectTypeFieldSets',
    kind: 'class',
    methods: { 'Map<String,Schema.FieldSet> getMap()': unsupported },
  },
  {
    name: 'Schema.ChildRelationship',
    kind: 'class',
    valueClass: ChildRelationship,
    methods: {
      'Schema.SObjectType getChildSObject()': (each: ChildRelationship) => sObjectTypeToken(each.child),
      'Schema.SObjectField getField()': (each: ChildRelationship) =>
        each.field === null ? null : sObjectFieldToken(each.child, each.field),
      'String getRelationshipName()': (each: ChildRelationship) => each.name,
      'List<String> getJunctionIdListNames()': unsupported,
      'List<Schema.SObjectType> getJunctionReferenceTo()': unsupported,
      'Boolean isCascadeDelete()': unsupported,
      'Boolean isDeprecatedAndHidden()': () => false,
      'Boolean isRestrictedDelete()': unsupported,
    },
  },
];
