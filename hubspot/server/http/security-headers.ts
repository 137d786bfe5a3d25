import type { FastifyInstance } from 'fastify';

const twoYearsSeconds = 63_072_000;

/** What every answer says to browsers: nothing of it is to be kept, framed, guessed at or run. */
export function securityHeaders(app: FastifyInstance, publicUrl: string): void {
  app.addHook('onRequest', async (request, reply) => {
    void reply.headers({
      'x-request-id': request.id,
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'cross-origin-resource-policy': 'same-origin',
      // The address of a callback holds a code.
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      ...(publicUrl.startsWith('https:') ? { 'strict-transport-security': `max-age=${String(twoYearsSeconds)}` } : {}),
    });
  });
}
