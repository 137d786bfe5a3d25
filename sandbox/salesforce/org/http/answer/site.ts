import { idSuffix } from '../../../apex/library/text/apex-id.ts';
import type { BulkJobs } from '../bulk/bulk-jobs.ts';
import type { OrgBehindHttp } from '../org-behind-http.ts';
import type { QueryCursors } from '../query/query-cursors.ts';

/** What a running server keeps beside its org. */
export interface Site {
  readonly org: OrgBehindHttp;
  /** Where the server listens: `http://127.0.0.1:4711`. */
  readonly url: string;
  readonly cursors: QueryCursors;
  readonly jobs: BulkJobs;
  readonly usage: ApiUsage;
  readonly now: () => number;
}

/** Calls counted against the day's limit. */
export interface ApiUsage {
  used: number;
  readonly limit: number;
}

/** An id that the server gives away, not the org: madeId('750', 1) → "750000000000001AAA". */
export function madeId(prefix: string, number: number): string {
  const fifteen = prefix + String(number).padStart(12, '0');
  return fifteen + idSuffix(fifteen);
}

/** A point of time as REST writes it: restTime(0) → "1970-01-01T00:00:00.000+0000". */
export function restTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('Z', '+0000');
}
