import { createHash } from 'node:crypto';
import type { Crm, CrmRecord } from '../../handlers/crm/crm.ts';
import type { Desk } from '../desk.ts';
import { workInPortal } from '../portals/work-in-portal.ts';

/** Whoever edits a row sees within five seconds whether it can be published. */
const watchMillis = 2_000;
/** The search index may lag so far behind: an edit is found after one that was made later. */
const lagMillis = 60_000;
/** No search tells of a row that was archived, so now and then all rows are listed. */
const wholeMillis = 60_000;
const mostFound = 1_000;
const modifiedProperty = 'hs_lastmodifieddate';

type WatchRow = {
  portal_id: number;
  newest_at: number;
  newest_seen_at: number;
  recent: { readonly [rowId: string]: number };
  whole_at: number;
  whole: string | null;
};

/** The portals that are being looked at. One that takes long is left out, and holds up no other. */
export type Watching = Map<number, Promise<void>>;

/**
 * Looks whether ops changed rows of the rules. HubSpot tells an app of the marketplace nothing about custom objects, so this asks
 * for what changed last: one search every two seconds in a portal, by one server, and a list of all rows every minute.
 *
 * @param watching gets each portal that is due until it was looked at; nobody waits for them here
 */
export async function watchRules(desk: Desk, watching: Watching): Promise<void> {
  const now = desk.now();
  const due = await desk.database.query<WatchRow>(
    `update draft set watched_at = $1 from portal
     where portal.portal_id = draft.portal_id and portal.state = 'installed' and portal.is_prepared
       and portal.rule_form = 'records' and draft.watched_at <= $2 and not draft.portal_id = any($3::bigint[])
     returning draft.portal_id, draft.newest_at, draft.newest_seen_at, draft.recent, draft.whole_at, draft.whole`,
    [now, now - watchMillis, [...watching.keys()]],
  );
  for (const row of due) {
    const portalId = row.portal_id;
    const looking = workInPortal(desk, portalId, () => watchPortal(desk, row))
      .catch((error: unknown) => {
        desk.log.debug({ code: 'HSV053', portalId, error }, 'the rules could not be looked at; they are in a moment');
      })
      .finally(() => watching.delete(portalId));
    watching.set(portalId, looking);
  }
}

async function watchPortal(desk: Desk, row: WatchRow): Promise<void> {
  const portalId = row.portal_id;
  const session = await desk.sessions.open(portalId);
  const rowType = session === null ? null : await session.ruleRowType();
  if (session === null || rowType === null) {
    return;
  }
  const isChanged = [
    await lookAtLast(desk, session.crm, rowType, row),
    await lookAtAll(desk, session.crm, rowType, row),
  ];
  if (isChanged.includes(true)) {
    await desk.database.query('update draft set changed_at = $2 where portal_id = $1', [portalId, desk.now()]);
    await desk.jobs.ask('rules', { portalId });
  }
}

/**
 * Whether a search finds a row at an instant that it was not seen at before. While the index may lag behind the newest change it
 * reaches back before that one; later it asks for what is newer.
 */
async function lookAtLast(desk: Desk, crm: Crm, rowType: string, before: WatchRow): Promise<boolean> {
  const now = desk.now();
  const isLagging = now - before.newest_seen_at < lagMillis;
  const found = await crm.searchObjects({
    objectType: rowType,
    groups: [
      [
        {
          property: modifiedProperty,
          operator: 'GT',
          values: [String(before.newest_at - (isLagging ? lagMillis : 0))],
        },
      ],
    ],
    properties: [modifiedProperty],
    most: mostFound,
  });
  const recent = Object.fromEntries(found.map((row) => [row.id, changedAt(row)]));
  if (Object.entries(recent).every(([id, at]) => before.recent[id] === at)) {
    return false;
  }
  const newest = Math.max(before.newest_at, ...Object.values(recent));
  await desk.database.query(
    `update draft set newest_at = $2, recent = $3,
       newest_seen_at = case when newest_at < $2 then $4 else newest_seen_at end where portal_id = $1`,
    [before.portal_id, newest, JSON.stringify(recent), now],
  );
  return true;
}

/** Whether the rows are others than at the last whole look, a minute ago. */
async function lookAtAll(desk: Desk, crm: Crm, rowType: string, before: WatchRow): Promise<boolean> {
  const now = desk.now();
  if (now - before.whole_at < wholeMillis) {
    return false;
  }
  const rows = await crm.listObjects(rowType, [modifiedProperty]);
  const lines = rows.map((row) => `${row.id} ${changedAt(row)}`).sort();
  const whole = createHash('sha256').update(lines.join('\n')).digest('hex');
  await desk.database.query('update draft set whole_at = $2, whole = $3 where portal_id = $1', [
    before.portal_id,
    now,
    whole,
  ]);
  return whole !== before.whole;
}

function changedAt(row: CrmRecord): number {
  return Date.parse(row.properties[modifiedProperty] ?? '') || row.updatedAt;
}
