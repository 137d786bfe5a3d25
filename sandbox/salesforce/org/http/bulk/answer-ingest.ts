import { answerWith, noContent, RawBody, type Answer } from '../answer/answer.ts';
import { answerByMethod, readObjectBody, type Call } from '../answer/call.ts';
import { refuse, refuseUnknown, refuseUnsupported } from '../answer/rest-error.ts';
import { findField } from '../describe/find-object.ts';
import { writeCsv } from '../csv/write-csv.ts';
import { beginJob, isOver, readJobForm, readJobText, refuseOperation, refuseState } from './read-job-request.ts';
import type { IngestJob } from './bulk-jobs.ts';
import { runIngest } from './run-ingest.ts';
import { writeIngestJob, writeIngestProgress } from './write-job.ts';

/** `/jobs/ingest` and everything below: records come as CSV and are saved in the background. */
export function answerIngest(call: Call, below: readonly string[]): Answer {
  const [id, part, ...more] = below;
  const { jobs } = call.site;
  if (id === undefined) {
    return answerByMethod(call, {
      GET: () => answerList(call),
      POST: () => createJob(call),
    });
  }
  const job = jobs.ingest.get(id) ?? refuseUnknown();
  if (part !== undefined) {
    return more.length > 0 ? refuseUnknown() : answerPart(call, job, part);
  }
  return answerByMethod(call, {
    GET: () => answerWith(200, writeIngestProgress(job, call.site)),
    PATCH: () => changeState(call, job),
    DELETE: () => {
      if (!isOver(job) && job.state !== 'UploadComplete') {
        return refuseState(job, 'deleted');
      }
      jobs.ingest.delete(job.id);
      return noContent;
    },
  });
}

function answerList(call: Call): Answer {
  const records = [...call.site.jobs.ingest.values()].map((each) => ({ ...writeIngestJob(each), jobType: 'V2Ingest' }));
  return answerWith(200, { done: true, records, nextRecordsUrl: null });
}

const operations = ['insert', 'update', 'upsert', 'delete', 'hardDelete'];

function createJob(call: Call): Answer {
  if ((call.headers.get('content-type') ?? '').startsWith('multipart/')) {
    return refuseUnsupported('bulk jobs whose data comes with their description (multipart)');
  }
  const body = readObjectBody(call);
  const operation = readJobText(body, 'operation');
  if (operation === undefined || !operations.includes(operation)) {
    return refuseOperation(operation);
  }
  const objectName = readJobText(body, 'object') ?? refuse(400, 'INVALIDJOB', 'A job needs an object.');
  const object = call.site.org.describeObject(objectName);
  if (object === null || !object.isWritable) {
    return refuse(400, 'INVALIDENTITY', `The entity ${objectName} is not supported by the Bulk API.`);
  }
  const asked = readJobText(body, 'externalIdFieldName');
  const field = asked === undefined ? null : findField(object, asked);
  if (operation === 'upsert' && (field === null || !(field.isExternalId || field.type === 'id'))) {
    return refuse(400, 'INVALIDJOB', `An upsert needs externalIdFieldName, an external id of ${object.name} or Id.`);
  }
  const job: IngestJob = {
    ...beginJob(call, { operation, objectName: object.name, form: readJobForm(body) }),
    externalIdField: operation === 'upsert' ? (field?.name ?? null) : null,
    assignmentRuleId: readJobText(body, 'assignmentRuleId') ?? null,
    data: null,
    columns: [],
    rows: [],
    results: [],
  };
  call.site.jobs.ingest.set(job.id, job);
  return answerWith(200, writeIngestJob(job));
}

function changeState(call: Call, job: IngestJob): Answer {
  const { state } = readObjectBody(call);
  if (state === 'Aborted') {
    if (isOver(job)) {
      return refuseState(job, 'aborted');
    }
    job.state = 'Aborted';
    job.changedAt = call.site.now();
  } else if (state === 'UploadComplete') {
    if (job.state !== 'Open') {
      return refuseState(job, 'closed');
    }
    const object = call.site.org.describeObject(job.objectName) ?? refuseUnknown();
    runIngest(call.site, call.user, object, job);
  } else {
    return refuse(400, 'INVALIDJOB', 'A job may be set to UploadComplete or Aborted.');
  }
  return answerWith(200, writeIngestJob(job));
}

function answerPart(call: Call, job: IngestJob, part: string): Answer {
  if (part === 'batches') {
    return answerByMethod(call, { PUT: () => upload(call, job) });
  }
  const write = resultWriters[part] ?? refuseUnknown();
  return answerByMethod(call, {
    GET: () => (isOver(job) ? answerCsv(job, write(job)) : refuseState(job, 'asked for its results')),
  });
}

function upload(call: Call, job: IngestJob): Answer {
  const type = call.headers.get('content-type') ?? '';
  if (!type.startsWith('text/csv')) {
    return refuse(415, 'UNSUPPORTED_MEDIA_TYPE', `Data of a job has to be text/csv: ${type}`);
  }
  if (job.state !== 'Open') {
    return refuseState(job, 'given data');
  }
  if (job.data !== null) {
    return refuse(
      400,
      'INVALIDJOBSTATE',
      `Found multiple contents for job: <${job.id}>, please 'Close' / 'Abort' / 'Delete' the current Job then create a new Job and make sure you only do 'PUT' once on a given Job.`,
    );
  }
  job.data = Buffer.from(call.body).toString('utf8');
  return { status: 201, headers: {}, body: null };
}

type Lines = (readonly string[])[];

const resultWriters: Readonly<Record<string, (job: IngestJob) => Lines>> = {
  successfulResults: (job) => [
    ['sf__Id', 'sf__Created', ...job.columns],
    ...rowsWhere(
      job,
      (each) => each.error === null,
      (each) => [each.id, String(each.isCreated)],
    ),
  ],
  failedResults: (job) => [
    ['sf__Id', 'sf__Error', ...job.columns],
    ...rowsWhere(
      job,
      (each) => each.error !== null,
      (each) => [each.id, each.error ?? ''],
    ),
  ],
  unprocessedrecords: (job) => [job.columns, ...job.rows.slice(job.results.length)],
};

function rowsWhere(
  job: IngestJob,
  isWanted: (result: IngestJob['results'][number]) => boolean,
  write: (result: IngestJob['results'][number]) => readonly string[],
): Lines {
  return job.results.flatMap((result, index) =>
    isWanted(result) ? [[...write(result), ...(job.rows[index] ?? [])]] : [],
  );
}

function answerCsv(job: IngestJob, lines: Lines): Answer {
  return answerWith(200, new RawBody('text/csv; charset=UTF-8', writeCsv(lines, job.form)));
}
