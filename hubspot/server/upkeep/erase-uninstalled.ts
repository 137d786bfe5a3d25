import type { Database } from '../database/database.ts';

const keptMillis = 30 * 86_400_000;
const mostAtOnce = 1_000;

/**
 * Erases everything personal of the portals that uninstalled the app thirty days ago: nobody tells us any more which persons were
 * deleted there. Decisions stay with their salted fingerprints, so that the chain of seals still holds.
 *
 * @returns of how many portals
 */
export async function eraseUninstalled(
  database: Pick<Database, 'query' | 'transaction'>,
  now: number,
): Promise<number> {
  const portals = await database.query<{ portal_id: number }>(
    `select portal_id from portal where state = 'uninstalled' and uninstalled_at <= $1
       and (erased_at is null or erased_at < uninstalled_at) order by portal_id`,
    [now - keptMillis],
  );
  for (const { portal_id: portalId } of portals) {
    await erasePersonal(database, portalId, now);
    await database.query(
      `update portal set erased_at = $2 where portal_id = $1 and state = 'uninstalled' and uninstalled_at <= $3`,
      [portalId, now, now - keptMillis],
    );
  }
  return portals.length;
}

/** In parts, so that no statement takes long. What is still due will never be written. */
async function erasePersonal(
  database: Pick<Database, 'query' | 'transaction'>,
  portalId: number,
  now: number,
): Promise<void> {
  const values = [portalId, mostAtOnce];
  await inParts(() =>
    database.query(
      `update decision set personal_text = null, salt = null where portal_id = $1 and decision_id in (
         select decision_id from decision where portal_id = $1 and (personal_text is not null or salt is not null) limit $2)
       returning decision_id`,
      values,
    ),
  );
  await inParts(() =>
    database.query(
      `update effect set content = '{}', outcome = null, done_at = coalesce(done_at, $3),
         state = case when state = 'due' then 'dropped' else state end
       where portal_id = $1 and (decision_id, place) in (
         select decision_id, place from effect where portal_id = $1 and (content <> '{}' or outcome is not null) limit $2)
       returning decision_id`,
      [...values, now],
    ),
  );
  await database.query('delete from learning_page where portal_id = $1', [portalId]);
  await database.query('delete from learning where portal_id = $1', [portalId]);
  await database.query('update action_call set outputs = null where portal_id = $1 and outputs is not null', [
    portalId,
  ]);
}

async function inParts(eraseSome: () => Promise<readonly unknown[]>): Promise<void> {
  for (;;) {
    if ((await eraseSome()).length < mostAtOnce) {
      return;
    }
  }
}
