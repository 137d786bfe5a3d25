import { preparePortal as prepareProperties } from '../../handlers/portal/prepare-portal.ts';
import { installStarter } from '../../handlers/rules/install-starter.ts';
import type { Desk } from '../desk.ts';

/**
 * Makes everything in a portal that Signalbox needs: properties, the place of the rules, and rules to begin with, in observe
 * mode. It may be cut off anywhere and run again.
 */
export async function preparePortal(desk: Desk, portalId: number): Promise<void> {
  const before = await desk.sessions.open(portalId);
  if (before === null) {
    return;
  }
  const prepared = await prepareProperties(before.crm);
  await desk.database.query('update portal set has_leads = $2 where portal_id = $1', [portalId, prepared.hasLeads]);
  for (const refused of prepared.refused) {
    await desk.alert(portalId, {
      code: 'HSV040',
      about: refused.objectType,
      message: `Some properties could not be made (${refused.category}).`,
      nextStep: refused.meaning,
    });
  }
  const now = desk.now();
  const outcome = await installStarter(before.store, { timeZone: 'UTC', publishedBy: 'Signalbox', now });
  await desk.database.query('update portal set is_prepared = true, rule_form = $2 where portal_id = $1', [
    portalId,
    before.store.form,
  ]);
  await desk.database.query(
    `insert into draft (portal_id, changed_at) values ($1, $2)
     on conflict (portal_id) do update set changed_at = excluded.changed_at`,
    [portalId, now],
  );
  // Whether it has leads was not known when the portal was opened.
  desk.sessions.forget(portalId);
  await desk.jobs.ask('rules', { portalId });
  await desk.jobs.ask('decide', { portalId });
  desk.log.info({ portalId, kind: outcome.kind, form: before.store.form }, 'the portal is prepared');
}
