import { readId } from '../../../apex/library/text/apex-id.ts';
import { answerWith, noContent, type Answer } from '../answer/answer.ts';
import { answerByMethod, readJsonBody, resourceUrl, type Call } from '../answer/call.ts';
import { refuse, refuseUnknown } from '../answer/rest-error.ts';
import { findField } from '../describe/find-object.ts';
import type { ChangeOutcome, ChangeRequest, ChangeRow, DescribedField, DescribedObject } from '../org-behind-http.ts';
import { writeRow } from '../query/write-rows.ts';
import { readChangeOptions } from './change-options.ts';
import { findRecords, idFieldOf } from './find-records.ts';
import { readRecord, refuseField } from './read-record.ts';
import { demandSaved } from './write-outcome.ts';

/** `POST /sobjects/Lead` */
export function createRecord(call: Call, object: DescribedObject): Answer {
  const row = readRecord(call, object, readJsonBody(call));
  refuseId(row);
  const saved = changeOne(call, 'insert', row);
  return answerWith(
    201,
    { id: saved.id, success: true, errors: [] },
    { location: resourceUrl(call, 'sobjects', object.name, saved.id ?? '') },
  );
}

/** `/sobjects/Lead/00Q…` */
export function answerRecord(call: Call, object: DescribedObject, part: string): Answer {
  return answerByMethod(call, {
    GET: () => readOne(call, object, idFieldOf(object), demandId(part)),
    PATCH: () => {
      const row = readRecord(call, object, readJsonBody(call));
      refuseId(row);
      changeOne(call, 'update', { ...row, id: demandId(part) });
      return noContent;
    },
    DELETE: () => {
      changeOne(call, 'delete', { objectName: object.name, id: demandId(part), fields: {} });
      return noContent;
    },
  });
}

/** A record by its id or another field that tells it from all others; the parameter `fields` says what is shown. */
export function readOne(call: Call, object: DescribedObject, field: DescribedField, value: string): Answer {
  const rows = findRecords(call, object, { field, values: [value], select: readFieldList(call, object) });
  const [row] = rows;
  if (row !== undefined) {
    return rows.length === 1
      ? answerWith(200, writeRow(row, resourceUrl(call)))
      : answerChoices(
          call,
          object,
          rows.map((each) => each.id ?? ''),
        );
  }
  const isDeleted = findRecords(call, object, { field, values: [value], select: ['Id'] }, 'with deleted').length > 0;
  return isDeleted && field.type === 'id' ? refuse(404, 'ENTITY_IS_DELETED', 'entity is deleted') : refuseUnknown();
}

/** 300: several records have the value that should tell one. */
export function answerChoices(call: Call, object: DescribedObject, ids: readonly string[]): Answer {
  return answerWith(
    300,
    ids.map((id) => resourceUrl(call, 'sobjects', object.name, id)),
  );
}

function readFieldList(call: Call, object: DescribedObject): string[] {
  const asked = call.parameters.get('fields');
  if (asked === null || asked.trim() === '') {
    return object.fields.map((each) => each.name);
  }
  return asked.split(',').map((each) => (findField(object, each.trim()) ?? refuseField(object, each.trim())).name);
}

/** The id that an address gives. What is no id is taken for the name of an external id, which the object has not. */
function demandId(part: string): string {
  return (
    readId(part) ?? refuse(404, 'NOT_FOUND', `Provided external ID field does not exist or is not accessible: ${part}`)
  );
}

function refuseId(row: ChangeRow): void {
  if (row.id !== null) {
    refuse(400, 'INVALID_FIELD', 'The Id field should not be specified in the sobject data.');
  }
}

/** Changes one record, or refuses with the reasons of the org. */
export function changeOne(
  call: Call,
  operation: ChangeRequest['operation'],
  row: ChangeRow,
  externalIdField: string | null = null,
): ChangeOutcome {
  const options = readChangeOptions(call.headers);
  const request = { operation, rows: [row], allOrNone: true, externalIdField, options };
  return demandSaved(call.site.org.change(call.user, request)[0]);
}
