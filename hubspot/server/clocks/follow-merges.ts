import type { MergedContact } from '../../handlers/subjects/find-merged.ts';
import type { Desk } from '../desk.ts';
import { moveSubject } from '../inbox/change-identity.ts';

/**
 * The portal showed merges that no event has told of yet: everything of those that are no more belongs to those that are, whose
 * clocks are looked at next. The event does the same again and finds nothing left to do.
 */
export async function followMerges(
  desk: Pick<Desk, 'database' | 'jobs'>,
  portalId: number,
  merged: readonly MergedContact[],
  now: number,
): Promise<void> {
  for (const { fromId, toId } of merged) {
    await desk.database.transaction(async (transaction) => {
      await moveSubject(transaction, portalId, fromId, toId, now);
      await transaction.query('update subject set looks = looks + 1 where portal_id = $1 and contact_id = $2', [
        portalId,
        toId,
      ]);
      await desk.jobs.ask('decide', { portalId }, { transaction });
      await desk.jobs.ask('apply', { portalId }, { transaction });
      await desk.jobs.ask('look', { portalId }, { transaction });
    });
  }
}
