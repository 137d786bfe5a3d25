import type { Call } from '../answer/call.ts';
import { refuse } from '../answer/rest-error.ts';
import { findCsvForm, type CsvForm } from '../csv/csv-form.ts';
import type { Json } from '../json.ts';
import type { BulkJob } from './bulk-jobs.ts';

type Body = Readonly<Record<string, Json | undefined>>;

/** A text of a job's description; undefined where it says none. */
export function readJobText(body: Body, name: string): string | undefined {
  const value = body[name];
  return value === undefined || value === null || typeof value === 'string'
    ? (value ?? undefined)
    : refuse(400, 'INVALIDJOB', `${name} has to be a text.`);
}

/** How the CSV of a job is written. */
export function readJobForm(body: Body): CsvForm {
  const contentType = readJobText(body, 'contentType') ?? 'CSV';
  if (contentType !== 'CSV') {
    return refuse(400, 'INVALIDJOB', `Content type ${contentType} is not supported; jobs take CSV.`);
  }
  const delimiter = readJobText(body, 'columnDelimiter');
  const lineEnding = readJobText(body, 'lineEnding');
  return (
    findCsvForm(delimiter, lineEnding) ??
    refuse(
      400,
      'INVALIDJOB',
      `Unknown columnDelimiter or lineEnding: ${delimiter ?? 'COMMA'}, ${lineEnding ?? 'LF'}. Known are BACKQUOTE, CARET, COMMA, PIPE, SEMICOLON, TAB, and LF, CRLF.`,
    )
  );
}

/** What every new job begins with. */
export function beginJob(call: Call, job: Pick<BulkJob, 'operation' | 'objectName' | 'form'>): BulkJob {
  const now = call.site.now();
  return {
    ...job,
    id: call.site.jobs.nextId(),
    createdById: call.user.id,
    createdAt: now,
    version: call.version,
    state: 'Open',
    changedAt: now,
    startedAt: null,
    errorMessage: null,
  };
}

export function refuseOperation(operation: string | undefined): never {
  return refuse(400, 'INVALIDJOB', `Unknown operation: ${operation ?? 'none'}`);
}

/** A job in a state in which this cannot be done. */
export function refuseState(job: BulkJob, wanted: string): never {
  return refuse(400, 'INVALIDJOBSTATE', `The job ${job.id} is ${job.state}, so it cannot be ${wanted}.`);
}

/** A job that is over may be deleted. */
export function isOver(job: BulkJob): boolean {
  return job.state === 'JobComplete' || job.state === 'Failed' || job.state === 'Aborted';
}
