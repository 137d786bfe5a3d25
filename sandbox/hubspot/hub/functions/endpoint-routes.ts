import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import type { HubPortal } from '../portals/hub-portal.ts';
import type { AppFunctions } from './app-functions.ts';
import { FunctionError } from './function-error.ts';

const mostBytes = 6 * 1024 * 1024;
const answerSchema = z.looseObject({
  statusCode: z.int().min(100).max(599).optional(),
  body: z.unknown().optional(),
  headers: z.record(z.string(), z.coerce.string()).optional(),
});

/**
 * The public functions of all portals, which anybody may call. HubSpot serves those of an account on the account's own domain;
 * here the portal's id stands in the path.
 */
export function endpointRoutes(
  app: FastifyInstance,
  functions: AppFunctions,
  findPortal: (portalId: number) => HubPortal | null,
): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string', bodyLimit: mostBytes }, (_request, body, done) =>
    done(null, body.toString()),
  );

  app.all<{ Params: { portalId: string; '*': string } }>('/hs/serverless/:portalId/*', async (request, reply) => {
    const portal = findPortal(Number(request.params.portalId));
    const found = portal === null ? null : functions.findEndpoint(portal, request.params['*']);
    if (portal === null || found === null) return reply.code(404).send(errorBody('resource not found'));
    if (!found.definition.endpoint!.methods.includes(request.method)) {
      return reply.code(405).send(errorBody('Method Not Allowed'));
    }
    try {
      return answer(reply, await functions.callEndpoint(portal, found, contextOf(portal, request)));
    } catch (error) {
      if (!(error instanceof FunctionError)) throw error;
      // Who calls is a stranger: what went wrong stands in the log only.
      return reply.code(error.status === 429 ? 429 : 500).send(errorBody('internal error'));
    }
  });
}

function contextOf({ portalId }: HubPortal, request: FastifyRequest): Record<string, unknown> {
  const text = typeof request.body === 'string' ? request.body : '';
  const type = request.headers['content-type'] ?? '';
  const params = new URL(request.url, 'http://hub').searchParams;
  if (type.startsWith('application/x-www-form-urlencoded')) {
    for (const [name, value] of new URLSearchParams(text)) params.append(name, value);
  }
  return {
    accountId: portalId,
    method: request.method,
    headers: { ...request.headers, 'x-forwarded-for': request.ip },
    params: Object.fromEntries([...new Set(params.keys())].map((name) => [name, params.getAll(name)])),
    body: type.startsWith('application/json') ? jsonOf(text) : null,
  };
}

/** The body is known as JSON only: what was sent, to the letter, no function learns. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function answer(reply: FastifyReply, value: unknown): FastifyReply {
  const parsed = answerSchema.safeParse(value);
  const isAnswer = parsed.success && ('statusCode' in parsed.data || 'body' in parsed.data);
  const { statusCode = 200, body = null, headers = {} } = isAnswer ? parsed.data : { body: value };
  reply.code(statusCode).headers(headers);
  if (typeof body === 'string') return reply.send(body);
  return reply.type(headers['Content-Type'] ?? 'application/json; charset=utf-8').send(JSON.stringify(body));
}

function errorBody(message: string): Record<string, string> {
  return { status: 'error', message, correlationId: randomUUID() };
}
