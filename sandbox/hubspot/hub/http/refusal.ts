import { randomUUID } from 'node:crypto';
import type { FastifyReply } from 'fastify';

/** The body of an error as HubSpot writes it. Every API leaves out what it does not know. */
export type RefusalBody = {
  readonly status: string;
  readonly message: string;
  readonly correlationId: string;
  readonly category?: string;
  readonly [more: string]: unknown;
};

/** A request that HubSpot would answer with an error. */
export class Refusal extends Error {
  readonly statusCode: number;
  readonly category: string;
  readonly more: Readonly<Record<string, unknown>>;

  constructor(statusCode: number, category: string, message: string, more: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = 'Refusal';
    this.statusCode = statusCode;
    this.category = category;
    this.more = more;
  }

  get body(): RefusalBody {
    return {
      status: 'error',
      message: this.message,
      correlationId: randomUUID(),
      category: this.category,
      ...this.more,
    };
  }
}

export function notFound(message: string): Refusal {
  return new Refusal(404, 'OBJECT_NOT_FOUND', message);
}

export function invalid(message: string, more: Readonly<Record<string, unknown>> = {}): Refusal {
  return new Refusal(400, 'VALIDATION_ERROR', message, more);
}

/** Answers with what was thrown: refusals as they are, anything else as HubSpot's answer to its own failures. */
export function answerError(error: unknown, reply: FastifyReply): FastifyReply {
  if (error instanceof Refusal) return reply.code(error.statusCode).send(error.body);
  const status = statusOf(error);
  const category = status < 500 ? 'VALIDATION_ERROR' : 'INTERNAL_ERROR';
  const message = error instanceof Error && status < 500 ? error.message : 'internal error';
  return reply.code(status).send(new Refusal(status, category, message).body);
}

// Fastify marks what it refuses itself: bodies that are no JSON, unknown media types, bodies that are too large.
function statusOf(error: unknown): number {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : 500;
  return typeof status === 'number' && status >= 400 ? status : 500;
}
