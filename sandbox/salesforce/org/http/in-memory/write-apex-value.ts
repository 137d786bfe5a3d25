import { ApexList } from '../../../apex/library/collection/apex-list.ts';
import { ApexDecimal } from '../../../apex/library/number/apex-decimal.ts';
import { ApexDouble } from '../../../apex/library/number/apex-double.ts';
import { printPlainDecimal } from '../../../apex/library/number/print-number.ts';
import { ApexSObject, objectNameOf } from '../../../apex/library/record/apex-sobject.ts';
import { writeDate, writeTime } from '../../../apex/library/json/iso-text.ts';
import { ApexBlob } from '../../../apex/library/text/apex-blob.ts';
import { ApexId } from '../../../apex/library/text/apex-id.ts';
import { ApexDate } from '../../../apex/library/time/apex-date.ts';
import { ApexDatetime } from '../../../apex/library/time/apex-datetime.ts';
import { ApexTime } from '../../../apex/library/time/apex-time.ts';
import { restTime } from '../answer/site.ts';
import type { OrgSchema } from '../../schema/org-schema.ts';
import type { Column } from '../../soql/run-query.ts';
import type { OrgRow, OrgValue } from '../org-behind-http.ts';

/** A row of a query with what the query asked for: writeApexRow(row, columns, schema).fields[0] → ['LastName', 'Hopper']. */
export function writeApexRow(row: ApexSObject, columns: readonly Column[], schema: OrgSchema): OrgRow {
  const objectName = objectNameOf(row.type) ?? row.type.name;
  const object = schema.find(objectName);
  const id = row.fields.get('id');
  return {
    kind: 'row',
    objectName,
    id: object !== null && id instanceof ApexId ? id.value : null,
    fields: columns.map((column) => {
      const value = row.fields.get(column.name.toLowerCase()) ?? null;
      const isCheckbox = object?.fields.get(column.name.toLowerCase())?.displayType === 'BOOLEAN';
      return [column.name, isCheckbox && value === null ? false : writeColumn(column, value, schema)];
    }),
  };
}

function writeColumn(column: Column, value: unknown, schema: OrgSchema): OrgValue {
  if (column.kind === 'children') {
    const rows = value instanceof ApexList ? value.items.filter((each) => each instanceof ApexSObject) : [];
    return { kind: 'rows', rows: rows.map((each) => writeApexRow(each, column.columns, schema)) };
  }
  if (value instanceof ApexSObject) {
    const columns = column.byObject?.get(objectNameOf(value.type) ?? '') ?? column.columns;
    return writeApexRow(value, columns, schema);
  }
  return writeApexValue(value);
}

/** A value of a field as REST shows it: writeApexValue(new ApexDatetime(0)) → "1970-01-01T00:00:00.000+0000". */
export function writeApexValue(value: unknown): string | number | boolean | null {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  if (value instanceof ApexId) return value.value;
  if (value instanceof ApexDatetime) return restTime(value.milliseconds);
  if (value instanceof ApexDate) return writeDate(value);
  if (value instanceof ApexTime) return writeTime(value);
  if (value instanceof ApexDecimal) return Number(printPlainDecimal(value));
  if (value instanceof ApexDouble) return value.value;
  if (value instanceof ApexBlob) return Buffer.from(value.bytes).toString('base64');
  if (typeof value === 'bigint') return Number(value);
  throw new Error('A field holds a value that REST has no form for.');
}
