import type { FastifyError, FastifyInstance } from 'fastify';
import type { Log } from '../observing/log.ts';
import { refuse } from './refuse.ts';
import type { RefusalName } from './refusals.ts';

/** What Fastify refuses before a route runs, and what took too long, in our words. */
const ownWords: ReadonlyMap<string, RefusalName> = new Map([
  ['FST_ERR_CTP_BODY_TOO_LARGE', 'tooLarge'],
  ['FST_ERR_CTP_INVALID_MEDIA_TYPE', 'otherMediaType'],
  ['FST_ERR_CTP_INVALID_CONTENT_LENGTH', 'notHttp'],
  ['FST_ERR_BAD_URL', 'notHttp'],
  ['HSW029', 'busy'],
  ['FST_ERR_MAX_PARAM_LENGTH', 'unknownPath'],
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
