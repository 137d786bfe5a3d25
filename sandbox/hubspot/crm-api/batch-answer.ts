import { writeInstant } from '../records/read-instant.ts';
import type { BatchError } from './error-answer.ts';

export type BatchAnswer = { readonly status: number; readonly body: { [key: string]: unknown } };

/**
 * The answer to a request about many: with the errors of those that were refused, and then under status 207.
 *
 * @param done the status when nothing was refused
 */
export function batchAnswer(
  done: 200 | 201,
  startedAt: number,
  results: readonly unknown[],
  errors: readonly BatchError[],
): BatchAnswer {
  const instant = writeInstant(startedAt);
  const body = { status: 'COMPLETE', results, startedAt: instant, completedAt: instant };
  if (errors.length === 0) return { status: done, body };
  return { status: 207, body: { ...body, numErrors: errors.length, errors } };
}
