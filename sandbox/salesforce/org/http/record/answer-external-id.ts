import { answerWith, noContent, type Answer } from '../answer/answer.ts';
import { answerByMethod, readJsonBody, type Call } from '../answer/call.ts';
import { refuse, refuseUnknown, RestError } from '../answer/rest-error.ts';
import type { DescribedField, DescribedObject } from '../org-behind-http.ts';
import { answerChoices, changeOne, readOne } from './answer-record.ts';
import { findRecords } from './find-records.ts';
import { readRecord } from './read-record.ts';
import { readJsonValue } from './read-value.ts';

/** `/sobjects/Lead/Number__c/12`: a record by an external id. */
export function answerExternalId(call: Call, object: DescribedObject, field: DescribedField, value: string): Answer {
  if (!field.isExternalId && field.type !== 'id') {
    return refuse(404, 'NOT_FOUND', `Provided external ID field does not exist or is not accessible: ${field.name}`);
  }
  return answerByMethod(call, {
    GET: () => readOne(call, object, field, value),
    PATCH: () => upsert(call, object, field, value),
    POST: () => (field.type === 'id' ? upsert(call, object, field, value) : refuseUnknown()),
    DELETE: () => deleteFound(call, object, field, value),
  });
}

function upsert(call: Call, object: DescribedObject, field: DescribedField, value: string): Answer {
  const row = readRecord(call, object, readJsonBody(call));
  if (row.id !== null || field.name in row.fields) {
    return refuse(400, 'INVALID_FIELD', `The ${field.name} field should not be specified in the sobject data.`);
  }
  const isId = field.type === 'id';
  const named = isId
    ? { ...row, id: value }
    : { ...row, fields: { ...row.fields, [field.name]: readJsonValue(field, value) } };
  try {
    const saved = changeOne(call, isId ? 'update' : 'upsert', named, isId ? null : field.name);
    const body = { id: saved.id, success: true, errors: [], created: saved.isCreated };
    return answerWith(saved.isCreated ? 201 : 200, body);
  } catch (error) {
    if (error instanceof RestError && error.errors.some(({ code }) => code === 'DUPLICATE_EXTERNAL_ID')) {
      return answerChoices(call, object, idsOf(call, object, field, value));
    }
    throw error;
  }
}

function deleteFound(call: Call, object: DescribedObject, field: DescribedField, value: string): Answer {
  const [id, ...others] = idsOf(call, object, field, value);
  if (id === undefined) {
    return refuseUnknown();
  }
  if (others.length > 0) {
    return answerChoices(call, object, [id, ...others]);
  }
  changeOne(call, 'delete', { objectName: object.name, id, fields: {} });
  return noContent;
}

function idsOf(call: Call, object: DescribedObject, field: DescribedField, value: string): string[] {
  return findRecords(call, object, { field, values: [value], select: ['Id'] }).flatMap(({ id }) =>
    id === null ? [] : [id],
  );
}
