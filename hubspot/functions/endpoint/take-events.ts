import { consequencesOf } from '../../handlers/events/consequences.ts';
import { readEvents } from '../../handlers/events/read-events.ts';
import { watchedProperties } from '../../handlers/events/watched-properties.ts';
import type { Consequence } from '../../handlers/events/portal-event.ts';
import type { DecideAsk } from '../deciding/decide-ask.ts';
import { decideContacts } from '../deciding/decide-contacts.ts';
import { mostAtOnce } from '../deciding/decide-with-time.ts';
import { readView } from '../portal/deciding-view.ts';
import type { PrivatePortal } from '../portal/private-portal.ts';
import { erasePerson } from './erase-person.ts';

/**
 * Does what HubSpot's webhooks ask for. They wait five seconds for an answer, so that a handful is decided at once, and the rest is
 * claimed, for whoever comes by next.
 *
 * @returns how many contacts were to be decided
 */
export async function takeEvents(portal: PrivatePortal, body: unknown, deadline: number): Promise<number> {
  const { events } = readEvents(body);
  const given = { appId: portal.appId, watched: watchedProperties, ruleTypeIds: new Set<string>() };
  const consequences = events
    .filter(({ portalId }) => portalId === portal.portalId)
    .flatMap((event) => consequencesOf(event, given));
  for (const contactId of new Set(consequences.flatMap((each) => (each.kind === 'erased' ? [each.contactId] : [])))) {
    await erasePerson(portal, contactId);
  }
  const asks = withoutTwins(consequences.flatMap(askOf));
  if (asks.length === 0) {
    return 0;
  }
  const view = await readView(portal);
  for (let start = 0; start < asks.length; start += mostAtOnce) {
    // Beyond the deadline contacts are only claimed: nobody else knows that they came in.
    await decideContacts(portal, view, asks.slice(start, start + mostAtOnce), deadline);
  }
  return asks.length;
}

function askOf(consequence: Consequence): DecideAsk[] {
  if (consequence.kind !== 'route') {
    return [];
  }
  const { contactId, reason, at } = consequence;
  switch (reason) {
    case 'created':
      return [{ contactId, reason: 'keep', call: null, happenedAt: at }];
    case 'submitted':
      return [{ contactId, reason: 'submitted', call: null, happenedAt: at }];
    case 'changed':
      return [{ contactId, reason: 'asked', call: null, happenedAt: at, isOnlyIfKnown: true }];
  }
}

/** One of each contact: an arrival before a change, the latest of those. */
function withoutTwins(asks: readonly DecideAsk[]): DecideAsk[] {
  const weight = ({ reason, isOnlyIfKnown }: DecideAsk): number =>
    reason === 'submitted' ? 2 : isOnlyIfKnown === true ? 0 : 1;
  const byContact = new Map<string, DecideAsk>();
  for (const ask of asks) {
    const known = byContact.get(ask.contactId);
    const isFirst =
      known === undefined ||
      weight(ask) > weight(known) ||
      (weight(ask) === weight(known) && (ask.happenedAt ?? 0) > (known.happenedAt ?? 0));
    if (isFirst) {
      byContact.set(ask.contactId, ask);
    }
  }
  return [...byContact.values()];
}
