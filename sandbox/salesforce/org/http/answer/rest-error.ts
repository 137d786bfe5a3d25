import type { Json } from '../json.ts';
import type { ChangeError } from '../org-behind-http.ts';
import { answerWith, type Answer } from './answer.ts';

/** An answer that is an error in the documented form; thrown wherever a request goes wrong. */
export class RestError extends Error {
  readonly status: number;
  readonly errors: readonly ChangeError[];
  readonly headers: Answer['headers'];

  constructor(status: number, errors: readonly ChangeError[], headers: Answer['headers'] = {}) {
    super(errors.map((each) => `${each.code}: ${each.message}`).join('; '));
    this.name = 'RestError';
    this.status = status;
    this.errors = errors;
    this.headers = headers;
  }
}

/** One error: refuse(400, 'INVALID_FIELD', "No such column 'Nme' on sobject of type Lead"). */
export function refuse(status: number, code: string, message: string, fields: readonly string[] = []): never {
  throw new RestError(status, [{ code, message, fields }]);
}

export function refuseUnknown(): never {
  return refuse(404, 'NOT_FOUND', 'The requested resource does not exist');
}

/** 501, for what the platform has and this org has not: refuseUnsupported('SOSL search'). */
export function refuseUnsupported(what: string): never {
  return refuse(501, 'UNSUPPORTED', `This stand-in org does not support ${what}.`);
}

/** Errors as a response shows them. `fields` is left out where it has nothing to say, except after saving. */
export function writeErrors(errors: readonly ChangeError[]): Json {
  return errors.map(({ code, message, fields }) => ({
    message,
    errorCode: code,
    ...(fields.length > 0 || savingCodes.has(code) ? { fields } : {}),
  }));
}

/** Errors that come from saving a record always say their fields. */
const savingCodes = new Set([
  'DUPLICATE_VALUE',
  'DUPLICATES_DETECTED',
  'ENTITY_IS_DELETED',
  'FIELD_CUSTOM_VALIDATION_EXCEPTION',
  'FIELD_INTEGRITY_EXCEPTION',
  'INVALID_CROSS_REFERENCE_KEY',
  'MALFORMED_ID',
  'REQUIRED_FIELD_MISSING',
  'STRING_TOO_LONG',
]);

/** answerError(new RestError(404, …)) is what the caller reads. */
export function answerError(error: RestError): Answer {
  return answerWith(error.status, writeErrors(error.errors), error.headers);
}
