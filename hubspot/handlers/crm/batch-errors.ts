import * as z from 'zod';
import { readRefusal, type Refusal } from './calls/read-refusal.ts';
import { CrmError, type CrmFailure } from './crm-error.ts';

/** What HubSpot could not do of a batch; nothing where it did all. */
export const batchErrorsSchema = z
  .array(z.unknown().transform(readRefusal))
  .nullish()
  .transform((errors) => errors ?? []);

const failures: Readonly<Record<string, CrmFailure>> = {
  MISSING_SCOPES: 'forbidden',
  RATE_LIMITS: 'limited',
  VALIDATION_ERROR: 'refused',
};

/**
 * To a reading, a record that is not there is no error: it is missing from the answer. Anything else is, for what could not be
 * read must not be taken for gone.
 */
export function throwUnlessMissing(errors: readonly Refusal[]): void {
  const error = errors.find(({ category }) => category !== 'OBJECT_NOT_FOUND');
  if (error !== undefined) {
    const { category, correlationId, particulars } = error;
    const what = [category, ...particulars].join(', ');
    throw new CrmError(
      failures[category] ?? 'unavailable',
      `HubSpot could not read a part of what was asked (${what}).`,
      {
        status: 207,
        category,
        correlationId,
      },
    );
  }
}

/** What HubSpot says of an item that it could not do just now. Anything else it will not do the next time either. */
const passing: ReadonlySet<string> = new Set([
  'RATE_LIMITS',
  'RATE_LIMIT',
  'INTERNAL_ERROR',
  'INTERNAL_SERVER_ERROR',
  'SERVICE_UNAVAILABLE',
  'SERVER_ERROR',
  'TIMEOUT',
  'LOCKED',
]);

/** Whether one item of a batch may be taken later, without anybody doing anything. */
export function isPassing(category: string): boolean {
  return passing.has(category.toUpperCase());
}
