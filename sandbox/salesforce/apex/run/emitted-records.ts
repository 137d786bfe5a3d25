import { ApexList } from '../library/collection/apex-list.ts';
import { ApexSObject } from '../library/record/apex-sobject.ts';
import { DescribeField } from '../library/record/describe-field.ts';
import { DescribeObject } from '../library/record/describe-object.ts';
import { readField, writeField } from '../library/record/field-access.ts';
import { raise } from '../library/raise.ts';
import type { ApexType } from '../types/apex-type.ts';
import { callingPlace, rightsIn, type CodePlace } from './code-place.ts';
import { throwNull } from './emitted-failures.ts';
import { execution } from './execution.ts';
import type { Access } from './org.ts';

/** `new Account(Name = 'x')`: names and values in turn. */
export function newRecord(type: ApexType, ...fields: unknown[]): ApexSObject {
  const record = new ApexSObject(type);
  for (let index = 0; index < fields.length; index += 2) {
    writeField(record, fields[index] as string, fields[index + 1]);
  }
  return record;
}

export const readRecordField = readField;

/** `record.Name = value` as an expression. */
export function putField<T>(record: ApexSObject, name: string, value: T): T {
  writeField(record, name, value);
  return value;
}

/** A query's rows where one record is asked. */
export function onlyRow(rows: ApexList | null): unknown {
  const [first] = rows?.items ?? throwNull();
  if (first === undefined) {
    return raise('System.QueryException', 'List has no rows for assignment to SObject');
  }
  return rows !== null && rows.items.length > 1
    ? raise('System.QueryException', 'List has more than 1 row for assignment to SObject')
    : first;
}

export function queryRows(type: ApexType, place: CodePlace, text: string, values: readonly unknown[]): ApexList {
  return new ApexList(type, [...runQuery(place, text, values)]);
}

function runQuery(place: CodePlace, text: string, values: readonly unknown[]): readonly object[] {
  const { access, isWithSharing } = rightsIn(place, null);
  return execution().org.query(text, values, access, isWithSharing);
}

/** `SELECT COUNT()`: how many rows there are. */
export function countRows(place: CodePlace, text: string, values: readonly unknown[]): number {
  return runQuery(place, text, values).length;
}

export function searchRows(type: ApexType, text: string, values: readonly unknown[]): ApexList {
  const [inner = type] = type.args;
  const { access, isWithSharing } = rightsIn(callingPlace(), null);
  return new ApexList(
    type,
    execution()
      .org.search(text, values, access, isWithSharing)
      .map((rows) => new ApexList(inner, [...rows])),
  );
}

/** `for (List<Account> batch : [SELECT …])` gets 200 rows at a time. */
export function batchesOf(rows: ApexList | null, type: ApexType): ApexList[] {
  const items = rows?.items ?? throwNull();
  return Array.from(
    { length: Math.ceil(items.length / 200) },
    (_, index) => new ApexList(type, items.slice(index * 200, index * 200 + 200)),
  );
}

/** insert, update, upsert, delete, undelete, merge. */
export function changeRecords(
  operation: 'insert' | 'update' | 'upsert' | 'delete' | 'undelete' | 'merge',
  value: ApexSObject | ApexList | null,
  other: ApexSObject | ApexList | null,
  access: Access,
  field: string | null,
  place: CodePlace,
): void {
  const records = [...recordsOf(value), ...(operation === 'merge' ? recordsOf(other) : [])];
  execution().org.change(operation, records, { ...rightsIn(place, access), allOrNone: true, field });
}

function recordsOf(value: ApexSObject | ApexList | null): object[] {
  return value instanceof ApexList ? (value.items as object[]) : [value ?? throwNull()];
}

/** `SObjectType.Account` */
export function describeObject(name: string): DescribeObject {
  const found = execution().org.describeObject(name);
  if (found === null) {
    throw new Error(`The org does not describe ${name} any more.`);
  }
  return new DescribeObject(found);
}

/** `SObjectType.Account.fields.Name` */
export function describeField(objectName: string, fieldName: string): DescribeField {
  const field = execution().org.describeObject(objectName)?.fields.get(fieldName.toLowerCase());
  if (field === undefined) {
    throw new Error(`The org does not describe ${objectName}.${fieldName} any more.`);
  }
  return new DescribeField(objectName, field);
}
