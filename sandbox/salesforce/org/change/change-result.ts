/** Why a record was not changed: what Database.Error tells, and the errors of the REST API. */
export interface ChangeError {
  /** A constant's name of System.StatusCode. */
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];
}

/** What became of one record of a request, in the order of the request. */
export interface ChangeResult {
  readonly id: string | null;
  readonly success: boolean;
  /** Whether the record is new: what UpsertResult.isCreated tells. */
  readonly created: boolean;
  readonly errors: readonly ChangeError[];
}

/** changeError('REQUIRED_FIELD_MISSING', 'Required fields are missing: [LastName]', ['LastName']) */
export function changeError(statusCode: string, message: string, fields: readonly string[] = []): ChangeError {
  return { statusCode, message, fields };
}

/** What a good record of a request gets that is rolled back for the sake of others. */
export const rolledBack: ChangeError = changeError(
  'ALL_OR_NONE_OPERATION_ROLLED_BACK',
  'Record rolled back because not all records were valid and the request was using AllOrNone header',
);
