import { refuseUnknown, RestError } from '../answer/rest-error.ts';
import type { JsonObject } from '../json.ts';
import type { ChangeError, ChangeOutcome } from '../org-behind-http.ts';

/** What became of a record of several, as collections show it. */
export function writeOutcome(outcome: ChangeOutcome, isUpsert = false): JsonObject {
  const isSaved = outcome.errors.length === 0;
  return {
    ...(outcome.id !== null && isSaved ? { id: outcome.id } : {}),
    success: isSaved,
    errors: outcome.errors.map(writeChangeError),
    ...(isUpsert && isSaved ? { created: outcome.isCreated } : {}),
  };
}

/** An error of saving, as collections and trees show it. */
export function writeChangeError({ code, message, fields }: ChangeError): JsonObject {
  return { statusCode: code, message, fields };
}

/** With all or none, records without fault say why they were not kept either. */
export function tellRolledBack(outcomes: readonly ChangeOutcome[], allOrNone: boolean): readonly ChangeOutcome[] {
  if (!allOrNone || outcomes.every((each) => each.errors.length === 0)) {
    return outcomes;
  }
  const rolledBack: ChangeError = {
    code: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
    message: 'Record rolled back because not all records were valid and the request was using AllOrNone header',
    fields: [],
  };
  return outcomes.map((each) => (each.errors.length > 0 ? each : { id: null, isCreated: false, errors: [rolledBack] }));
}

/** Refuses where the one record of a request was not saved. */
export function demandSaved(outcome: ChangeOutcome | undefined): ChangeOutcome {
  if (outcome === undefined) {
    throw new Error('The org said nothing about the record it was to save.');
  }
  if (outcome.errors.some(({ code, fields }) => code === 'INVALID_CROSS_REFERENCE_KEY' && fields.length === 0)) {
    // No field is meant, so it is the record of the address that is not there.
    return refuseUnknown();
  }
  if (outcome.errors.length > 0) {
    throw new RestError(outcome.errors.every(({ code }) => isAbsence(code)) ? 404 : 400, outcome.errors);
  }
  return outcome;
}

function isAbsence(code: string): boolean {
  return code === 'ENTITY_IS_DELETED' || code === 'NOT_FOUND';
}
