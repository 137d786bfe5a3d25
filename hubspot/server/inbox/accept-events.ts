import type { Consequence, PortalEvent } from '../../handlers/events/portal-event.ts';
import type { Database, Queryable } from '../database/database.ts';
import type { JobName, JobQueue } from '../jobs/job-queue.ts';
import { markSubjects, type Mark } from '../waiting/mark-subjects.ts';
import { forgetSubject, moveSubject } from './change-identity.ts';

/** What the inbox asks of the rest: what an event means, and what names it for ever. */
export type EventReading = {
  readonly keyOf: (event: PortalEvent) => string;
  readonly consequencesOf: (event: PortalEvent) => readonly Consequence[];
};

/**
 * Takes events in: each once, with everything that follows from it, in one transaction. When it returns they are as durable as
 * the database, and jobs have been asked for.
 *
 * @returns how many events were new, and how often each consequence followed
 */
export async function acceptEvents(
  database: Database,
  jobs: JobQueue,
  reading: EventReading,
  events: readonly PortalEvent[],
  now: number,
): Promise<{ readonly fresh: number; readonly counts: ReadonlyMap<string, number> }> {
  const byKey = new Map(events.map((event) => [reading.keyOf(event), event]));
  return database.transaction(async (transaction) => {
    const fresh = await keepFresh(transaction, byKey, now);
    const counts = new Map<string, number>();
    for (const portalId of new Set(fresh.map((event) => event.portalId))) {
      const consequences = fresh
        .filter((event) => event.portalId === portalId)
        .flatMap((event) => reading.consequencesOf(event));
      for (const { kind } of consequences) {
        counts.set(kind, (counts.get(kind) ?? 0) + 1);
      }
      for (const [name, startAt] of await follow(transaction, portalId, consequences, now)) {
        await jobs.ask(
          name,
          { portalId },
          { transaction, ...(startAt === now ? {} : { startAt, key: `${portalId} later` }) },
        );
      }
    }
    return { fresh: fresh.length, counts };
  });
}

async function keepFresh(
  transaction: Queryable,
  byKey: ReadonlyMap<string, PortalEvent>,
  now: number,
): Promise<PortalEvent[]> {
  // In the order of their keys: two servers that are sent the same events at once wait for each other, never in a ring.
  const keys = [...byKey.keys()].sort();
  const rows = await transaction.query<{ event_key: string }>(
    `insert into webhook_event (event_key, portal_id, received_at, event, done_at)
     select key, (event ->> 'portalId')::bigint, $3, event, $3
     from unnest($1::text[], $2::jsonb[]) as arrived (key, event)
     on conflict (event_key) do nothing returning event_key`,
    [keys, keys.map((key) => JSON.stringify(byKey.get(key))), now],
  );
  const fresh = new Set(rows.map((row) => row.event_key));
  return keys.filter((key) => fresh.has(key)).map((key) => byKey.get(key)!);
}

/**
 * Most of what changes on companies and activities HubSpot works out of our own writes, a few for each lead: looked at together
 * they cost one look, and never the calls that the next lead needs.
 */
const gatherMillis = 1_500;

/** Does what can be done in the database alone, and says which jobs the rest needs and from when on. */
async function follow(
  transaction: Queryable,
  portalId: number,
  consequences: readonly Consequence[],
  now: number,
): Promise<Map<JobName, number>> {
  const needed = new Map<JobName, number>();
  const marks: Mark[] = [];
  const changedCompanies = new Map<string, number>();
  const toLookAt = new Set<string>();
  let lookAt = Number.POSITIVE_INFINITY;
  for (const consequence of inOrderOfLocks(consequences)) {
    switch (consequence.kind) {
      case 'route':
        marks.push(consequence);
        break;
      case 'restored':
        await transaction.query(
          `update subject set restored_at = greatest(coalesce(restored_at, 0), $3) where portal_id = $1 and contact_id = $2`,
          [portalId, consequence.contactId, consequence.at],
        );
        marks.push({ contactId: consequence.contactId, reason: 'created', at: consequence.at });
        break;
      case 'ownerChanged':
        toLookAt.add(consequence.contactId);
        lookAt = now;
        break;
      case 'touched':
        toLookAt.add(consequence.contactId);
        lookAt = Math.min(lookAt, now + gatherMillis);
        break;
      case 'merged':
        for (const fromId of consequence.fromIds) {
          await moveSubject(transaction, portalId, fromId, consequence.toId, now);
        }
        needed.set('decide', now).set('apply', now);
        break;
      case 'deleted':
      case 'erased':
        await forgetSubject(
          transaction,
          portalId,
          consequence.contactId,
          consequence.kind === 'erased',
          consequence.at,
          now,
        );
        break;
      case 'companyChanged':
        changedCompanies.set(
          consequence.companyId,
          Math.max(consequence.at, changedCompanies.get(consequence.companyId) ?? 0),
        );
        lookAt = Math.min(lookAt, now + gatherMillis);
        break;
      case 'rulesChanged':
        await transaction.query(
          `insert into draft (portal_id, changed_at) values ($1, $2)
           on conflict (portal_id) do update set changed_at = greatest(draft.changed_at, excluded.changed_at)`,
          [portalId, now],
        );
        needed.set('rules', now);
        break;
      case 'ignored':
        break;
    }
  }
  if (changedCompanies.size > 0) {
    const ids = [...changedCompanies.keys()].sort();
    await transaction.query(
      `insert into changed_company (portal_id, company_id, changed_at)
       select $1, * from unnest($2::text[], $3::bigint[])
       on conflict (portal_id, company_id) do update
         set changed_at = greatest(changed_company.changed_at, excluded.changed_at)`,
      [portalId, ids, ids.map((id) => changedCompanies.get(id))],
    );
  }
  if ((await markSubjects(transaction, portalId, marks)) > 0) {
    needed.set('decide', now);
  }
  if (toLookAt.size > 0) {
    await transaction.query(
      `update subject set looks = looks + 1
       where portal_id = $1 and contact_id in (
         select contact_id from subject where portal_id = $1 and contact_id = any($2::text[]) order by contact_id for update)`,
      [portalId, [...toLookAt].sort()],
    );
  }
  if (lookAt < Number.POSITIVE_INFINITY) {
    needed.set('look', lookAt);
  }
  return needed;
}

/** Contacts are touched in the order of their ids, as everywhere, and what happened to one in the order in which it happened. */
function inOrderOfLocks(consequences: readonly Consequence[]): Consequence[] {
  const nameOf = (one: Consequence): string => ('contactId' in one ? one.contactId : 'toId' in one ? one.toId : '');
  const instantOf = (one: Consequence): number => ('at' in one ? one.at : 0);
  return [...consequences].sort(
    (one, other) =>
      compare(nameOf(one), nameOf(other)) || instantOf(one) - instantOf(other) || compare(one.kind, other.kind),
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
