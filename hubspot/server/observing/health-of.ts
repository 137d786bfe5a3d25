import type { Database } from '../database/database.ts';
import type { Health } from '../http/http-ports.ts';
import type { JobQueue } from '../jobs/job-queue.ts';
import type { Metrics } from './create-metrics.ts';

/** Longer than any ordinary wait: HubSpot is away, or nobody applies. */
const oldEffectMillis = 900_000;

/** Whether the server can do its work. It is ready without HubSpot, whose absence is no reason to send events elsewhere. */
export async function healthOf(database: Database, jobs: JobQueue, metrics: Metrics, now: number): Promise<Health> {
  const isDatabaseGood = await isGood(() => database.query('select 1'));
  const isQueueGood = await isGood(async () => {
    for (const [name, count] of await jobs.countQueued()) {
      metrics.setQueueDepth(name, count);
    }
  });
  const age = await oldestEffectAge(database, now);
  metrics.setOutboxAge((age ?? 0) / 1_000);
  const isFlowing = age !== null && age < oldEffectMillis;
  return {
    isReady: isDatabaseGood && isQueueGood,
    parts: [
      { name: 'database', isGood: isDatabaseGood, found: isDatabaseGood ? database.form : 'it does not answer' },
      { name: 'queue', isGood: isQueueGood, found: isQueueGood ? 'answers' : 'it does not answer' },
      {
        name: 'writing to HubSpot',
        isGood: isFlowing,
        found: age === null ? 'unknown' : `the oldest decision that is not written is ${Math.round(age / 1_000)} s old`,
      },
    ],
  };
}

async function isGood(check: () => Promise<unknown>): Promise<boolean> {
  try {
    await check();
    return true;
  } catch {
    return false;
  }
}

async function oldestEffectAge(database: Database, now: number): Promise<number | null> {
  try {
    const [row] = await database.query<{ oldest: number | null }>(
      // What an uninstalled portal left behind waits for nobody.
      `select min(made_at) as oldest from effect join portal using (portal_id)
       where effect.state = 'due' and portal.state = 'installed'`,
    );
    return row?.oldest === null || row === undefined ? 0 : now - row.oldest;
  } catch {
    return null;
  }
}
