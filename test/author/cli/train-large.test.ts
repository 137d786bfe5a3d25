import { writeFileSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { openHistory } from '../../../core/src/author/history/open-history.ts';
import { quoteText } from '../../../core/src/author/history/quote.ts';
import type { Policy } from '../../../core/src/decide/model/policy.ts';
import { makeTestFolder, runCommand } from '../run/start-command.ts';

jest.setTimeout(90_000);

const { folder, file, remove } = makeTestFolder();

beforeAll(async () => {
  const history = await openHistory();
  const lead = 'row * 0.2 AS day, hash(row) % 1000 AS drawn';
  await history.connection.run(
    `COPY (
       SELECT 'L-' || row AS "leadKey", TIMESTAMP '2025-01-01' + to_seconds((day * 86400)::BIGINT) AS "arrivedAt",
         CASE WHEN drawn < CASE WHEN row % 2 = 0 THEN 60 ELSE 250 END THEN 'won' ELSE 'lost' END AS outcome,
         TIMESTAMP '2025-01-01' + to_seconds(((day + 3) * 86400)::BIGINT) AS "closedAt",
         CASE WHEN row % 2 = 0 THEN 'logistics' ELSE 'retail' END AS industry, 'webform' AS channel, row % 7 AS "messageWords"
       FROM (SELECT row, ${lead} FROM range(2000) AS rows(row))
     ) TO ${quoteText(file('leads.parquet'))} (FORMAT parquet)`,
  );
  await history.connection.run(
    `COPY (
       SELECT 'L-' || row AS "Lead ID", 'demoRequested' AS "Signal",
         TIMESTAMP '2025-01-01' + to_seconds((day * 86400)::BIGINT) - INTERVAL 1 HOUR AS "At", 1 AS "Count"
       FROM (SELECT row, ${lead} FROM range(2000) AS rows(row)) WHERE drawn < 150 OR row % 5 = 0
     ) TO ${quoteText(file('activities.parquet'))} (FORMAT parquet)`,
  );
  await history.close();
});

afterAll(remove);

test('a history in Parquet is trained through the same command, its activities counted by the database', async () => {
  const ended = await runCommand(
    folder,
    ...['train', '--leads', 'leads.parquet', '--activities', 'activities.parquet', '--out', 'learned', '--quiet'],
  );
  expect(ended).toMatchObject({ code: 0, error: '' });
  const policy = JSON.parse(readFileSync(file('learned/policy.json'), 'utf8')) as Policy;
  expect(policy.scorecards.slice(0, 2).map(({ basis }) => basis)).toEqual(['trained', 'trained']);
  const demo = policy.signals.find(({ signalKey }) => signalKey === 'demoRequested')!;
  expect(demo.points).toBeGreaterThan(10);
});

test('Parquet without the columns of a history is refused with their names', async () => {
  writeFileSync(file('none.parquet'), 'PAR1');
  const ended = await runCommand(folder, 'train', '--leads', 'none.parquet', '--out', 'refused', '--quiet');
  expect(ended.code).toBe(2);
  expect(ended.error).toContain('HIS003');
});
