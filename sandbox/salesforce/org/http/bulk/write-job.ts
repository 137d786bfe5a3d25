import { restTime, type Site } from '../answer/site.ts';
import type { JsonObject } from '../json.ts';
import type { BulkJob, IngestJob, QueryJob } from './bulk-jobs.ts';

function writeJob(job: BulkJob): JsonObject {
  return {
    id: job.id,
    operation: job.operation,
    object: job.objectName,
    createdById: job.createdById,
    createdDate: restTime(job.createdAt),
    systemModstamp: restTime(job.changedAt),
    state: job.state,
    concurrencyMode: 'Parallel',
    contentType: 'CSV',
    apiVersion: Number(job.version),
    lineEnding: job.form.lineEndingName,
    columnDelimiter: job.form.columnDelimiter,
  };
}

/** A job that changes records, as it is answered when it is made, closed or aborted. */
export function writeIngestJob(job: IngestJob): JsonObject {
  return {
    ...writeJob(job),
    ...(job.externalIdField === null ? {} : { externalIdFieldName: job.externalIdField }),
    ...(job.assignmentRuleId === null ? {} : { assignmentRuleId: job.assignmentRuleId }),
    contentUrl: `services/data/v${job.version}/jobs/ingest/${job.id}/batches`,
  };
}

/** The same with how far it is. */
export function writeIngestProgress(job: IngestJob, site: Site): JsonObject {
  const milliseconds = processingTime(job, site);
  return {
    ...writeIngestJob(job),
    jobType: 'V2Ingest',
    numberRecordsProcessed: job.results.length,
    numberRecordsFailed: job.results.filter((each) => each.error !== null).length,
    retries: 0,
    totalProcessingTime: milliseconds,
    apiActiveProcessingTime: milliseconds,
    apexProcessingTime: 0,
    ...(job.errorMessage === null ? {} : { errorMessage: job.errorMessage }),
  };
}

/** A job that asks for records, as it is answered when it is made or aborted. */
export function writeQueryJob(job: QueryJob): JsonObject {
  return writeJob(job);
}

/** The same with how far it is. */
export function writeQueryProgress(job: QueryJob, site: Site): JsonObject {
  return {
    ...writeJob(job),
    jobType: 'V2Query',
    numberRecordsProcessed: job.rows.length,
    retries: 0,
    totalProcessingTime: processingTime(job, site),
    isPkChunkingSupported: true,
    ...(job.errorMessage === null ? {} : { errorMessage: job.errorMessage }),
  };
}

function processingTime(job: BulkJob, site: Site): number {
  const isOver = job.state !== 'UploadComplete' && job.state !== 'InProgress';
  return job.startedAt === null ? 0 : (isOver ? job.changedAt : site.now()) - job.startedAt;
}
