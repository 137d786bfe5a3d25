import { findLeft } from '../sweeping/find-left.ts';
import type { DecidingView } from '../portal/deciding-view.ts';
import type { PrivatePortal } from '../portal/private-portal.ts';
import { decideContacts } from './decide-contacts.ts';
import type { DecideAnswer, DecideAsk } from './decide-ask.ts';

/** What another look after others takes, with what a slow portal adds. */
const sweepMillis = 4_000;

/** So many contacts are decided by one call; the rest is answered `waiting`, so that the caller asks again. */
export const mostAtOnce = 10;

/**
 * Decides contacts within the time that a function has, and looks after what others left where there is time.
 *
 * @param deadline UTC milliseconds after which nothing new is begun
 */
export async function decideWithTime(
  portal: PrivatePortal,
  view: DecidingView,
  asks: readonly DecideAsk[],
  deadline: number,
): Promise<DecideAnswer[]> {
  const answers = await decideContacts(portal, view, asks.slice(0, mostAtOnce), deadline);
  if (portal.now() + sweepMillis < deadline) {
    await decideContacts(portal, view, await findLeft(portal), deadline);
  }
  return [
    ...answers,
    ...asks.slice(mostAtOnce).map(({ contactId }): DecideAnswer => ({ contactId, state: 'waiting' })),
  ];
}
