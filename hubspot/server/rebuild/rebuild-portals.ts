import { RuleStoreError } from '../../handlers/rules/rule-store-error.ts';
import { CrmError } from '../../handlers/crm/crm-error.ts';
import type { Desk } from '../desk.ts';
import { prepareProperties } from '../installing/prepare-portal.ts';
import { findLostArrivals } from './find-lost-arrivals.ts';
import { onItsWayMillis, sinceOf } from './reconcile-portal.ts';
import { restoreDecisions } from './restore-decisions.ts';

/** The portal's index lags behind its records: what was written before the kill has to be in it. */
const indexMillis = 3_000;
/** It may lag longer, so that it is asked again; the last time for what came in while the server was away. */
const lookAgainAfterMillis = [15_000, 60_000, onItsWayMillis + 30_000];
const tryAgainMillis = 5_000;

/**
 * Makes the embedded database anew of what the portals hold, after a process that was killed left it torn: decisions, ledgers and
 * clocks out of the contacts, then whatever came in and was not decided.
 */
export async function rebuildPortals(desk: Desk): Promise<void> {
  const portals = await desk.database.query<{ portal_id: number }>(
    `select portal_id from portal where state = 'installed' order by portal_id`,
  );
  if (portals.length === 0) {
    return;
  }
  await sleep(indexMillis);
  // Nothing may be decided before the turns are known, so that all wait for all: together, for each waits for its own portal.
  await Promise.all(portals.map((row) => rebuildUntilDone(desk, row.portal_id)));
}

/** A portal that does not answer is asked until it does. One that will not answer any more keeps nobody else from starting. */
async function rebuildUntilDone(desk: Desk, portalId: number): Promise<void> {
  for (;;) {
    try {
      await rebuildPortal(desk, portalId);
      return;
    } catch (error) {
      if (!(error instanceof CrmError) && !(error instanceof RuleStoreError)) {
        throw error;
      }
      desk.log.error({ code: 'HSV062', portalId, error }, 'a portal could not be read to make the database anew');
      if (error instanceof RuleStoreError || !error.isTransient) {
        return;
      }
      await sleep(error.retryAfterMillis ?? tryAgainMillis);
    }
  }
}

async function rebuildPortal(desk: Desk, portalId: number): Promise<void> {
  const before = await desk.sessions.open(portalId);
  if (before === null) {
    return;
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
  // What was taken and not decided went with the database, and HubSpot will not send it again.
  const since = await sinceOf(desk, portalId);
  const lost = await findLostArrivals(session.crm, desk.database, desk.jobs, portalId, since, now);
  for (const millis of lookAgainAfterMillis) {
    await desk.jobs.ask('reconcile', { portalId }, { startAt: now + millis, key: `${portalId} ${millis}` });
  }
  await desk.jobs.ask('rules', { portalId });
  await desk.jobs.ask('apply', { portalId });
  desk.log.warn({ code: 'HSV061', portalId, count: restored }, 'the embedded database was made anew of the portal');
  if (lost > 0) {
    desk.log.warn({ code: 'HSV060', portalId, count: lost }, 'leads were found that no event told of');
  }
}

function sleep(millis: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, millis));
}
