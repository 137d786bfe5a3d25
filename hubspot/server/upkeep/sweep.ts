import type { Desk } from '../desk.ts';

const keptEventsMillis = 7 * 86_400_000;
const keptEffectsMillis = 90 * 86_400_000;
const keptCallsMillis = 86_400_000;
const sealAfterMillis = 60_000;
const lateMillis = 5_000;

/**
 * The net below everything: looks in the tables for what waits, whatever became of the jobs for it, and asks for them again.
 * Runs every minute on one server.
 */
export async function sweep(desk: Desk): Promise<void> {
  const now = desk.now();
  await askFor(desk, 'decide', 'from subject where is_waiting and not_before <= $1 and lease_until <= $1', now);
  // Workflows that wait for a decision are let go by whoever decides next.
  await askFor(desk, 'decide', 'from action_call where is_blocked and completed_at is null and called_at < $1', now);
  await askFor(desk, 'apply', `from effect where state = 'due' and not_before <= $1 and lease_until <= $1`, now);
  await askFor(desk, 'look', 'from subject where looks > looked and $1::bigint > 0', now);
  await askFor(desk, 'look', 'from changed_company where $1::bigint > 0', now);
  await askFor(desk, 'rules', 'from draft where changed_at > coalesce(read_at, 0) and $1::bigint > 0', now);
  await askFor(desk, 'seal', 'from decision where row_number is null and decided_at < $1', now - sealAfterMillis);
  await askFor(desk, 'clock', 'from clock where next_rung_at <= $1', now - lateMillis);
  await askFor(desk, 'learn', `from learning where state in ('reading', 'training') and lease_until <= $1`, now);
  await desk.database.query('delete from webhook_event where done_at < $1', [now - keptEventsMillis]);
  await desk.database.query(`delete from effect where state <> 'due' and done_at < $1`, [now - keptEffectsMillis]);
  await desk.database.query('delete from action_call where called_at < $1', [now - keptCallsMillis]);
}

/** Only where the app is installed: what an uninstalled portal left behind stays as it is. */
async function askFor(
  desk: Desk,
  job: 'decide' | 'apply' | 'look' | 'rules' | 'seal' | 'clock' | 'learn',
  what: `from ${string} where ${string}`,
  instant: number,
): Promise<void> {
  const portals = await desk.database.query<{ portal_id: number }>(
    `select portal_id from portal where state = 'installed' and portal_id in (select portal_id ${what}) order by portal_id`,
    [instant],
  );
  for (const { portal_id: portalId } of portals) {
    await desk.jobs.ask(job, { portalId });
  }
}
