import type { Desk } from '../desk.ts';
import { prepareProperties } from '../installing/prepare-portal.ts';
import { restoreDecisions } from './restore-decisions.ts';

/** The portal's index lags behind its records, so that it is asked again for what came in last. */
const lookAgainAfterMillis = [0, 15_000, 60_000];

/**
 * Makes the embedded database anew of what the portals hold, after a process that was killed left it torn: decisions, ledgers and
 * clocks out of the contacts, then whatever came in and was not decided.
 */
export async function rebuildPortals(desk: Desk): Promise<void> {
  const portals = await desk.database.query<{ portal_id: number }>(
    `select portal_id from portal where state = 'installed' order by portal_id`,
  );
  for (const { portal_id: portalId } of portals) {
    const before = await desk.sessions.open(portalId);
    if (before === null) {
      continue;
    }
    await prepareProperties(desk, before);
    const session = (await desk.sessions.open(portalId))!;
    const restored = await restoreDecisions(desk, session);
    await desk.database.query('update portal set is_prepared = true, rule_form = $2 where portal_id = $1', [
      portalId,
      session.store.form,
    ]);
    const now = desk.now();
    await desk.database.query('insert into draft (portal_id, changed_at) values ($1, $2) on conflict do nothing', [
      portalId,
      now,
    ]);
    for (const millis of lookAgainAfterMillis) {
      await desk.jobs.ask('reconcile', { portalId }, { startAt: now + millis, key: `${portalId} ${millis}` });
    }
    await desk.jobs.ask('rules', { portalId });
    await desk.jobs.ask('apply', { portalId });
    desk.log.warn({ code: 'HSV061', portalId, count: restored }, 'the embedded database was made anew of the portal');
  }
}
