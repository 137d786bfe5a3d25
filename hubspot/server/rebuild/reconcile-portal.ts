import type { Desk } from '../desk.ts';
import { findLostArrivals } from './find-lost-arrivals.ts';

/** So far back is looked for what was lost; HubSpot itself sends an event again for a day. */
const lookBackMillis = 2 * 86_400_000;
/** What came in just now is on its way to us. */
const onItsWayMillis = 120_000;

/** Looks in a portal for arrivals that nobody told us of. */
export async function reconcilePortal(desk: Desk, portalId: number): Promise<void> {
  const session = await desk.sessions.open(portalId);
  const [portal] = await desk.database.query<{ installed_at: number }>(
    'select installed_at from portal where portal_id = $1',
    [portalId],
  );
  if (session === null || portal === undefined) {
    return;
  }
  const now = desk.now();
  const since = Math.max(portal.installed_at, now - lookBackMillis);
  const found = await findLostArrivals(session.crm, desk.database, desk.jobs, portalId, since, now - onItsWayMillis);
  if (found > 0) {
    desk.log.warn({ code: 'HSV060', portalId, count: found }, 'leads were found that no event told of');
  }
}
