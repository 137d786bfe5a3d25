import { findField } from '../describe/find-object.ts';
import type { Json } from '../json.ts';
import type { ChangeRow, DescribedObject, OrgBehindHttp } from '../org-behind-http.ts';
import { CsvProblem } from '../csv/read-csv.ts';
import { readCell } from './read-cell.ts';

/** Puts a value of a row where its column belongs. */
interface Column {
  readonly read: (text: string) => Json | undefined;
  /** The path in the record: ['LastName'], ['Owner', 'Username']. */
  readonly path: readonly [string] | readonly [string, string];
  readonly parentName: string | null;
}

/** The columns of a job's data, or why the job fails. */
export function readColumns(org: OrgBehindHttp, object: DescribedObject, names: readonly string[]): readonly Column[] {
  return names.map((name) => {
    const [relationship = '', parentField] = name.split('.');
    return parentField === undefined
      ? readOwnColumn(object, name)
      : readParentColumn(org, object, name, relationship, parentField);
  });
}

function readOwnColumn(object: DescribedObject, name: string): Column {
  const field = findField(object, name) ?? refuseColumn(name);
  return { read: (text) => readCell(field, text), path: [field.name], parentName: null };
}

/** `Owner.Username`, and `Lead:Who.Number__c` where parents of several objects are possible. */
function readParentColumn(
  org: OrgBehindHttp,
  object: DescribedObject,
  name: string,
  written: string,
  parentField: string,
): Column {
  const [relationship = '', objectName] = written.split(':').toReversed();
  const reference = object.fields.find((each) => each.relationshipName?.toLowerCase() === relationship.toLowerCase());
  const parentName = objectName ?? (reference?.referenceTo.length === 1 ? reference.referenceTo[0] : undefined);
  const parent = parentName === undefined ? null : org.describeObject(parentName);
  const field = parent === null ? null : findField(parent, parentField);
  if (reference === undefined || reference.relationshipName === null || parent === null || field === null) {
    return refuseColumn(name);
  }
  return {
    read: (text) => readCell(field, text),
    path: [reference.relationshipName, field.name],
    parentName: parent.name,
  };
}

function refuseColumn(name: string): never {
  throw new CsvProblem(`InvalidBatch : Field name not found : ${name}`);
}

/** A row of data as a record. Throws CellProblem where a value is not of its field's type. */
export function readRow(object: DescribedObject, columns: readonly Column[], values: readonly string[]): ChangeRow {
  const fields: Record<string, Json> = {};
  let id: string | null = null;
  columns.forEach(({ read, path, parentName }, index) => {
    const value = read(values[index] ?? '');
    const [name, below] = path;
    if (value === undefined) {
      return;
    }
    if (name === 'Id') {
      id = typeof value === 'string' ? value : null;
    } else if (below === undefined) {
      fields[name] = value;
    } else {
      fields[name] = value === null ? null : { attributes: { type: parentName }, [below]: value };
    }
  });
  return { objectName: object.name, id, fields };
}
