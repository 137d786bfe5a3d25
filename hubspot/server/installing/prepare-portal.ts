import { preparePortal as preparePropertiesOf } from '../../handlers/portal/prepare-portal.ts';
import { installStarter } from '../../handlers/rules/install-starter.ts';
import { RuleStoreError } from '../../handlers/rules/rule-store-error.ts';
import type { Desk } from '../desk.ts';
import type { PortalSession } from '../portals/portal-session.ts';

const noPlaceMillis = 600_000;

/**
 * Makes everything in a portal that Signalbox needs: properties, the place of the rules, and rules to begin with, in observe
 * mode. It may be cut off anywhere and run again.
 */
export async function preparePortal(desk: Desk, portalId: number): Promise<void> {
  const session = await openToPrepare(desk, portalId);
  if (session === null) {
    return;
  }
  await prepareProperties(desk, session);
  const now = desk.now();
  const outcome = await installStarter(session.store, { timeZone: 'UTC', publishedBy: 'Signalbox', now });
  await desk.database.query('update portal set is_prepared = true, rule_form = $2 where portal_id = $1', [
    portalId,
    session.store.form,
  ]);
  await desk.database.query(
    `insert into draft (portal_id, changed_at) values ($1, $2)
     on conflict (portal_id) do update set changed_at = excluded.changed_at`,
    [portalId, now],
  );
  await desk.jobs.ask('rules', { portalId });
  await desk.jobs.ask('decide', { portalId });
  desk.log.info({ portalId, kind: outcome.kind, form: session.store.form }, 'the portal is prepared');
}

/** Where there is no place for rules, somebody may grant one without installing the app again: it is tried again. */
async function openToPrepare(desk: Desk, portalId: number): Promise<PortalSession | null> {
  try {
    return await desk.sessions.open(portalId);
  } catch (error) {
    if (error instanceof RuleStoreError && error.failure === 'noPlace') {
      await desk.jobs.ask('prepare', { portalId }, { startAt: desk.now() + noPlaceMillis });
    }
    throw error;
  }
}

/** Makes the properties that the portal lacks, and notes what it cannot be given. The portal is to be opened anew afterwards. */
export async function prepareProperties(desk: Desk, { portalId, crm }: PortalSession): Promise<void> {
  const prepared = await preparePropertiesOf(crm);
  const missing = prepared.refused.flatMap(({ objectType, properties }) =>
    properties.map((property) => `${objectType}.${property}`),
  );
  await desk.database.query('update portal set has_leads = $2, missing_properties = $3 where portal_id = $1', [
    portalId,
    prepared.hasLeads,
    missing.join(' '),
  ]);
  for (const refused of prepared.refused) {
    await desk.alert(portalId, {
      code: 'HSV040',
      about: refused.objectType,
      message: `Some properties could not be made (${refused.category}).`,
      nextStep: refused.meaning,
    });
  }
  // What was opened before does not know what was just found out.
  desk.sessions.forget(portalId);
}
