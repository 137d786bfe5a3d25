import { ApexSObject } from '../../../apex/library/record/apex-sobject.ts';
import { Unsupported } from '../../../apex/run/apex-object.ts';
import { rolledBack, type ChangeError as OrgError, type ChangeResult } from '../../change/change-result.ts';
import { Refusal } from '../../change/refusal.ts';
import type { InMemoryOrg } from '../../in-memory-org.ts';
import { OrgRefusal, type ChangeError, type ChangeOutcome, type ChangeRequest } from '../org-behind-http.ts';
import { readChangeRow } from './read-change-row.ts';

/** Saves or deletes the rows of a request within a running transaction, and says of each what became of it. */
export function changeOrg(org: InMemoryOrg, request: ChangeRequest): ChangeOutcome[] {
  const { findDuplicate } = org.changes.environment.hooks;
  if (request.options.duplicateRule !== null && findDuplicate !== undefined) {
    throw new Unsupported('the header Sforce-Duplicate-Rule-Header', 'an org with duplicate rules');
  }
  const read = request.rows.map((row) => readChangeRow(row, org.schema));
  const records = read.filter((each) => each instanceof ApexSObject);
  if (request.allOrNone && records.length < read.length) {
    return read.map((each) => (each instanceof ApexSObject ? notSaved([writeError(rolledBack)]) : notSaved([each])));
  }
  const results = apply(org, request, records);
  let next = 0;
  return read.map((each) => (each instanceof ApexSObject ? outcomeOf(results[next++]) : notSaved([each])));
}

/** What a request is refused for as a whole is an exception in Apex, and a code here. */
const codes: Readonly<Record<string, string>> = {
  'System.ListException': 'DUPLICATE_VALUE',
  'System.SObjectException': 'INVALID_FIELD',
  'System.TypeException': 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
};

function apply(org: InMemoryOrg, request: ChangeRequest, records: readonly ApexSObject[]): ChangeResult[] {
  const { operation, allOrNone, externalIdField, options } = request;
  try {
    const useAssignmentRules = options.autoAssign !== false;
    return org.changes.apply(operation, records, { allOrNone, field: externalIdField, useAssignmentRules });
  } catch (error) {
    if (error instanceof Refusal) {
      throw new OrgRefusal(codes[error.exceptionName] ?? 'INVALID_OPERATION', error.message);
    }
    throw error;
  }
}

function notSaved(errors: readonly ChangeError[]): ChangeOutcome {
  return { id: null, isCreated: false, errors };
}

function outcomeOf(result: ChangeResult | undefined): ChangeOutcome {
  if (result === undefined) {
    throw new Error('The org gave fewer results than it was given records.');
  }
  return { id: result.id, isCreated: result.created, errors: result.errors.map(writeError) };
}

function writeError({ statusCode, message, fields }: OrgError): ChangeError {
  return { code: statusCode, message, fields };
}
