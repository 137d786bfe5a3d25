import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, jest, test } from '@jest/globals';
import pg from 'pg';
import { installEdition } from '../../../sandbox/hubspot/edition/install-edition.ts';
import type { ServerProcess } from '../../../sandbox/hubspot/edition/server-process.ts';
import { startEdition } from '../../../sandbox/hubspot/edition/start-edition.ts';
import { findPostgres, startPostgres } from '../postgres/real-postgres.ts';

/** The server as a program of its own that is told to end while something does not let it. */
jest.setTimeout(120_000);

const stopSeconds = 2;
/** For the machine, and for what looks twice a second whether all is over. */
const moreSeconds = 4;
/** From then on the process ends itself. */
const cutOffSeconds = stopSeconds + 5;
const programs = findPostgres();

async function timeOf(server: ServerProcess): Promise<{ code: number | null; seconds: number }> {
  const begunAt = performance.now();
  const code = await server.stop();
  return { code, seconds: (performance.now() - begunAt) / 1_000 };
}

const sleep = (millis: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, millis));

test('a server whose HubSpot answers nothing any more stops in its time and leaves its database whole', async () => {
  const edition = await startEdition({ environment: { STOP_SECONDS: String(stopSeconds) } });
  try {
    await installEdition(edition);
    const { hubSpot, servers, dataFolder } = edition;
    hubSpot.faults.set({ share: { hangBefore: 1 } });
    const hanging = (): number => hubSpot.faults.happened.get('hangBefore') ?? 0;
    while (hanging() === 0) await sleep(50);
    const { code, seconds } = await timeOf(servers[0]!);
    expect(code).toBe(0);
    expect(seconds).toBeLessThan(stopSeconds + moreSeconds);
    expect(servers[0]!.lines.filter((line) => line.includes('HSV055'))).toEqual([]);
    expect(existsSync(path.join(dataFolder, 'lock'))).toBe(false);
  } finally {
    await edition.close();
  }
});

test('a server beside which another does not start is ended with it', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'signalbox-one-folder-'));
  try {
    // The embedded database serves one process only.
    const starting = startEdition({ servers: 2, environment: { DATA_DIR: folder } });
    await expect(starting).rejects.toThrow(/^The server did not start\.\n[^]*HSD003/);
    expect(existsSync(path.join(folder, 'portals.json')) || existsSync(path.join(folder, 'database'))).toBe(true);
    expect(existsSync(path.join(folder, 'lock'))).toBe(false);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

(programs === null ? test.skip : test)(
  'a server that its database does not let stop is cut off, and says so',
  async () => {
    const postgres = await startPostgres(programs!);
    const databaseUrl = await postgres.createDatabase('stopping');
    const edition = await startEdition({ databaseUrl, environment: { STOP_SECONDS: String(stopSeconds) } });
    const client = new pg.Client({ connectionString: databaseUrl });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query('begin');
      await client.query('lock table signalbox.draft in access exclusive mode');
      const waiting = `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
      while ((await client.query(waiting)).rows.length === 0) await sleep(50);
      const { code, seconds } = await timeOf(edition.servers[0]!);
      expect(code).toBe(1);
      expect(seconds).toBeGreaterThan(cutOffSeconds - 0.5);
      expect(seconds).toBeLessThan(cutOffSeconds + moreSeconds);
      expect(edition.servers[0]!.lines.filter((line) => line.includes('HSV055'))).toHaveLength(1);
    } finally {
      await client.end();
      await edition.close();
      await postgres.close();
    }
  },
);
