import { eventOfPayload } from './event-of-payload.ts';
import { eventPayloadSchema } from './event-payload.ts';
import type { PortalEvent } from './portal-event.ts';
import { withoutPersonal } from './without-personal.ts';

/** Something about a delivery that could not be read. It never repeats a value. */
export type EventProblem = {
  readonly code: 'HSN001' | 'HSN002' | 'HSN003';
  /** Where: "event 3", counted from 1, or "delivery". */
  readonly about: string;
  readonly found: string;
  readonly next: string;
};

export type ReadEvents = {
  /** Whether nothing of the delivery was taken. Nothing that HubSpot sends is refused. */
  readonly isRefused: boolean;
  readonly events: readonly PortalEvent[];
  readonly problems: readonly EventProblem[];
};

/** Ten times what HubSpot puts into a delivery: whoever sends more is somebody else. */
const mostEvents = 1000;

/**
 * Reads a delivery of webhooks. Order is kept; an event that cannot be read becomes a problem and takes no other along. Values
 * that changed are left out here, so that nothing behind this line can keep or log them.
 *
 * @param body the parsed JSON, checked for its signature and for nothing else
 *
 * readEvents([{ subscriptionType: "contact.creation", portalId: 1, objectId: 7, occurredAt: 9, … }, 5])
 * → one event of contact 7, and HSN003 about event 2.
 */
export function readEvents(body: unknown): ReadEvents {
  if (!Array.isArray(body)) {
    return refused('HSN001', 'The delivery is not a list of events.');
  }
  if (body.length > mostEvents) {
    return refused('HSN002', `The delivery has ${body.length} events; HubSpot sends at most 100.`);
  }
  const events: PortalEvent[] = [];
  const problems: EventProblem[] = [];
  for (const [place, item] of (body as unknown[]).entries()) {
    const read = readEvent(item);
    if (typeof read === 'string') {
      problems.push({
        code: 'HSN003',
        about: `event ${place + 1}`,
        found: read,
        next: 'The other events were taken. Compare the subscription with the webhooks of the app.',
      });
    } else {
      events.push(withoutPersonal(read));
    }
  }
  return { isRefused: false, events: events, problems: problems };
}

/** The event, or what is wrong with it. */
function readEvent(item: unknown): PortalEvent | string {
  const parsed = eventPayloadSchema.safeParse(item);
  if (!parsed.success) {
    const keys = parsed.error.issues.map((issue) => issue.path.join('.')).filter((key) => key !== '');
    return keys.length === 0 ? 'It is not an object.' : `It has no readable ${[...new Set(keys)].join(', ')}.`;
  }
  const event = eventOfPayload(parsed.data);
  return 'missing' in event ? `It has no readable ${event.missing}, which its kind needs.` : event;
}

function refused(code: 'HSN001' | 'HSN002', found: string): ReadEvents {
  const next = 'Nothing was taken. See who else calls the address of the webhooks.';
  return { isRefused: true, events: [], problems: [{ code: code, about: 'delivery', found: found, next: next }] };
}
