import type { FastifyInstance } from 'fastify';
import { readActionCall } from '../../../handlers/actions/action-call.ts';
import { actionKeys, type ActionKey } from '../../../handlers/actions/action-definition.ts';
import type { Configuration } from '../../configuration/configuration.ts';
import { withinMillis } from '../deadline.ts';
import type { HttpPorts } from '../http-ports.ts';
import { readJson } from '../read-json.ts';
import { refuse } from '../refuse.ts';
import { onlySigned, rawBodyOf } from '../signature/signed-call.ts';

/** HubSpot waits for about twenty seconds. */
const mostMillis = 15_000;

/**
 * POST /hubspot/actions/:action: a step of somebody's workflow. The portal is the one in the signed body. A call that comes
 * again is answered as the first time, by its callback id, so a replay does no harm.
 */
export function actionRoute(app: FastifyInstance, ports: HttpPorts, configuration: Configuration): void {
  app.post<{ Params: { readonly action: string } }>(
    '/hubspot/actions/:action',
    { preHandler: onlySigned(ports, configuration, true) },
    async (request, reply) => {
      const { action } = request.params;
      if (!isActionKey(action)) return refuse(reply, 'unknownAction');
      const json = readJson(rawBodyOf(request));
      if (!json.isRead) return refuse(reply, json.reason);
      const read = readActionCall(action, json.value);
      if (!read.isReadable) {
        const problems = read.keys.map((key) => ({ about: key, found: 'missing or not readable' }));
        return refuse(reply, 'unreadableCall', { problems });
      }
      const { portalId } = read.call;
      if (!(await ports.store.installedAmong([portalId])).has(portalId)) return refuse(reply, 'notInstalled');
      request.portalId = portalId;
      const answer = await withinMillis(mostMillis, ports.answerAction(read.call));
      if (answer.kind === 'answered') return reply.send({ outputFields: answer.outputFields });
      return refuse(reply, 'askedTooOften', { retryAfterSeconds: answer.retryAfterSeconds });
    },
  );
}

function isActionKey(text: string): text is ActionKey {
  return (actionKeys as readonly string[]).includes(text);
}
