import { Unsupported } from '../../../apex/run/apex-object.ts';
import { OrgRefusal } from '../org-behind-http.ts';
import type { Answer } from './answer.ts';
import { answerError, RestError } from './rest-error.ts';

const statuses: Readonly<Record<string, number>> = {
  APEX_ERROR: 500,
  ENTITY_IS_DELETED: 404,
  FORBIDDEN: 403,
  INSUFFICIENT_ACCESS: 403,
  METHOD_NOT_ALLOWED: 405,
  NOT_FOUND: 404,
};

/** The answer of a resource, or the error that it ended with. What is a defect of this server is answered with 500. */
export function answerSafely(answer: () => Answer): Answer {
  try {
    return answer();
  } catch (error) {
    return answerError(asRestError(error));
  }
}

function asRestError(error: unknown): RestError {
  if (error instanceof RestError) {
    return error;
  }
  if (error instanceof OrgRefusal) {
    return new RestError(statuses[error.code] ?? 400, [error]);
  }
  const message = error instanceof Error ? error.message : String(error);
  return error instanceof Unsupported
    ? new RestError(501, [{ code: 'UNSUPPORTED', message, fields: [] }])
    : new RestError(500, [{ code: 'UNKNOWN_EXCEPTION', message, fields: [] }]);
}
