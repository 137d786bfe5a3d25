import type { Queryable } from '../database/database.ts';
import type { WaitingSubject } from '../../handlers/subjects/subject.ts';

/** A waiting contact that this worker may decide until its lease ends. */
export type ClaimedSubject = WaitingSubject & {
  readonly version: number;
  readonly attempts: number;
  readonly earlierDecisionId: string | null;
};

export type ClaimedRow = {
  contact_id: string;
  arrival: number;
  arrived_at: number;
  version: number;
  attempts: number;
  handed_back: string;
  earlier_decision_id: string | null;
};

/** It is renewed while its holder is at work; after a crash somebody else may take over when it has passed. */
export const leaseMillis = 30_000;

/**
 * Takes waiting contacts of a portal, the urgent ones first and then in the order in which they came in, so that no other worker
 * takes them too. Where somebody else is at work in the portal a handful is left to them: they come by again, and fewer and
 * larger batches need fewer calls.
 */
export async function claimSubjects(
  database: Queryable,
  portalId: number,
  worker: string,
  most: number,
  now: number,
): Promise<ClaimedSubject[]> {
  const rows = await database.query<ClaimedRow>(
    `with chosen as (
       select contact_id from subject
       where portal_id = $1 and is_waiting and not_before <= $3 and lease_until <= $3
       order by urgency desc, arrived_at, contact_id
       limit $4 for update skip locked
     )
     update subject set lease_until = $5, lease_by = $2, attempts = subject.attempts + 1
     from chosen where subject.portal_id = $1 and subject.contact_id = chosen.contact_id
     returning subject.contact_id, arrival, arrived_at, version, attempts, handed_back, earlier_decision_id`,
    [portalId, worker, now, most, now + leaseMillis],
  );
  return rows
    .map(claimedOf)
    .sort((one, other) => one.waitingSince - other.waitingSince || (one.contactId < other.contactId ? -1 : 1));
}

/** A contact's row as its claimant sees it. */
export function claimedOf(row: ClaimedRow): ClaimedSubject {
  return {
    contactId: row.contact_id,
    arrival: row.arrival,
    waitingSince: row.arrived_at,
    handedBackKeys: row.handed_back === '' ? [] : row.handed_back.split(';'),
    version: row.version,
    attempts: row.attempts,
    earlierDecisionId: row.earlier_decision_id,
  };
}

/** Keeps claimed contacts that are not decided yet for another while. */
export async function renewClaims(
  database: Queryable,
  portalId: number,
  worker: string,
  contactIds: readonly string[],
  now: number,
): Promise<void> {
  await database.query(
    `update subject set lease_until = $4
     where portal_id = $1 and lease_by = $2 and is_waiting and contact_id = any($3::text[])`,
    [portalId, worker, contactIds, now + leaseMillis],
  );
}

/** Whether somebody else holds contacts of the portal, who will look for more when they are done. */
export async function isServedByAnother(
  database: Queryable,
  portalId: number,
  worker: string,
  now: number,
): Promise<boolean> {
  const [row] = await database.query<{ is_served: boolean }>(
    `select exists (select from subject where portal_id = $1 and is_waiting and lease_until > $3 and lease_by <> $2) as is_served`,
    [portalId, worker, now],
  );
  return row!.is_served;
}

/** Gives claimed contacts back, to be taken at an instant. A failure that is not theirs costs them no try. */
export async function releaseSubjects(
  database: Queryable,
  portalId: number,
  worker: string,
  contactIds: readonly string[],
  options: { readonly notBefore: number; readonly isTryCounted: boolean; readonly problem: string | null },
): Promise<void> {
  await database.query(
    `update subject set lease_until = 0, lease_by = null, not_before = $4, problem = $6,
       attempts = case when $5 then attempts else greatest(attempts - 1, 0) end
     where portal_id = $1 and lease_by = $2 and contact_id = any($3::text[])`,
    [portalId, worker, contactIds, options.notBefore, options.isTryCounted, options.problem],
  );
}
