import { editRow, publish, rowsOf } from '../../../../sandbox/hubspot/edition/edit-rules.ts';
import type { Edition } from '../../../../sandbox/hubspot/edition/start-edition.ts';
import type { HubPortal } from '../../../../sandbox/hubspot/hub/portals/hub-portal.ts';

/** The pool into which every lead goes. */
export const onlyPool = 'enterprise';

/** What each member's share is by. */
export const memberWeights: ReadonlyMap<string, number> = new Map([
  ['ana', 3],
  ['ben', 2],
  ['chiara', 1],
]);

/** Longer than any of these runs: a missed promise gives a lead to somebody else, rightly, but not what they ask about. */
const promisedMinutes = '3000';

/**
 * The starter rules, edited in their list views as ops would: one way for all leads, into one pool of members who can always take
 * one. So every lead costs a turn of the same ledger, and whoever is not given their share was wronged by what happened around it.
 */
export async function publishOnePool({ hubSpot, publicUrl }: Edition, portal: HubPortal): Promise<void> {
  for (const row of rowsOf(portal, 'guard')) {
    editRow(portal, row, { sbx_is_active: row.value('sbx_guard_key') === 'ownerSetByPerson' ? 'yes' : 'no' });
  }
  for (const row of rowsOf(portal, 'rule')) {
    editRow(portal, row, { sbx_is_active: 'no' });
  }
  for (const row of rowsOf(portal, 'cell')) {
    editRow(portal, row, { sbx_destination_key: onlyPool });
  }
  for (const row of rowsOf(portal, 'destination')) {
    editRow(portal, row, { sbx_is_by_territory: 'no', sbx_is_owner_first: 'no' });
  }
  for (const row of rowsOf(portal, 'pool')) {
    editRow(portal, row, { sbx_hours_rule: 'ignore', sbx_overflow_pool_key: '', sbx_required_skills: '' });
  }
  for (const row of rowsOf(portal, 'member')) {
    editRow(portal, row, {
      sbx_weight: String(memberWeights.get(row.value('sbx_member_key') ?? '') ?? 1),
      sbx_daily_cap: '',
      sbx_weekly_cap: '',
      sbx_open_work_cap: '',
      sbx_joined_at: '',
    });
  }
  for (const row of rowsOf(portal, 'sla')) {
    if (row.value('sbx_measure') === 'minutes') {
      editRow(portal, row, { sbx_target_minutes: promisedMinutes });
    }
  }
  await publish(hubSpot, portal, publicUrl);
}
