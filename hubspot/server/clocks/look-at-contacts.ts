import { isByPerson } from '../../handlers/effects/changed-by.ts';
import { findOverwrittenChoice, type OverwrittenChoice } from '../../handlers/effects/find-overwritten-choice.ts';
import type { CrmRecord } from '../../handlers/crm/crm.ts';
import { giveBackTurn } from '../deciding/give-back-turn.ts';
import type { Desk } from '../desk.ts';
import type { PortalSession } from '../portals/portal-session.ts';
import { lookAtClocksOf } from './look-at-clocks.ts';
import { markContactsOfCompanies } from './mark-contacts-of-companies.ts';

const mostAtOnce = 100;
const ownerProperty = 'hubspot_owner_id';

/** Looks at contacts with which somebody did something: was it a first touch, and did a person choose an owner? */
export async function lookAtContacts(desk: Desk, portalId: number): Promise<void> {
  const session = await desk.sessions.open(portalId);
  if (session === null) {
    return;
  }
  await markContactsOfCompanies(desk, session);
  while (!desk.isStopping()) {
    const rows = await desk.database.query<{ contact_id: string; looks: number }>(
      `select contact_id, looks from subject where portal_id = $1 and looks > looked and deleted_at is null
       order by contact_id limit $2`,
      [portalId, mostAtOnce],
    );
    if (rows.length === 0) {
      return;
    }
    const contactIds = rows.map((row) => row.contact_id);
    await restoreChoices(desk, session, contactIds);
    const signs = await lookAtClocksOf(desk, session, contactIds);
    for (const contactId of contactIds) {
      const sign = signs.get(contactId);
      if (sign !== undefined) {
        await noteOverride(desk, portalId, session.appId, sign.contact);
      }
    }
    await desk.database.query(
      `update subject set looked = seen.looks from unnest($2::text[], $3::int[]) as seen (contact_id, looks)
       where subject.portal_id = $1 and subject.contact_id = seen.contact_id`,
      [portalId, contactIds, rows.map((row) => row.looks)],
    );
  }
}

/** A person chose an owner in the moment in which ours was on its way: theirs is written again. */
async function restoreChoices(desk: Desk, session: PortalSession, contactIds: readonly string[]): Promise<void> {
  const overwritten = await findOverwrittenChoice(session.crm, contactIds, session.appId);
  if (overwritten.length === 0) {
    return;
  }
  await session.crm.updateObjects(
    'contacts',
    overwritten.map((choice) => ({ id: choice.contactId, properties: { [ownerProperty]: choice.ownerId } })),
  );
  for (const choice of overwritten) {
    await giveBackOverridden(desk, session.portalId, choice);
  }
  await desk.alert(session.portalId, {
    code: 'HSV023',
    about: 'owner',
    message: 'A person chose an owner while a decision was being written. The person’s choice was written again.',
    nextStep: 'Nothing is to be done. If it happens often, somebody assigns leads by hand before Signalbox can.',
  });
}

/** Whoever had the turn did not get the lead. */
async function giveBackOverridden(desk: Desk, portalId: number, choice: OverwrittenChoice): Promise<void> {
  const rows = await desk.database.query<{ decision_id: string }>(
    `update decision set overridden_at = $3, overridden_by_owner = $4
     where portal_id = $1 and contact_id = $2 and is_current and decided_at < $3 returning decision_id`,
    [portalId, choice.contactId, choice.chosenAt, choice.ownerId],
  );
  for (const { decision_id: decisionId } of rows) {
    await giveBackTurn(desk.database, portalId, decisionId, desk.now());
  }
}

/** A person gave the lead to somebody else than the decision did: kept with the decision, and never fought. */
async function noteOverride(desk: Desk, portalId: number, appId: number, contact: CrmRecord): Promise<void> {
  const [latest] = contact.history[ownerProperty] ?? [];
  if (latest === undefined || !isByPerson(latest, appId)) {
    return;
  }
  await desk.database.query(
    `update decision set overridden_at = $3, overridden_by_owner = $4
     where portal_id = $1 and contact_id = $2 and is_current and decided_at < $3 and overridden_at is distinct from $3`,
    [portalId, contact.id, latest.changedAt, latest.value],
  );
}
