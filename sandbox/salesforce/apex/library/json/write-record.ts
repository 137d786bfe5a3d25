import { ApexList } from '../collection/apex-list.ts';
import { describeRecord, findParentField, type ApexSObject } from '../record/apex-sobject.ts';
import { ApexId } from '../text/apex-id.ts';
import { writeValue, type Writing } from './write-value.ts';

/** The version of the platform's interface in the addresses of records. */
const apiVersion = 'v67.0';

/** Writes a record as the platform's REST interface shows it: first what it is and, where it is stored, its address. */
export function writeRecord(record: ApexSObject, writing: Writing): void {
  const { writer } = writing;
  const object = describeRecord(record);
  writer.start('{');
  writer.name('attributes');
  writer.start('{');
  writer.name('type');
  writer.string(object.name);
  const id = record.fields.get('id');
  if (id instanceof ApexId) {
    writer.name('url');
    writer.string(`/services/data/${apiVersion}/sobjects/${object.name}/${id.value}`);
  }
  writer.end();
  for (const [key, value] of record.fields) {
    const field = object.fields.get(key) ?? findParentField(object, key);
    const isParent = field !== null && !object.fields.has(key);
    writer.name(isParent ? (field.relationshipName ?? key) : (field?.name ?? childName(object.children, key)));
    if (value instanceof ApexList) {
      writeChildren(value, writing);
    } else {
      writeValue(value, writing);
    }
  }
  writer.end();
}

/** The case of a child relationship's name is not described; readers of records do not mind it. */
function childName(children: ReadonlyMap<string, string>, key: string): string {
  return children.has(key) ? key.charAt(0).toUpperCase() + key.slice(1) : key;
}

function writeChildren(children: ApexList, writing: Writing): void {
  const { writer } = writing;
  writer.start('{');
  writer.name('totalSize');
  writer.raw(String(children.items.length));
  writer.name('done');
  writer.raw('true');
  writer.name('records');
  writeValue(children, writing);
  writer.end();
}
