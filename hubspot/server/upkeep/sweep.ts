import type { Desk } from '../desk.ts';

const keptEventsMillis = 7 * 86_400_000;
const keptCallsMillis = 86_400_000;
const sealAfterMillis = 60_000;
const lateMillis = 5_000;

/**
 * The net below everything: looks in the tables for what waits, whatever became of the jobs for it, and asks for them again.
 * Runs every minute on one server.
 */
export async function sweep(desk: Desk): Promise<void> {
  const now = desk.now();
  await askFor(
    desk,
    'decide',
    'select distinct portal_id from subject where is_waiting and not_before <= $1 and lease_until <= $1',
    now,
  );
  await askFor(
    desk,
    'apply',
    `select distinct portal_id from effect where state = 'due' and not_before <= $1 and lease_until <= $1`,
    now,
  );
  await askFor(
    desk,
    'look',
    `select portal_id from subject where looks > looked and $1::bigint > 0
     union select portal_id from changed_company`,
    now,
  );
  await askFor(
    desk,
    'rules',
    'select portal_id from draft where changed_at > coalesce(read_at, 0) and $1::bigint > 0',
    now,
  );
  await askFor(
    desk,
    'seal',
    'select distinct portal_id from decision where row_number is null and decided_at < $1',
    now - sealAfterMillis,
  );
  await askFor(desk, 'clock', 'select distinct portal_id from clock where next_rung_at <= $1', now - lateMillis);
  await desk.database.query('delete from webhook_event where done_at < $1', [now - keptEventsMillis]);
  await desk.database.query('delete from action_call where called_at < $1', [now - keptCallsMillis]);
}

async function askFor(
  desk: Desk,
  job: 'decide' | 'apply' | 'look' | 'rules' | 'seal' | 'clock',
  sql: string,
  instant: number,
): Promise<void> {
  for (const { portal_id: portalId } of await desk.database.query<{ portal_id: number }>(sql, [instant])) {
    await desk.jobs.ask(job, { portalId });
  }
}
