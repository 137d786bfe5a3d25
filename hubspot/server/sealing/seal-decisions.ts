import { createHash } from 'node:crypto';
import { sealText } from '../../../core/src/decide/index.ts';
import type { Database } from '../database/database.ts';

const mostAtOnce = 1_000;
/** "sbx2": only one sealer of a portal at a time. */
const sealLock = 0x73627832;

type UnsealedRow = { decision_id: string; decision_hash: string; personal_hash: string };

/**
 * Chains the decisions of a portal, each to the one before, long after they were made: no lead ever waits for a chain. The order
 * is that of their instants, then of their ids; what comes late is chained late.
 *
 * @returns how many were sealed
 */
export async function sealDecisions(database: Database, portalId: number): Promise<number> {
  let sealed = 0;
  for (;;) {
    const count = await database.transaction(async (transaction) => {
      await transaction.query('select pg_advisory_xact_lock($1, ($2::bigint % 2147483647)::int)', [sealLock, portalId]);
      const [last] = await transaction.query<{ row_number: number; seal: string }>(
        `select row_number, seal from decision where portal_id = $1 and row_number is not null
         order by row_number desc limit 1`,
        [portalId],
      );
      const rows = await transaction.query<UnsealedRow>(
        `select decision_id, decision_hash, personal_hash from decision where portal_id = $1 and row_number is null
         order by decided_at, decision_id limit $2`,
        [portalId, mostAtOnce],
      );
      let rowNumber = last?.row_number ?? 0;
      let seal = last?.seal ?? '';
      const seals = rows.map((row) => {
        rowNumber += 1;
        const text = sealText(seal, rowNumber, row.decision_hash, row.personal_hash);
        seal = createHash('sha256').update(text).digest('hex');
        return { decisionId: row.decision_id, rowNumber, seal };
      });
      await transaction.query(
        `update decision set row_number = sealed.row_number, seal = sealed.seal
         from unnest($2::text[], $3::bigint[], $4::text[]) as sealed (decision_id, row_number, seal)
         where decision.portal_id = $1 and decision.decision_id = sealed.decision_id`,
        [
          portalId,
          seals.map((each) => each.decisionId),
          seals.map((each) => each.rowNumber),
          seals.map((each) => each.seal),
        ],
      );
      return rows.length;
    });
    sealed += count;
    if (count < mostAtOnce) {
      return sealed;
    }
  }
}
