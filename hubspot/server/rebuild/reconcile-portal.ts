import type { Desk } from '../desk.ts';
import { findLostArrivals } from './find-lost-arrivals.ts';

/** So far back is looked for what was lost; HubSpot itself sends an event again for a day. */
const lookBackMillis = 2 * 86_400_000;
/** What came in just now is on its way to us. */
export const onItsWayMillis = 120_000;

/** Looks in a portal for arrivals that nobody told us of. */
export async function reconcilePortal(desk: Desk, portalId: number): Promise<void> {
  const session = await desk.sessions.open(portalId);
  if (session === null) {
    return;
  }
  const now = desk.now();
  const since = await sinceOf(desk, portalId);
  const found = await findLostArrivals(session.crm, desk.database, desk.jobs, portalId, since, now - onItsWayMillis);
  if (found > 0) {
    desk.log.warn({ code: 'HSV060', portalId, count: found }, 'leads were found that no event told of');
  }
}

/** What was there before the installation is none of our business. */
export async function sinceOf(desk: Desk, portalId: number): Promise<number> {
  const [portal] = await desk.database.query<{ installed_at: number }>(
    'select installed_at from portal where portal_id = $1',
    [portalId],
  );
  return Math.max(portal?.installed_at ?? 0, desk.now() - lookBackMillis);
}
