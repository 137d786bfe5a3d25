import { createHash } from 'node:crypto';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { sealText } from '../../../../core/src/decide/index.ts';
import type { Database } from '../../../../hubspot/server/database/database.ts';
import { sealDecisions } from '../../../../hubspot/server/sealing/seal-decisions.ts';
import { closeTables, openTables, type Tables } from '../installing/embedded-tables.ts';

let tables: Tables;

beforeEach(async () => {
  tables = await openTables();
}, 60_000);

afterAll(closeTables);

async function keep(portalId: number, decisionId: string, at: number): Promise<void> {
  await tables.query(
    `insert into decision (portal_id, decision_id, contact_id, arrival, submission_key, is_current, decided_at, mode,
       destination_key, band, sla_key, given_to, basis, headline, is_reviewed, is_quiet, policy_hash, roster_hash,
       calendars_hash, decision_text, decision_hash, personal_hash)
     values ($1, $2, '1', 1, '1', false, $3, 'live', 's', 'warm', 's', 'ana', 'turn', '', false, false, 'p', 'r', 'c', '{}',
       $4, 'person')`,
    [portalId, decisionId, at, `hash of ${decisionId}`],
  );
}

/** The chain as anybody can compute it of what is stored. */
async function brokenAt(portalId: number): Promise<number | null> {
  const rows = await tables.query<{ row_number: number; seal: string; decision_hash: string; personal_hash: string }>(
    'select row_number, seal, decision_hash, personal_hash from decision where portal_id = $1 order by row_number',
    [portalId],
  );
  let seal = '';
  for (const [place, row] of rows.entries()) {
    seal = createHash('sha256')
      .update(sealText(seal, place + 1, row.decision_hash, row.personal_hash))
      .digest('hex');
    if (row.seal !== seal || row.row_number !== place + 1) return place + 1;
  }
  return null;
}

test('Decisions are chained in the order of their instants, and what comes late is chained late', async () => {
  const database = tables as unknown as Database;
  await keep(1, 'b', 2);
  await keep(1, 'a', 1);
  await keep(2, 'other portal', 1);
  expect(await sealDecisions(database, 1)).toBe(2);
  await keep(1, 'late', 0);
  expect(await sealDecisions(database, 1)).toBe(1);
  expect(await sealDecisions(database, 1)).toBe(0);
  expect(await tables.query('select decision_id from decision where portal_id = 1 order by row_number')).toEqual([
    { decision_id: 'a' },
    { decision_id: 'b' },
    { decision_id: 'late' },
  ]);
  expect(await brokenAt(1)).toBeNull();
  await tables.query(`update decision set decision_hash = 'another' where decision_id = 'b'`);
  expect(await brokenAt(1)).toBe(2);
});
