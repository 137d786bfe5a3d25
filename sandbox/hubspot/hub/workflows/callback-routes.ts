import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { invalid, notFound } from '../http/refusal.ts';
import { missingScopes } from '../oauth/check-token.ts';
import { readOutputs } from './action-answer.ts';
import type { BlockedActions } from './blocked-actions.ts';

const batchSchema = z.looseObject({ inputs: z.array(z.looseObject({ callbackId: z.string() })) });

const bases = [
  '/automation/v4/actions/callbacks',
  ...['2026-03', '2026-09'].map((at) => `/automation/actions/callbacks/${at}`),
];

/** Where apps end the actions that they answered with BLOCK. */
export function callbackRoutes(
  app: FastifyInstance,
  blocked: BlockedActions,
  outputNamesOf: (callbackId: string) => readonly string[],
): void {
  const complete = (request: FastifyRequest, callbackId: string, content: unknown): void => {
    if (!blocked.isWaiting(callbackId, request.portal!.portalId, request.callingApp!.appId)) {
      throw notFound('No blocked action execution with this callback id was found.');
    }
    const result = readOutputs(content, outputNamesOf(callbackId));
    if (result.state === 'blocked') throw invalid('A callback cannot be completed with BLOCK.');
    blocked.complete(callbackId, result);
  };
  const checkScope = ({ caller }: FastifyRequest): void => {
    if (!caller!.scopes.has('automation')) throw missingScopes(['automation']);
  };

  for (const base of bases) {
    app.post<{ Params: { callbackId: string } }>(`${base}/:callbackId/complete`, (request, reply) => {
      checkScope(request);
      complete(request, request.params.callbackId, request.body);
      return reply.code(204).send();
    });
    app.post(`${base}/complete`, (request, reply) => {
      checkScope(request);
      const parsed = batchSchema.safeParse(request.body);
      if (!parsed.success) throw invalid('The request body has no inputs with a callbackId each.');
      for (const input of parsed.data.inputs) complete(request, input.callbackId, input);
      return reply.code(204).send();
    });
  }
}
