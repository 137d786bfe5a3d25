import { randomUUID } from 'node:crypto';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { RecordRefusal, type RefusalDetail } from '../records/record-refusal.ts';

/** One entry of the `errors` of an answer about many records. */
export type BatchError = {
  readonly status: 'error';
  readonly category: string;
  readonly subCategory?: string;
  readonly message: string;
  readonly context: { readonly [key: string]: readonly string[] };
  readonly errors?: readonly RefusalDetail[];
};

/** A refusal as HubSpot answers it. */
export function errorBody(refusal: RecordRefusal, correlationId: string): { [key: string]: unknown } {
  return {
    status: 'error',
    message: refusal.message,
    correlationId,
    ...(Object.keys(refusal.context).length === 0 ? {} : { context: refusal.context }),
    ...(refusal.errors.length === 0 ? {} : { errors: refusal.errors }),
    ...(refusal.category === 'MISSING_SCOPES' ? { links: { scopes: 'https://developers.hubspot.com/scopes' } } : {}),
    category: refusal.category,
    ...(refusal.subCategory === null ? {} : { subCategory: refusal.subCategory }),
  };
}

/** A refusal of one record among many. */
export function batchError(refusal: RecordRefusal, context: { readonly [key: string]: readonly string[] }): BatchError {
  return {
    status: 'error',
    category: refusal.category,
    ...(refusal.subCategory === null ? {} : { subCategory: refusal.subCategory }),
    message: refusal.message,
    context: { ...refusal.context, ...context },
    ...(refusal.errors.length === 0 ? {} : { errors: refusal.errors }),
  };
}

/** Answers whatever an endpoint threw. A bug of the stand-in is HubSpot's internal error. */
export async function answerError(
  error: FastifyError | RecordRefusal,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const refusal = refusalOf(error);
  if (refusal === null) request.log.error(error);
  const answered = refusal ?? new RecordRefusal(500, 'INTERNAL_ERROR', 'internal error');
  const correlationId = randomUUID();
  await reply
    .status(answered.status)
    .header('x-hubspot-correlation-id', correlationId)
    .send(errorBody(answered, correlationId));
}

function refusalOf(error: FastifyError | RecordRefusal): RecordRefusal | null {
  if (error instanceof RecordRefusal) return error;
  if (error instanceof z.ZodError) return refuseInput(error);
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return new RecordRefusal(415, 'VALIDATION_ERROR', 'Unsupported Media Type');
  if (error.statusCode === 413) return new RecordRefusal(413, 'VALIDATION_ERROR', 'Request Entity Too Large');
  if (error.statusCode === 400) {
    return new RecordRefusal(400, 'VALIDATION_ERROR', `Invalid input JSON: ${error.message}`);
  }
  return null;
}

/** A body or query that is not what the endpoint takes. */
function refuseInput(error: z.ZodError): RecordRefusal {
  const errors = error.issues.map((issue) => ({ message: issue.message, in: issue.path.join('.') }));
  const first = errors[0]!;
  const where = first.in === '' ? '' : ` at ${first.in}`;
  return new RecordRefusal(400, 'VALIDATION_ERROR', `Invalid input JSON${where}: ${first.message}`, { errors });
}
