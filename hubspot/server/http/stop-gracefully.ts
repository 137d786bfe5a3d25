import type { FastifyInstance } from 'fastify';
import { refuse } from './refuse.ts';

/** While the server stops, what still comes in on open connections is sent elsewhere. */
export function refuseWhileStopping(app: FastifyInstance): void {
  let isStopping = false;
  app.addHook('preClose', (done) => {
    isStopping = true;
    done();
  });
  app.addHook('onRequest', async (_, reply) => (isStopping ? refuse(reply, 'stopping') : undefined));
}

/**
 * Stops a server: no new connections, running requests are finished, new ones on open connections are told to go elsewhere.
 * What has not finished by the deadline is cut off.
 *
 * @returns whether all requests finished
 */
export async function stopGracefully(app: FastifyInstance, stopSeconds: number): Promise<boolean> {
  let isCutOff = false;
  const deadline = setTimeout(() => {
    isCutOff = true;
    app.server.closeAllConnections();
  }, stopSeconds * 1000);
  try {
    await app.close();
  } finally {
    clearTimeout(deadline);
  }
  return !isCutOff;
}
