import type { FastifyReply } from 'fastify';
import { refusals, type Refusal, type RefusalName } from './refusals.ts';

/** Something about a call that is wrong, where several things can be. */
export type CallProblem = { readonly about: string; readonly found: string; readonly next: string };

/** Answers a request that is not done: code, message, next step, the request's id and, where there are some, problems. */
export function refuse(
  reply: FastifyReply,
  name: RefusalName,
  more: { readonly problems?: readonly object[]; readonly retryAfterSeconds?: number } = {},
): FastifyReply {
  const refusal: Refusal = refusals[name];
  const retryAfterSeconds = more.retryAfterSeconds ?? refusal.retryAfterSeconds;
  if (retryAfterSeconds !== undefined) void reply.header('retry-after', String(retryAfterSeconds));
  const { code, message, nextStep } = refusal;
  const requestId = reply.request.id;
  return reply
    .code(refusal.status)
    .type('application/json; charset=utf-8')
    .send({ code, message, nextStep, requestId, ...(more.problems === undefined ? {} : { problems: more.problems }) });
}
