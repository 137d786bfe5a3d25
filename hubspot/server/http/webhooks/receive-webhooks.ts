import type { FastifyInstance } from 'fastify';
import type { PortalEvent } from '../../../handlers/events/portal-event.ts';
import { readEvents } from '../../../handlers/events/read-events.ts';
import type { Configuration } from '../../configuration/configuration.ts';
import type { Log } from '../../observing/log.ts';
import { withinMillis } from '../deadline.ts';
import type { HttpPorts } from '../http-ports.ts';
import { readJson } from '../read-json.ts';
import { refuse } from '../refuse.ts';
import { onlySigned, rawBodyOf } from '../signature/signed-call.ts';
import { sortEvents } from './sort-events.ts';

/** HubSpot gives up after five seconds; what takes longer than this had better be sent again. */
const mostMillis = 4_000;

/**
 * POST /hubspot/webhooks: stores what the portals told us and answers; everything that follows is done later. The very same
 * delivery may come again, since events are stored once. What is not for us is counted and answered all the same: HubSpot
 * would send a refused delivery ten times more.
 */
export function webhookRoute(app: FastifyInstance, ports: HttpPorts, configuration: Configuration, log: Log): void {
  app.post('/hubspot/webhooks', { preHandler: onlySigned(ports, configuration, false) }, async (request, reply) => {
    const json = readJson(rawBodyOf(request));
    if (!json.isRead) return refuse(reply, json.reason);
    const read = readEvents(json.value);
    if (read.problems.length > 0) {
      const codes = [...new Set(read.problems.map((problem) => problem.code))];
      log.warn({ requestId: request.id, codes, unreadable: read.problems.length }, 'events that cannot be read');
      ports.metrics.countEvents('unreadable', read.problems.length);
    }
    if (read.isRefused) return refuse(reply, 'notEvents', { problems: read.problems });
    let stored: StoredEvents;
    try {
      stored = await withinMillis(mostMillis, storeOurs(read.events, ports, configuration.hubspot.appId));
    } catch (error) {
      log.error({ requestId: request.id, code: 'HSW013', error }, 'events could not be stored');
      return refuse(reply, 'notStored');
    }
    log.info({ requestId: request.id, ...stored }, 'events received');
    return reply.send({ ...stored, unreadable: read.problems.length });
  });
}

type StoredEvents = { readonly stored: number; readonly repeated: number; readonly ignored: number };

async function storeOurs(events: readonly PortalEvent[], ports: HttpPorts, appId: number): Promise<StoredEvents> {
  const { metrics } = ports;
  const portalIds = [...new Set(events.map((event) => event.portalId))];
  const installed = await ports.store.installedAmong(portalIds);
  const isPersonErased = events.some((event) => event.kind === 'privacyDeletion');
  const known = isPersonErased ? await ports.store.knownAmong(portalIds) : installed;
  const { ours, ofOtherApps, ofOtherPortals } = sortEvents(events, appId, { installed, known });
  const accepted = ours.length === 0 ? { fresh: 0, counts: new Map<string, number>() } : await ports.acceptEvents(ours);
  const repeated = ours.length - accepted.fresh;
  metrics.countEvents('otherApp', ofOtherApps);
  metrics.countEvents('otherPortal', ofOtherPortals);
  metrics.countEvents('fresh', accepted.fresh);
  metrics.countEvents('repeated', repeated);
  for (const [consequence, count] of accepted.counts) metrics.countEvents(consequence, count);
  return { stored: accepted.fresh, repeated, ignored: ofOtherApps + ofOtherPortals };
}
