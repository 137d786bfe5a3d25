import { ApexDecimal } from '../../../../sandbox/salesforce/apex/library/number/apex-decimal.ts';
import { printDecimal } from '../../../../sandbox/salesforce/apex/library/number/print-number.ts';
import { readDecimalLiteral } from '../../../../sandbox/salesforce/apex/library/number/read-number.ts';
import { ApexSObject } from '../../../../sandbox/salesforce/apex/library/record/apex-sobject.ts';
import { readObjectTable } from '../../../../sandbox/salesforce/apex/library/record/read-object-table.ts';
import { standardObjects } from '../../../../sandbox/salesforce/apex/library/record/standard-objects.ts';
import { ApexId, readId } from '../../../../sandbox/salesforce/apex/library/text/apex-id.ts';
import { ApexDate } from '../../../../sandbox/salesforce/apex/library/time/apex-date.ts';
import { ApexDatetime } from '../../../../sandbox/salesforce/apex/library/time/apex-datetime.ts';
import { ApexList } from '../../../../sandbox/salesforce/apex/library/collection/apex-list.ts';
import { ApexException } from '../../../../sandbox/salesforce/apex/run/apex-object.ts';
import { describeException } from '../../../../sandbox/salesforce/apex/library/exception/exceptions.ts';
import type { FieldDescription, ObjectDescription } from '../../../../sandbox/salesforce/apex/run/org.ts';
import type { RecordSource, StoredRecord } from '../../../../sandbox/salesforce/org/records/stored-record.ts';
import {
  runQuery,
  type BindValues,
  type QueryOptions,
  type QueryResult,
} from '../../../../sandbox/salesforce/org/soql/run-query.ts';

const own = readObjectTable(`
Pool__c a00 "Pool"
  string: Name Key__c
  double: Weight__c
  multipicklist: Regions__c
  boolean: IsOpen__c
  children: Members__r=Member__c
Member__c a01 "Member"
  string: Name
  reference: Pool__c>Pool__c User__c>User
  integer: Turns__c
`);

const objects = new Map([...standardObjects(), ...own].map((each) => [each.name.toLowerCase(), each]));

/** Something to store: values as they are written in tests, which become those of their field. */
export type Given = Readonly<Record<string, string | number | boolean | null>>;

/** idOf('00Q', 7) is the 18 characters of the seventh lead. */
export function idOf(prefix: string, number: number): string {
  return readId(prefix + String(number).padStart(12, '0')) ?? '';
}

/** An org of a few records in memory. */
export class SmallOrg implements RecordSource {
  /** How many records were looked at by walking through all of an object. */
  scanned = 0;
  readonly objects = new Map<string, ObjectDescription>(objects);
  private readonly stored = new Map<string, StoredRecord>();
  private readonly byObject = new Map<string, string[]>();

  describeObject(name: string): ObjectDescription | null {
    return this.objects.get(name.toLowerCase()) ?? null;
  }

  *recordsOf(objectName: string): Generator<StoredRecord> {
    for (const id of this.byObject.get(objectName) ?? []) {
      const record = this.stored.get(id);
      if (record !== undefined) {
        this.scanned += 1;
        yield record;
      }
    }
  }

  findRecord(id: string): StoredRecord | null {
    return this.stored.get(id) ?? null;
  }

  /** Stores a record and gives its id. `isDeleted` puts it into the recycle bin. */
  add(objectName: string, given: Given, isDeleted = false): string {
    const object = this.describeObject(objectName);
    const ids = this.byObject.get(objectName) ?? [];
    this.byObject.set(objectName, ids);
    const id = idOf(object?.keyPrefix ?? '', ids.length + 1);
    const fields = new Map<string, unknown>();
    for (const [name, value] of Object.entries(given)) {
      const field = object?.fields.get(name.toLowerCase());
      if (field === undefined) {
        throw new Error(`${objectName} has no field ${name}.`);
      }
      fields.set(name.toLowerCase(), asStored(field, value));
    }
    ids.push(id);
    this.stored.set(id, { objectName, id, fields, isDeleted });
    return id;
  }
}

/** An org that keeps indexes. */
export class IndexedOrg extends SmallOrg {
  findBy(object: ObjectDescription, field: FieldDescription, value: unknown): StoredRecord[] {
    const before = this.scanned;
    const found = [...this.recordsOf(object.name)].filter(
      (record) => !record.isDeleted && plain(record.fields.get(field.name.toLowerCase()) ?? null) === plain(value),
    );
    this.scanned = before;
    return found;
  }
}

function asStored(field: FieldDescription, value: Given[string]): unknown {
  if (value === null || value === undefined) {
    return null;
  }
  switch (field.type.name) {
    case 'System.Id':
      return new ApexId(String(value));
    case 'System.Decimal':
      return readDecimalLiteral(String(value));
    case 'System.Date':
      return new ApexDate(Date.parse(`${String(value)}T00:00:00Z`) / 86_400_000);
    case 'System.Datetime':
      return new ApexDatetime(Date.parse(String(value)));
    default:
      return value;
  }
}

/** Friday, 15 May 2026, 03:30 in London and 14 May, 19:30 in San Francisco. */
export const now = Date.parse('2026-05-15T02:30:00Z');

export const usual: QueryOptions = { now, userTimeZone: 'GMT', userId: idOf('005', 1) };

export function query(
  org: SmallOrg,
  text: string,
  values: BindValues = [],
  options: Partial<QueryOptions> = {},
): QueryResult {
  return runQuery(org, text, values, { ...usual, ...options });
}

/** The values of one field of the rows that a query gives, as plain values. */
export function column(org: SmallOrg, field: string, text: string, values: BindValues = [], options = {}): unknown[] {
  return query(org, text, values, options).rows.map((row) => plain(row.fields.get(field.toLowerCase()) ?? null));
}

/** A value as tests write it: records become objects, numbers numbers. */
export function plain(value: unknown): unknown {
  if (value instanceof ApexSObject) {
    return Object.fromEntries([...value.fields].map(([name, each]) => [name, plain(each)]));
  }
  if (value instanceof ApexList) {
    return value.items.map(plain);
  }
  if (value instanceof ApexId) {
    return value.value;
  }
  if (value instanceof ApexDecimal) {
    return Number(printDecimal(value));
  }
  if (value instanceof ApexDate) {
    return new Date(value.days * 86_400_000).toISOString().slice(0, 10);
  }
  return value instanceof ApexDatetime ? new Date(value.milliseconds).toISOString() : value;
}

/** What a query is refused with: "System.QueryException: unexpected token: '{'". */
export function refusal(action: () => unknown): string {
  try {
    action();
  } catch (thrown) {
    if (thrown instanceof ApexException) {
      return describeException(thrown);
    }
    return thrown instanceof Error ? thrown.message : String(thrown);
  }
  return 'nothing was refused';
}
