import type { Queryable } from '../database/database.ts';

/**
 * Whoever applies effects has the contact first, so that it must be there, also where it never came in. Then it is kept as one that
 * is away: a change marks nothing, and its arrival, which may be told of later, is one.
 */
export async function lockSubject(transaction: Queryable, portalId: number, contactId: string): Promise<void> {
  await transaction.query(
    `insert into subject (portal_id, contact_id, arrival, arrived_at, is_waiting, deleted_at) values ($1, $2, 0, 0, false, 0)
     on conflict (portal_id, contact_id) do nothing`,
    [portalId, contactId],
  );
  await transaction.query('select contact_id from subject where portal_id = $1 and contact_id = $2 for update', [
    portalId,
    contactId,
  ]);
}
