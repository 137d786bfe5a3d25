import { readId } from '../../../apex/library/text/apex-id.ts';
import { answerWith, type Answer } from '../answer/answer.ts';
import { answerByMethod, readObjectBody, resourceUrl, type Call } from '../answer/call.ts';
import { refuse, refuseUnknown } from '../answer/rest-error.ts';
import { findField, findObject } from '../describe/find-object.ts';
import { isJsonList, isJsonObject, type Json } from '../json.ts';
import type { ChangeOutcome, ChangeRequest, ChangeRow, DescribedObject } from '../org-behind-http.ts';
import { writeRow } from '../query/write-rows.ts';
import { readChangeOptions } from '../record/change-options.ts';
import { findRecords, idFieldOf } from '../record/find-records.ts';
import { readRecord, refuseField } from '../record/read-record.ts';
import { tellRolledBack, writeOutcome } from '../record/write-outcome.ts';

const most = 200;
const mostRetrieved = 2_000;

/** `/composite/sobjects` and what is below: up to 200 records in one request and one transaction. */
export function answerCollections(call: Call, below: readonly string[]): Answer {
  const [objectName, fieldName, ...more] = below;
  if (more.length > 0) {
    return refuseUnknown();
  }
  if (objectName === undefined) {
    return answerByMethod(call, {
      POST: () => answerSaved(call, 'insert'),
      PATCH: () => answerSaved(call, 'update'),
      DELETE: () => answerDeleted(call),
    });
  }
  const object = findObject(call, objectName);
  if (fieldName === undefined) {
    return answerByMethod(call, {
      GET: () => retrieve(call, object, splitList(call, 'ids'), splitList(call, 'fields')),
      POST: () => {
        const body = readObjectBody(call);
        return retrieve(call, object, readTexts(body.ids, 'ids'), readTexts(body.fields, 'fields'));
      },
    });
  }
  return answerByMethod(call, { PATCH: () => answerUpserted(call, object, fieldName) });
}

function answerSaved(call: Call, operation: 'insert' | 'update'): Answer {
  const { records, allOrNone } = readCollection(call);
  const rows = records.map((record) => {
    const row = readRecord(call, findObject(call, typeOf(record)), record);
    return operation === 'insert' ? { ...row, id: null } : row;
  });
  return answerOutcomes(change(call, { operation, rows, allOrNone, externalIdField: null }), false);
}

function answerUpserted(call: Call, object: DescribedObject, fieldName: string): Answer {
  const field = findField(object, fieldName) ?? refuseField(object, fieldName);
  const { records, allOrNone } = readCollection(call);
  const rows = records.map((record) => readRecord(call, object, record));
  const externalIdField = field.type === 'id' ? null : field.name;
  return answerOutcomes(change(call, { operation: 'upsert', rows, allOrNone, externalIdField }), true);
}

function answerDeleted(call: Call): Answer {
  const ids = splitList(call, 'ids');
  refuseTooMany(ids.length, most);
  const rows = ids.map((id): ChangeRow => ({ objectName: objectOfId(call, id), id, fields: {} }));
  const allOrNone = call.parameters.get('allOrNone') === 'true';
  return answerOutcomes(change(call, { operation: 'delete', rows, allOrNone, externalIdField: null }), false);
}

/** The object that the first three characters of an id stand for. */
function objectOfId(call: Call, id: string): string {
  const { org } = call.site;
  const prefix = (readId(id) ?? refuse(400, 'MALFORMED_ID', `malformed id ${id}`)).slice(0, 3);
  const found = org.objectNames().find((each) => org.describeObject(each)?.keyPrefix === prefix);
  return found ?? refuse(400, 'INVALID_ID_FIELD', `No object has ids that begin with ${prefix}.`);
}

function retrieve(call: Call, object: DescribedObject, ids: readonly string[], fields: readonly string[]): Answer {
  refuseTooMany(ids.length, mostRetrieved);
  const names = fields.map((each) => (findField(object, each) ?? refuseField(object, each)).name);
  const valid = ids.flatMap((each) => readId(each) ?? []);
  const select = names.includes('Id') ? names : ['Id', ...names];
  const rows = valid.length === 0 ? [] : findRecords(call, object, { field: idFieldOf(object), values: valid, select });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const baseUrl = resourceUrl(call);
  return answerWith(
    200,
    ids.map((each) => {
      const row = byId.get(readId(each));
      return row === undefined ? null : writeRow(row, baseUrl);
    }),
  );
}

function change(call: Call, request: Omit<ChangeRequest, 'options'>): readonly ChangeOutcome[] {
  const outcomes = call.site.org.change(call.user, { ...request, options: readChangeOptions(call.headers) });
  return tellRolledBack(outcomes, request.allOrNone);
}

function answerOutcomes(outcomes: readonly ChangeOutcome[], isUpsert: boolean): Answer {
  return answerWith(
    200,
    outcomes.map((each) => writeOutcome(each, isUpsert)),
  );
}

function readCollection(call: Call): { records: readonly Json[]; allOrNone: boolean } {
  const { records, allOrNone } = readObjectBody(call);
  if (!isJsonList(records)) {
    return refuse(400, 'JSON_PARSER_ERROR', 'The request body needs a list named records.');
  }
  refuseTooMany(records.length, most);
  return { records, allOrNone: allOrNone === true };
}

function refuseTooMany(count: number, limit: number): void {
  if (count > limit) {
    refuse(
      400,
      'EXCEEDED_ID_LIMIT',
      `record limit reached. cannot submit more than ${String(limit)} records in this call`,
    );
  }
}

function typeOf(record: Json): string {
  const attributes = isJsonObject(record) ? record.attributes : undefined;
  const type = isJsonObject(attributes) ? attributes.type : undefined;
  return typeof type === 'string'
    ? type
    : refuse(400, 'INVALID_INPUT', 'Every record of a collection needs attributes.type, the name of its object.');
}

function splitList(call: Call, name: string): string[] {
  const value = call.parameters.get(name) ?? '';
  if (value.trim() === '') {
    return refuse(400, 'MISSING_ARGUMENT', `The parameter ${name} is missing.`);
  }
  return value.split(',').map((each) => each.trim());
}

function readTexts(value: Json | undefined, name: string): string[] {
  if (!isJsonList(value) || !value.every((each) => typeof each === 'string')) {
    return refuse(400, 'MISSING_ARGUMENT', `The request body needs a list of texts named ${name}.`);
  }
  return [...value];
}
