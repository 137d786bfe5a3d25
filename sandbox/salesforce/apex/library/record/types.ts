import type { BuiltinType } from '../define.ts';
import { ApexSObject } from './apex-sobject.ts';
import { databaseErrorType } from './database-error.ts';
import { describeFieldTypes } from './describe-field.ts';
import { describeObjectTypes } from './describe-object.ts';
import { schemaTypes } from './schema-types.ts';
import { sObjectMembers } from './sobject-members.ts';

export const recordTypes: readonly BuiltinType[] = [
  { name: 'System.SObject', kind: 'class', valueClass: ApexSObject, methods: sObjectMembers },
  ...schemaTypes,
  ...describeObjectTypes,
  ...describeFieldTypes,
  databaseErrorType,
];
