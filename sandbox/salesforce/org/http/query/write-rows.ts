import type { Json, JsonObject } from '../json.ts';
import type { OrgRow, OrgValue } from '../org-behind-http.ts';

/** A row as REST shows it, with what it is and where it can be read: writeRow(row, '/services/data/v68.0'). */
export function writeRow(row: OrgRow, baseUrl: string): JsonObject {
  const url = row.id === null ? {} : { url: `${baseUrl}/sobjects/${row.objectName}/${row.id}` };
  return {
    attributes: { type: row.objectName, ...url },
    ...Object.fromEntries(row.fields.map(([name, value]) => [name, writeValue(value, baseUrl)])),
  };
}

function writeValue(value: OrgValue, baseUrl: string): Json {
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  if (value.kind === 'row') {
    return writeRow(value, baseUrl);
  }
  // A relationship without children is null, as the platform writes it.
  return value.rows.length === 0
    ? null
    : { totalSize: value.rows.length, done: true, records: value.rows.map((each) => writeRow(each, baseUrl)) };
}
