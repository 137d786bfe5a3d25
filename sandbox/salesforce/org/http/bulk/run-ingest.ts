import { runAsRequest } from '../../../apex/library/system/running-request.ts';
import { CsvProblem, readCsv } from '../csv/read-csv.ts';
import {
  OrgRefusal,
  type ChangeOutcome,
  type ChangeRequest,
  type ChangeRow,
  type DescribedObject,
  type OrgUser,
} from '../org-behind-http.ts';

import type { Site } from '../answer/site.ts';
import type { IngestJob, RowResult } from './bulk-jobs.ts';
import { CellProblem } from './read-cell.ts';
import { readColumns, readRow } from './read-columns.ts';

/** Triggers see at most so many records at once. */
const chunk = 200;

/** Begins to work off a job whose data is complete, chunk after chunk. */
export function runIngest(site: Site, user: OrgUser, object: DescribedObject, job: IngestJob): void {
  job.state = 'UploadComplete';
  job.changedAt = site.now();
  site.jobs.schedule(() => {
    if (job.state === 'Aborted') {
      return false;
    }
    try {
      if (job.startedAt === null) {
        start(site, job);
      } else if (job.results.length < job.rows.length) {
        job.results.push(...saveChunk(site, user, object, job));
      }
      if (job.results.length >= job.rows.length) {
        end(site, job, 'JobComplete', null);
      }
    } catch (error) {
      end(site, job, 'Failed', tellFailure(error));
    }
    return job.state === 'InProgress';
  });
}

function start(site: Site, job: IngestJob): void {
  job.startedAt = site.now();
  job.state = 'InProgress';
  const { columns, rows } = readCsv(job.data ?? '', job.form);
  job.columns = columns;
  job.rows = rows;
}

function end(site: Site, job: IngestJob, state: 'JobComplete' | 'Failed', errorMessage: string | null): void {
  job.state = state;
  job.errorMessage = errorMessage;
  job.changedAt = site.now();
}

/** What a job cannot go on after; anything else is a defect, and named as such in the job. */
function tellFailure(error: unknown): string {
  if (error instanceof CsvProblem) {
    return error.message;
  }
  const message = error instanceof Error ? error.message : String(error);
  return error instanceof OrgRefusal ? `${error.code} : ${message}` : `InternalServerError : ${message}`;
}

function saveChunk(site: Site, user: OrgUser, object: DescribedObject, job: IngestJob): RowResult[] {
  const start = job.results.length;
  const columns = readColumns(site.org, object, job.columns);
  const read = job.rows.slice(start, start + chunk).map((values) => readSafely(object, columns, values));
  const rows = read.filter((each) => typeof each !== 'string');
  const outcomes = rows.length === 0 ? [] : changeChunk(site, user, job, rows);
  let next = 0;
  return read.map((each) =>
    typeof each === 'string' ? { id: '', isCreated: false, error: each } : resultOf(each, outcomes[next++]),
  );
}

function readSafely(
  object: DescribedObject,
  columns: ReturnType<typeof readColumns>,
  values: readonly string[],
): ChangeRow | string {
  try {
    return readRow(object, columns, values);
  } catch (error) {
    if (error instanceof CellProblem) {
      return error.message;
    }
    throw error;
  }
}

/** What refuses a chunk as a whole, such as a limit that its triggers exceeded, fails its rows and no others. */
function changeChunk(site: Site, user: OrgUser, job: IngestJob, rows: readonly ChangeRow[]): readonly ChangeOutcome[] {
  try {
    return runAsRequest('BULK_API', () => site.org.change(user, requestOf(job, rows)));
  } catch (error) {
    if (!(error instanceof OrgRefusal)) {
      throw error;
    }
    const [message = ''] = error.message.split('\n');
    return rows.map(({ id }) => ({
      id,
      isCreated: false,
      errors: [{ code: error.code, message, fields: error.fields }],
    }));
  }
}

/** Assignment rules run only where the job names one. */
function requestOf(job: IngestJob, rows: readonly ChangeRow[]): ChangeRequest {
  return {
    operation: job.operation as ChangeRequest['operation'],
    rows: job.operation === 'insert' ? rows.map((each) => ({ ...each, id: null })) : rows,
    allOrNone: false,
    externalIdField: job.externalIdField === 'Id' ? null : job.externalIdField,
    options: { autoAssign: job.assignmentRuleId ?? false, duplicateRule: null },
  };
}

/** `REQUIRED_FIELD_MISSING:Required fields are missing: [LastName]:LastName --` */
function resultOf(row: ChangeRow, outcome: ChangeOutcome | undefined): RowResult {
  if (outcome === undefined) {
    throw new Error('The org said nothing about a row that it was to save.');
  }
  const error = outcome.errors
    .map(({ code, message, fields }) => `${code}:${message}:${fields.join(', ')} --`)
    .join(';');
  return error === ''
    ? { id: outcome.id ?? '', isCreated: outcome.isCreated, error: null }
    : { id: row.id ?? '', isCreated: false, error };
}
