import { openEmbedded } from '../../../../hubspot/server/database/open-embedded.ts';
import { openJobQueue } from '../../../../hubspot/server/jobs/job-queue.ts';

/** Asks a real queue for jobs now and later, and prints what waits in it: key and seconds until it starts. */
const embedded = await openEmbedded(null, 'signalbox');
const jobs = await openJobQueue({ embedded }, 'signalbox_jobs', (error) => process.stderr.write(String(error)));
const now = Math.floor(Date.now() / 500) * 500;
await jobs.ask('apply', { portalId: 7 }, { startAt: now + 600_000 });
await jobs.ask('apply', { portalId: 7 }, { startAt: now + 600_000 - 100 });
await jobs.ask('apply', { portalId: 7 }, { startAt: now + 60_000 });
await jobs.ask('apply', { portalId: 7 });
await jobs.ask('apply', { portalId: 7 });
await jobs.ask('apply', { portalId: 7 }, { startAt: now + 90_123, key: 'of its own' });
const rows = await embedded.query<{ singleton_key: string; start_after: Date }>(
  `select singleton_key, start_after from signalbox_jobs.job where name = 'apply' order by start_after`,
);
const waiting = rows.map((row) => [
  row.singleton_key.replace(/\d{6,}/, 'slot'),
  Math.max(0, Math.round(row.start_after.getTime() - now)),
]);
// What starts now starts a little after `now` was asked for.
process.stdout.write(JSON.stringify(waiting.map(([key, millis]) => [key, key === '7' ? 0 : millis])));
await jobs.stop(20_000);
await embedded.close();
