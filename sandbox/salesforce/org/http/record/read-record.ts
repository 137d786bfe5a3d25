import type { Call } from '../answer/call.ts';
import { refuse } from '../answer/rest-error.ts';
import { findField } from '../describe/find-object.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { ChangeRow, DescribedObject } from '../org-behind-http.ts';
import { readJsonValue } from './read-value.ts';

/** A record as a JSON body gives it, with its names and types checked. `Id` becomes the row's id. */
export function readRecord(call: Pick<Call, 'site'>, object: DescribedObject, record: Json | undefined): ChangeRow {
  if (!isJsonObject(record)) {
    return refuse(400, 'JSON_PARSER_ERROR', `A record of ${object.name} has to be a JSON object.`);
  }
  const fields: Record<string, Json> = {};
  let id: string | null = null;
  for (const [name, value] of Object.entries(record)) {
    const field = findField(object, name);
    if (name === 'attributes') {
      continue;
    } else if (field === null) {
      fields[relationshipOf(object, name)] = readParent(call, object, name, value);
    } else if (field.type === 'id') {
      id = readJsonValue({ type: 'id' }, value) as string | null;
    } else {
      fields[field.name] = readJsonValue(field, value);
    }
  }
  return { objectName: object.name, id, fields };
}

function relationshipOf(object: DescribedObject, name: string): string {
  return findReference(object, name)?.relationshipName ?? refuseField(object, name);
}

function findReference(object: DescribedObject, name: string) {
  return object.fields.find((each) => each.relationshipName?.toLowerCase() === name.toLowerCase());
}

export function refuseField(object: DescribedObject, name: string): never {
  return refuse(400, 'INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`);
}

/** A parent is named by an external id of it: { "Account": { "Number__c": "12" } }. */
function readParent(call: Pick<Call, 'site'>, object: DescribedObject, name: string, value: Json): Json {
  const reference = findReference(object, name);
  if (reference === undefined) {
    return refuseField(object, name);
  }
  if (value === null) {
    return null;
  }
  if (!isJsonObject(value)) {
    return refuse(400, 'JSON_PARSER_ERROR', `${name} has to be a JSON object with an external id of the parent.`);
  }
  const parent = call.site.org.describeObject(parentNameOf(value, reference.referenceTo));
  if (parent === null) {
    return refuse(
      400,
      'INVALID_FIELD',
      `The parent of ${name} needs attributes.type, one of ${reference.referenceTo.join(', ')}.`,
    );
  }
  const named = Object.entries(value).filter(([each]) => each !== 'attributes');
  const found = named.map(([each, text]) => {
    const field = findField(parent, each) ?? refuseField(parent, each);
    return [field.name, readJsonValue(field, text)] as const;
  });
  return { attributes: { type: parent.name }, ...Object.fromEntries(found) } satisfies JsonObject;
}

function parentNameOf(value: JsonObject, targets: readonly string[]): string {
  const { attributes } = value;
  const named = isJsonObject(attributes) ? attributes.type : undefined;
  return typeof named === 'string' ? named : targets.length === 1 ? (targets[0] ?? '') : '';
}
