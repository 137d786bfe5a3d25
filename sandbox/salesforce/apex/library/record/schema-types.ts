import { execution } from '../../run/execution.ts';
import { chargeElements } from '../../run/meter.ts';
import { listOf, stringType, typeOf } from '../../types/apex-type.ts';
import { ApexList } from '../collection/apex-list.ts';
import { unsupported, type BuiltinType, type Members } from '../define.ts';
import { raise, raiseNullArgument } from '../raise.ts';
import type { ApexId } from '../text/apex-id.ts';
import { ApexSObject, recordTypeOf } from './apex-sobject.ts';
import { picklistEntryType } from './describe-picklist.ts';
import { describeField } from './describe-field.ts';
import { DescribeObject, describeObject } from './describe-object.ts';
import { mapByNames } from './names-without-case.ts';
import { ApexSObjectField, ApexSObjectType, describeToken, sObjectTypeToken } from './schema-tokens.ts';

function describeObjects(names: ApexList | null): ApexList {
  const results = (names ?? raiseNullArgument()).items.map((name) => {
    const found = execution().org.describeObject(String(name));
    return found === null
      ? raise(
          'System.InvalidParameterValueException',
          `Invalid sobject provided. The Schema.describeSObjects() methods does not support the ${String(name)} sobject.`,
        )
      : new DescribeObject(found);
  });
  return new ApexList(listOf(typeOf('Schema.DescribeSObjectResult')), results);
}

function describeAll(): unknown {
  const { org } = execution();
  const names = org.objectNames();
  chargeElements(names.length);
  return mapByNames(
    typeOf('System.Map', [stringType, typeOf('Schema.SObjectType')]),
    names.map((name) => [name, sObjectTypeToken(name)] as const),
  );
}

function newRecord(token: ApexSObjectType, id: ApexId | null = null): ApexSObject {
  return new ApexSObject(recordTypeOf(describeToken(token).name), new Map(id === null ? [] : [['id', id]]));
}

/** Schema's own methods; `Schema.SObjectType.Account` and `Account.SObjectType` are expressions of the language. */
const schemaMembers: Members = {
  'Map<String,Schema.SObjectType> getGlobalDescribe()': describeAll,
  'List<Schema.DescribeSObjectResult> describeSObjects(List<String> types)': describeObjects,
  'List<Schema.DescribeSObjectResult> describeSObjects(List<String> types, Object options)': describeObjects,
  'List<Schema.DescribeTabSetResult> describeTabs()': unsupported,
  'List<Schema.DescribeDataCategoryGroupResult> describeDataCategoryGroups(List<String> sObjectNames)': unsupported,
  'List<Schema.DescribeDataCategoryGroupStructureResult> describeDataCategoryGroupStructures(List<Schema.DataCategoryGroupSobjectTypePair> pairs, Boolean topCategoriesOnly)':
    unsupported,
};

export const schemaTypes: readonly BuiltinType[] = [
  { name: 'System.Schema', kind: 'class', statics: schemaMembers },
  {
    name: 'Schema.SObjectType',
    kind: 'class',
    valueClass: ApexSObjectType,
    methods: {
      'Schema.DescribeSObjectResult getDescribe()': describeObject,
      'Schema.DescribeSObjectResult getDescribe(Object options)': describeObject,
      'SObject newSObject()': (token: ApexSObjectType) => newRecord(token),
      'SObject newSObject(Id id)': newRecord,
      'SObject newSObject(Id recordTypeId, Boolean loadDefaults)': unsupported,
      'String toString()': (token: ApexSObjectType) => token.objectName,
    },
  },
  {
    name: 'Schema.SObjectField',
    kind: 'class',
    valueClass: ApexSObjectField,
    methods: {
      'Schema.DescribeFieldResult getDescribe()': describeField,
      'Schema.DescribeFieldResult getDescribe(Object options)': describeField,
      'String toString()': (token: ApexSObjectField) => token.fieldName,
    },
  },
  { name: 'Schema.SObjectDescribeOptions', kind: 'enum', values: ['DEFAULT', 'DEFERRED', 'FULL'] },
  { name: 'Schema.FieldDescribeOptions', kind: 'enum', values: ['DEFAULT', 'FULL_DESCRIBE'] },
  {
    name: 'Schema.SOAPType',
    kind: 'enum',
    values: ['ANYTYPE', 'BASE64BINARY', 'BOOLEAN', 'DATE', 'DATETIME', 'DOUBLE', 'ID', 'INTEGER', 'STRING', 'TIME'],
  },
  picklistEntryType,
  {
    name: 'Schema.RecordTypeInfo',
    kind: 'class',
    methods: {
      'String getDeveloperName()': unsupported,
      'String getName()': unsupported,
      'Id getRecordTypeId()': unsupported,
      'Boolean isActive()': unsupported,
      'Boolean isAvailable()': unsupported,
      'Boolean isDefaultRecordTypeMapping()': unsupported,
      'Boolean isMaster()': unsupported,
    },
  },
  {
    name: 'Schema.FieldSet',
    kind: 'class',
    methods: {
      'String getDescription()': unsupported,
      'List<Schema.FieldSetMember> getFields()': unsupported,
      'String getLabel()': unsupported,
      'String getName()': unsupported,
      'String getNameSpace()': unsupported,
      'Schema.SObjectType getSObjectType()': unsupported,
    },
  },
  {
    name: 'Schema.FieldSetMember',
    kind: 'class',
    methods: {
      'Boolean getDBRequired()': unsupported,
      'String getFieldPath()': unsupported,
      'String getLabel()': unsupported,
      'Boolean getRequired()': unsupported,
      'Schema.SObjectField getSObjectField()': unsupported,
      'Schema.DisplayType getType()': unsupported,
    },
  },
];
