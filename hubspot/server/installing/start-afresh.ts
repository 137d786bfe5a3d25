import type { Queryable } from '../database/database.ts';

/** Whoever installs the app again within a day did not mean to be rid of it: everything goes on where it was. */
export const shortAbsenceMillis = 86_400_000;

/** Whether an installation begins anew, as nobody expects anything any more of what was left when the app was taken away. */
export function isLongAbsence(
  before: { readonly state: string; readonly uninstalledAt: number | null } | undefined,
  installedAt: number,
): boolean {
  return before?.state === 'uninstalled' && installedAt - (before.uninstalledAt ?? 0) > shortAbsenceMillis;
}

/**
 * Ends everything that still ran when the app was uninstalled: marks, looks, what was to be written, and clocks. Decisions,
 * ledgers and seals stay. In the transaction that installs the portal, so that nobody can find it installed and the old rungs due.
 */
export async function startAfresh(transaction: Queryable, portalId: number, now: number): Promise<void> {
  // Contacts first and by id, as everybody locks them.
  await transaction.query(
    `select contact_id from subject where portal_id = $1 and (is_waiting or looks > looked) order by contact_id for update`,
    [portalId],
  );
  await transaction.query(
    `update subject set is_waiting = false, looked = looks, version = version + 1, attempts = 0, not_before = 0,
       lease_until = 0, lease_by = null, problem = null
     where portal_id = $1 and (is_waiting or looks > looked)`,
    [portalId],
  );
  await transaction.query('delete from changed_company where portal_id = $1', [portalId]);
  await transaction.query(
    `update effect set state = 'dropped', done_at = $2, lease_until = 0, lease_by = null
     where portal_id = $1 and state = 'due'`,
    [portalId, now],
  );
  await transaction.query(
    `update clock set state = case when state in ('running', 'reminded') then 'closed' else state end,
       ended_at = coalesce(ended_at, $2), next_rung_at = null
     where portal_id = $1 and (ended_at is null or next_rung_at is not null)`,
    [portalId, now],
  );
}
