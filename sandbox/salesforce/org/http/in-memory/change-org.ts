import { ApexSObject, objectNameOf } from '../../../apex/library/record/apex-sobject.ts';
import { rolledBack, type ChangeError as OrgError, type ChangeResult } from '../../change/change-result.ts';
import type { ChangeRights } from '../../change/change-rights.ts';
import { Refusal } from '../../change/refusal.ts';
import type { InMemoryOrg } from '../../in-memory-org.ts';
import { OrgRefusal, type ChangeError, type ChangeOutcome, type ChangeRequest } from '../org-behind-http.ts';
import { readChangeRow } from './read-change-row.ts';

/** Saves or deletes the rows of a request within a running transaction, and says of each what became of it. */
export function changeOrg(org: InMemoryOrg, request: ChangeRequest): ChangeOutcome[] {
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

function apply(org: InMemoryOrg, request: ChangeRequest, records: readonly ApexSObject[]): readonly ChangeResult[] {
  const { allOrNone, externalIdField, options } = request;
  const operation = request.operation === 'hardDelete' ? 'delete' : request.operation;
  try {
    const useAssignmentRules = options.autoAssign !== false;
    // Requests obey the rights of the user they run as.
    const rights = org.access.of(org.changes.environment.userId()).rightsToChange('api');
    if (operation === 'insert' && records.length > 0 && records.every((each) => isEvent(org, each))) {
      return publish(org, records, rights);
    }
    const results = org.changes.apply(operation, records, {
      allOrNone,
      field: externalIdField,
      useAssignmentRules,
      allowDuplicates: options.duplicateRule?.allowSave ?? false,
      rights,
    });
    if (request.operation === 'hardDelete') {
      org.changes.emptyRecycleBin(results.flatMap(({ id, success }) => (success && id !== null ? [id] : [])));
    }
    return results;
  } catch (error) {
    if (error instanceof Refusal) {
      throw new OrgRefusal(codes[error.exceptionName] ?? 'INVALID_OPERATION', error.message);
    }
    throw error;
  }
}

/** Whoever may not create records of an event may not publish it. */
function publish(
  org: InMemoryOrg,
  records: readonly ApexSObject[],
  rights: ChangeRights | null,
): readonly ChangeResult[] {
  for (const record of records) {
    const refused = rights?.refuseObject(org.schema.demand(objectNameOf(record.type) ?? ''), 'insert') ?? null;
    if (refused !== null) {
      return records.map(() => ({ id: null, success: false, created: false, errors: [refused] }));
    }
  }
  return org.events.publish(records);
}

/** Events are published as records are made. */
function isEvent(org: InMemoryOrg, record: ApexSObject): boolean {
  return org.schema.find(objectNameOf(record.type) ?? '')?.kind === 'event';
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
