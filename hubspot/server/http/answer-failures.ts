import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Log } from '../observing/log.ts';
import { refuse } from './refuse.ts';
import type { RefusalName } from './refusals.ts';

/** What Fastify refuses before a route runs, and what took too long, in our words. */
const ownWords: ReadonlyMap<string, RefusalName> = new Map([
  ['FST_ERR_CTP_BODY_TOO_LARGE', 'tooLarge'],
  ['FST_ERR_CTP_INVALID_MEDIA_TYPE', 'otherMediaType'],
  ['FST_ERR_CTP_INVALID_CONTENT_LENGTH', 'notHttp'],
  ['HSW029', 'busy'],
]);

/** Answers whatever goes wrong: a stack or a library's words are for the log. */
export function answerFailures(app: FastifyInstance, log: Log): void {
  app.setNotFoundHandler((_, reply) => refuse(reply, 'unknownPath'));
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const name = ownWords.get(error.code);
    if (name === 'busy')
      log.warn({ requestId: request.id, route: request.routeOptions.url ?? 'none', error }, 'too slow');
    if (name !== undefined) return refuse(reply, name);
    log.error({ requestId: request.id, route: request.routeOptions.url ?? 'none', code: 'HSW027', error }, 'failed');
    return refuse(reply, 'unexpected');
  });
}

/** Answers an address that no route can be looked up for, because its escapes are broken or a part of it is too long. */
export function answerBrokenAddress(_error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void {
  refuse(reply, 'unknownPath');
}
