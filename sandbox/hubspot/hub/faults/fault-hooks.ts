import type { FastifyInstance, FastifyReply } from 'fastify';
import { Refusal } from '../http/refusal.ts';
import type { Timers } from '../http/timers.ts';
import { limitedBody } from '../limits/limited-body.ts';
import type { FaultDraw, Faults } from './faults.ts';
import { halfOf } from './half-body.ts';
import { trickle } from './trickle.ts';

declare module 'fastify' {
  interface FastifyRequest {
    fault: FaultDraw | null;
  }
}

/** Lets calls go wrong. It comes after the token was checked: who may not call at all is told so. */
export function addFaultHooks(app: FastifyInstance, faults: Faults, timers: Timers): void {
  app.decorateRequest('fault', null);

  app.addHook('onRequest', async (request, reply) => {
    const path = request.url.split('?')[0]!;
    const isBatch = path.includes('/batch/');
    const fault = faults.draw(`${request.method} ${path}`, request.caller?.portal.portalId ?? 0, isBatch);
    request.fault = fault;
    if (fault.latencyMillis > 0) await timers.sleep(fault.latencyMillis);
    switch (fault.kind) {
      case 'storm': {
        const { retryAfterSeconds } = faults.options;
        if (retryAfterSeconds !== null) reply.header('Retry-After', String(retryAfterSeconds));
        return reply.code(429).send(limitedBody('TEN_SECONDLY_ROLLING'));
      }
      case 'failBefore':
        return fail(reply, fault);
      case 'dropBefore':
        reply.hijack();
        request.raw.socket.destroy();
        return reply;
      case 'hangBefore':
        // The connection stays until the caller or the hub closes it.
        reply.hijack();
        return reply;
      default:
        return undefined;
    }
  });

  app.addHook('preHandler', (request, _reply, done) => {
    const half = request.fault?.kind === 'halfBatch' ? halfOf(request.body) : null;
    if (half !== null) request.body = half;
    done();
  });

  app.addHook('onSend', async (request, reply, payload: unknown) => {
    const { fault } = request;
    switch (fault?.kind) {
      case 'failAfter':
      case 'halfBatch':
        reply.code(fault.status).type('application/json; charset=utf-8');
        return JSON.stringify(failure(fault).body);
      case 'dropAfter':
        request.raw.socket.destroy();
        return payload;
      case 'hangAfter':
        return new Promise<never>(() => undefined);
      case 'slowBody':
        return typeof payload === 'string' || Buffer.isBuffer(payload)
          ? trickle(payload, faults.options.slowBodyMillis)
          : payload;
      default:
        return payload;
    }
  });
}

function fail(reply: FastifyReply, fault: FaultDraw): FastifyReply {
  return reply.code(fault.status).send(failure(fault).body);
}

function failure({ status }: FaultDraw): Refusal {
  return new Refusal(status, 'INTERNAL_ERROR', status === 500 ? 'internal error' : 'service unavailable');
}
