import type { Queryable } from '../database/database.ts';

/** Something that somebody has to look at. It names no person and no value. */
export type Alert = {
  readonly code: string;
  /** What it is about; with the code it is the same alert again. */
  readonly about: string;
  readonly message: string;
  readonly nextStep: string;
};

/**
 * Raises an alert of a portal. One that is raised already is counted up, so that a thousand leads that meet the same obstacle
 * are one thing to look at.
 *
 * @returns whether it is new, or comes back after it was cleared: then somebody is to be told
 */
export async function raiseAlert(database: Queryable, portalId: number, alert: Alert, now: number): Promise<boolean> {
  const [row] = await database.query<{ is_new: boolean }>(
    `insert into alert (portal_id, alert_key, code, about, message, next_step, first_at, last_at)
     values ($1, $2, $3, $4, $5, $6, $7, $7)
     on conflict (portal_id, alert_key) do update set
       occurrences = case when alert.cleared_at is null then alert.occurrences + 1 else 1 end,
       first_at = case when alert.cleared_at is null then alert.first_at else excluded.first_at end,
       told_at = case when alert.cleared_at is null then alert.told_at else null end,
       last_at = excluded.last_at,
       message = excluded.message,
       cleared_at = null
     returning occurrences = 1 as is_new`,
    [portalId, `${alert.code} ${alert.about}`, alert.code, alert.about, alert.message, alert.nextStep, now],
  );
  return row!.is_new;
}

/** What was wrong is no longer so. */
export async function clearAlert(
  database: Queryable,
  portalId: number,
  code: string,
  about: string | null,
  now: number,
): Promise<void> {
  await database.query(
    `update alert set cleared_at = $4
     where portal_id = $1 and code = $2 and ($3::text is null or about = $3) and cleared_at is null`,
    [portalId, code, about, now],
  );
}
