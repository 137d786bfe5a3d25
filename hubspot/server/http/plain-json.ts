import type { FastifyInstance } from 'fastify';
import { refuse } from './refuse.ts';

/** Lets bodies in as the bytes that they are: a signature covers them, not what they mean. */
export function onlyPlainJson(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
  app.addHook('onRequest', async (request, reply) => {
    const encoding = request.headers['content-encoding'];
    return encoding === undefined || encoding === 'identity' ? undefined : refuse(reply, 'otherMediaType');
  });
}
