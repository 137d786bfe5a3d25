import { answerWith, type Answer } from '../answer/answer.ts';
import { answerByMethod, readObjectBody, type Call } from '../answer/call.ts';
import { refuse, refuseUnknown } from '../answer/rest-error.ts';
import { findObject } from '../describe/find-object.ts';
import { isJsonList, isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { ChangeOutcome, ChangeRow, DescribedChild, DescribedObject } from '../org-behind-http.ts';
import { readChangeOptions } from '../record/change-options.ts';
import { readRecord } from '../record/read-record.ts';
import { writeChangeError } from '../record/write-outcome.ts';

const mostRecords = 200;
const mostLevels = 5;

interface Leaf {
  readonly referenceId: string;
  readonly row: ChangeRow;
  readonly parent: { readonly leaf: Leaf; readonly fieldName: string } | null;
}

/** `/composite/tree/Account`: records with their children, all or none. */
export function answerTree(call: Call, below: readonly string[]): Answer {
  const [objectName, ...more] = below;
  if (objectName === undefined || more.length > 0) {
    return refuseUnknown();
  }
  const object = findObject(call, objectName);
  return answerByMethod(call, { POST: () => plant(call, object) });
}

function plant(call: Call, object: DescribedObject): Answer {
  const levels: Leaf[][] = [];
  readRecords(call, object, readObjectBody(call).records, { parent: null, level: 0, levels });
  refuseTooMuch(levels);
  return save(call, levels);
}

/** Level after level, since children need the ids of their parents; all or none. */
function save(call: Call, levels: readonly (readonly Leaf[])[]): Answer {
  const work = (): Answer => {
    const ids = new Map<Leaf, string>();
    for (const leaves of levels) {
      const rows = leaves.map((leaf) => withParent(leaf, ids));
      const options = readChangeOptions(call.headers);
      const request = { operation: 'insert', rows, allOrNone: true, externalIdField: null, options } as const;
      const outcomes = call.site.org.change(call.user, request);
      if (outcomes.some((each) => each.errors.length > 0)) {
        return answerWith(400, { hasErrors: true, results: writeFailures(leaves, outcomes) });
      }
      leaves.forEach((leaf, index) => ids.set(leaf, outcomes[index]?.id ?? ''));
    }
    const results = [...ids].map(([{ referenceId }, id]) => ({ referenceId, id }));
    return answerWith(201, { hasErrors: false, results });
  };
  return call.site.org.attempt(work, ({ status }) => status === 201);
}

function withParent({ row, parent }: Leaf, ids: ReadonlyMap<Leaf, string>): ChangeRow {
  return parent === null
    ? row
    : { ...row, fields: { ...row.fields, [parent.fieldName]: ids.get(parent.leaf) ?? null } };
}

function writeFailures(leaves: readonly Leaf[], outcomes: readonly ChangeOutcome[]): JsonObject[] {
  return leaves.flatMap(({ referenceId }, index) => {
    const errors = outcomes[index]?.errors ?? [];
    return errors.length === 0 ? [] : [{ referenceId, errors: errors.map(writeChangeError) }];
  });
}

interface Place {
  readonly parent: Leaf['parent'];
  readonly level: number;
  readonly levels: Leaf[][];
}

/** Reads records of one object and, a level deeper, their children. */
function readRecords(call: Call, object: DescribedObject, list: Json | undefined, place: Place): void {
  const { parent, level, levels } = place;
  for (const record of readPlainRecords(list)) {
    const children = childrenIn(record);
    const plain = Object.fromEntries(Object.entries(record).filter(([name]) => !children.has(name)));
    const leaf = { referenceId: readReference(record), row: readRecord(call, object, plain), parent };
    (levels[level] ??= []).push(leaf);
    for (const [name, records] of children) {
      const relationship = findChild(object, name);
      const below = { parent: { leaf, fieldName: relationship.fieldName }, level: level + 1, levels };
      readRecords(call, findObject(call, relationship.objectName), records, below);
    }
  }
}

function findChild(object: DescribedObject, name: string): DescribedChild {
  const found = object.children.find((each) => each.relationshipName?.toLowerCase() === name.toLowerCase());
  return (
    found ?? refuse(400, 'INVALID_FIELD', `No such child relationship '${name}' on sobject of type ${object.name}`)
  );
}

/** Children are objects with a list of records under the name of their relationship. */
function childrenIn(record: JsonObject): Map<string, Json> {
  return new Map(
    Object.entries(record).flatMap(([name, value]) =>
      name !== 'attributes' && isJsonObject(value) && value.records !== undefined ? [[name, value.records]] : [],
    ),
  );
}

function readPlainRecords(list: Json | undefined): readonly JsonObject[] {
  if (!isJsonList(list) || !list.every(isJsonObject)) {
    return refuse(400, 'JSON_PARSER_ERROR', 'A tree needs lists of JSON objects named records.');
  }
  return list;
}

function readReference({ attributes }: JsonObject): string {
  const referenceId = isJsonObject(attributes) ? attributes.referenceId : undefined;
  return typeof referenceId === 'string'
    ? referenceId
    : refuse(400, 'INVALID_INPUT', 'Every record of a tree needs attributes.referenceId.');
}

function refuseTooMuch(levels: readonly (readonly Leaf[])[]): void {
  const leaves = levels.flat();
  const references = new Set(leaves.map((each) => each.referenceId));
  if (references.size < leaves.length) {
    refuse(400, 'INVALID_INPUT', 'Duplicate ReferenceId provided in the request.');
  }
  if (leaves.length > mostRecords || levels.length > mostLevels) {
    refuse(
      400,
      'INVALID_INPUT',
      `A tree may have at most ${String(mostRecords)} records and ${String(mostLevels)} levels.`,
    );
  }
}
