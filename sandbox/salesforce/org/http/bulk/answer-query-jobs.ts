import { answerWith, noContent, RawBody, type Answer } from '../answer/answer.ts';
import { answerByMethod, readObjectBody, type Call } from '../answer/call.ts';
import { refuse, refuseUnknown } from '../answer/rest-error.ts';
import { writeCsv } from '../csv/write-csv.ts';
import { OrgRefusal, type OrgRow, type OrgValue } from '../org-behind-http.ts';
import type { QueryJob } from './bulk-jobs.ts';
import { beginJob, isOver, readJobForm, readJobText, refuseOperation, refuseState } from './read-job-request.ts';
import { BulkQueryProblem, readSelectList, type SelectList } from './read-select-list.ts';
import { writeQueryJob, writeQueryProgress } from './write-job.ts';

/** `/jobs/query` and everything below: a query runs in the background, its rows are read as CSV. */
export function answerQueryJobs(call: Call, below: readonly string[]): Answer {
  const [id, part, ...more] = below;
  const { queries } = call.site.jobs;
  if (id === undefined) {
    return answerByMethod(call, {
      GET: () => {
        const records = [...queries.values()].map((each) => ({ ...writeQueryJob(each), jobType: 'V2Query' }));
        return answerWith(200, { done: true, records, nextRecordsUrl: null });
      },
      POST: () => createJob(call),
    });
  }
  const job = queries.get(id) ?? refuseUnknown();
  if (part !== undefined) {
    return part === 'results' && more.length === 0
      ? answerByMethod(call, { GET: () => answerResults(call, job) })
      : refuseUnknown();
  }
  return answerByMethod(call, {
    GET: () => answerWith(200, writeQueryProgress(job, call.site)),
    PATCH: () => abort(call, job),
    DELETE: () => {
      if (!isOver(job)) {
        return refuseState(job, 'deleted');
      }
      queries.delete(job.id);
      return noContent;
    },
  });
}

function createJob(call: Call): Answer {
  const body = readObjectBody(call);
  const operation = readJobText(body, 'operation');
  if (operation !== 'query' && operation !== 'queryAll') {
    return refuseOperation(operation);
  }
  const query = readJobText(body, 'query') ?? refuse(400, 'INVALIDJOB', 'A query job needs a query.');
  const { objectName, names } = readHead(query);
  const object = call.site.org.describeObject(objectName);
  if (object === null) {
    return refuse(400, 'INVALID_TYPE', `sObject type '${objectName}' is not supported.`);
  }
  const job: QueryJob = {
    ...beginJob(call, { operation, objectName: object.name, form: readJobForm(body) }),
    state: 'UploadComplete',
    query,
    columns: names,
    rows: [],
  };
  call.site.jobs.queries.set(job.id, job);
  call.site.jobs.schedule(() => runQuery(call, job));
  return answerWith(200, writeQueryJob(job));
}

function readHead(query: string): SelectList {
  try {
    return readSelectList(query);
  } catch (error) {
    return error instanceof BulkQueryProblem ? refuse(400, 'API_ERROR', error.message) : rethrow(error);
  }
}

function rethrow(error: unknown): never {
  throw error;
}

function runQuery(call: Call, job: QueryJob): boolean {
  if (job.state === 'Aborted') {
    return false;
  }
  job.startedAt = call.site.now();
  try {
    const scope = job.operation === 'queryAll' ? 'with deleted' : 'live';
    const { rows } = call.site.org.query(call.user, job.query, scope);
    job.rows = rows.map((row) => job.columns.map((name) => readCellOf(row, name.split('.'))));
    job.state = 'JobComplete';
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    job.state = 'Failed';
    job.errorMessage = error instanceof OrgRefusal ? `${error.code}: ${message}` : message;
  }
  job.changedAt = call.site.now();
  return false;
}

/** The text of a field or of a field of a parent; empty where it is null or there is no parent. */
function readCellOf(row: OrgRow, path: readonly string[]): string {
  const [name = '', ...below] = path;
  const found = row.fields.find(([each]) => each.toLowerCase() === name.toLowerCase());
  const value: OrgValue = found?.[1] ?? null;
  if (typeof value !== 'object') {
    // Points of time end in Z here, and in +0000 in JSON.
    return typeof value === 'string' ? value.replace(/^(\d{4}-\d\d-\d\dT[\d:.]+)\+0000$/, '$1Z') : String(value);
  }
  return value?.kind === 'row' ? readCellOf(value, below) : '';
}

function abort(call: Call, job: QueryJob): Answer {
  if (readObjectBody(call).state !== 'Aborted') {
    return refuse(400, 'INVALIDJOB', 'A query job may be set to Aborted.');
  }
  if (isOver(job)) {
    return refuseState(job, 'aborted');
  }
  job.state = 'Aborted';
  job.changedAt = call.site.now();
  return answerWith(200, writeQueryJob(job));
}

const usualPage = 50_000;

/** A page of rows under a line of names. The locator is the number of the next row, in base64 as on the platform. */
function answerResults(call: Call, job: QueryJob): Answer {
  if (job.state !== 'JobComplete') {
    return refuseState(job, 'asked for its results');
  }
  const start = readLocator(call.parameters.get('locator'), job);
  const asked = Number(call.parameters.get('maxRecords') ?? usualPage);
  if (!Number.isInteger(asked) || asked < 1) {
    return refuse(400, 'INVALID_ARGUMENT', 'maxRecords has to be a whole number above 0.');
  }
  const rows = job.rows.slice(start, start + asked);
  const next = start + rows.length;
  return answerWith(200, new RawBody('text/csv; charset=UTF-8', writeCsv([job.columns, ...rows], job.form)), {
    'sforce-locator': next < job.rows.length ? Buffer.from(String(next)).toString('base64url') : 'null',
    'sforce-numberofrecords': String(rows.length),
  });
}

function readLocator(locator: string | null, job: QueryJob): number {
  if (locator === null) {
    return 0;
  }
  const text = Buffer.from(locator, 'base64url').toString('utf8');
  return /^\d+$/.test(text) && Number(text) < job.rows.length
    ? Number(text)
    : refuse(400, 'INVALID_ARGUMENT', `This is no locator of the job ${job.id}: ${locator}`);
}
