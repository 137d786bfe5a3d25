import type { Desk } from '../desk.ts';

/** Whoever edits a row sees within five seconds whether it can be published. */
const watchMillis = 2_000;
const modifiedProperty = 'hs_lastmodifieddate';

/**
 * Looks whether ops changed rows of the rules. HubSpot tells an app of the marketplace nothing about custom objects, so this asks
 * for the newest change: one search every two seconds in a portal, by one server.
 */
export async function watchRules(desk: Desk): Promise<void> {
  const now = desk.now();
  const due = await desk.database.query<{ portal_id: number; newest_at: number }>(
    `update draft set watched_at = $1 from portal
     where portal.portal_id = draft.portal_id and portal.state = 'installed' and portal.is_prepared
       and portal.rule_form = 'records' and draft.watched_at <= $2
     returning draft.portal_id, draft.newest_at`,
    [now, now - watchMillis],
  );
  await Promise.all(due.map((row) => watchPortal(desk, row.portal_id, row.newest_at)));
}

async function watchPortal(desk: Desk, portalId: number, newestAt: number): Promise<void> {
  const session = await desk.sessions.open(portalId);
  const rowType = session === null ? null : await session.ruleRowType();
  if (session === null || rowType === null) {
    return;
  }
  const changed = await session.crm.searchObjects({
    objectType: rowType,
    groups: [[{ property: modifiedProperty, operator: 'GT', values: [String(newestAt)] }]],
    properties: [modifiedProperty],
    most: 1_000,
  });
  if (changed.length === 0) {
    return;
  }
  const newest = Math.max(...changed.map((row) => Date.parse(row.properties[modifiedProperty] ?? '') || row.updatedAt));
  const rows = await desk.database.query(
    `update draft set newest_at = $2, changed_at = $3 where portal_id = $1 and newest_at < $2 returning portal_id`,
    [portalId, newest, desk.now()],
  );
  if (rows.length > 0) {
    await desk.jobs.ask('rules', { portalId });
  }
}
