import type { FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import type { Configuration } from '../../configuration/configuration.ts';
import type { HttpPorts } from '../http-ports.ts';
import { refuse } from '../refuse.ts';
import type { UiCaller } from '../../../handlers/ui/ui-answer.ts';
import { idText } from '../../../handlers/ui/ui-calls.ts';

const number = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);

/** What HubSpot appends to every call of a card or a settings page. */
const appended = z.object({
  portalId: number,
  userId: idText,
  userEmail: z.string().max(320).optional(),
  appId: number,
});

declare module 'fastify' {
  interface FastifyRequest {
    uiCaller: UiCaller | null;
  }
}

/** A hook behind the signature: who calls is what the signed query says, and nothing else says it. */
export function onlyCallers(
  ports: Pick<HttpPorts, 'store'>,
  configuration: Configuration,
): (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined> {
  return async (request, reply) => {
    const read = appended.safeParse(request.query);
    if (!read.success) {
      const names = [...new Set(read.error.issues.map((issue) => String(issue.path[0])))];
      return refuse(reply, 'unreadableCall', {
        problems: names.map((name) => ({ about: name, found: 'missing, several, or not readable' })),
      });
    }
    const { portalId, userId, userEmail, appId } = read.data;
    if (appId !== configuration.hubspot.appId) return refuse(reply, 'otherApp');
    request.portalId = portalId;
    if (!(await ports.store.installedAmong([portalId])).has(portalId)) return refuse(reply, 'notInstalled');
    request.uiCaller = { portalId, userId, userEmail: userEmail ?? null };
    return undefined;
  };
}
