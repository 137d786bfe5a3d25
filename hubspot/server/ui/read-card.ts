import { policyOfText, rosterOfText } from '../../../core/src/author/run/read-snapshots.ts';
import type { CardData } from '../../handlers/card/card-data.ts';
import { cardFromProperties } from '../../handlers/card/card-from-properties.ts';
import { cardOf } from '../../handlers/card/card-of.ts';
import { decided } from '../../handlers/portal/property-names.ts';
import { readSnapshot } from '../actions/told-decision.ts';
import { clockColumns, runningClockOf } from '../clocks/keep-clock.ts';
import type { Desk } from '../desk.ts';
import type { UiAnswer } from '../../handlers/ui/ui-answer.ts';
import type { PortalSession } from '../portals/portal-session.ts';

const cardProperties = [...Object.values(decided), 'hubspot_owner_id'];

type DecisionRow = { decision_id: string; decision_text: string; policy_hash: string; roster_hash: string };

/** The card of a contact: from its decision, or from what stands on the contact where we keep none of it. */
export async function readCard(desk: Desk, session: PortalSession, contactId: string): Promise<UiAnswer<CardData>> {
  const { portalId } = session;
  const now = desk.now();
  const [[contact], { team }, [row], [live]] = await Promise.all([
    session.crm.readObjects('contacts', [contactId], cardProperties),
    session.people(now),
    desk.database.query<DecisionRow>(
      `select decision_id, decision_text, policy_hash, roster_hash from decision
       where portal_id = $1 and contact_id = $2 and is_current`,
      [portalId, contactId],
    ),
    desk.database.query<{ hash: string }>('select hash from live_rules where portal_id = $1', [portalId]),
  ]);
  if (contact === undefined) {
    return { state: 'notFound', isOfAnotherPortal: await isOfAnotherPortal(desk, portalId, contactId) };
  }
  if (row === undefined) {
    return { state: 'answered', content: cardFromProperties(contact.properties) };
  }
  const [clock] = await desk.database.query(
    `select ${clockColumns} from clock where portal_id = $1 and decision_id = $2`,
    [portalId, row.decision_id],
  );
  return {
    state: 'answered',
    content: cardOf({
      recordText: row.decision_text,
      policy: policyOfText(await readSnapshot(desk.database, row.policy_hash)),
      roster: rosterOfText(await readSnapshot(desk.database, row.roster_hash)),
      properties: contact.properties,
      keyOfOwner: team.keyOfOwner,
      clock: clock === undefined ? null : runningClockOf(clock),
      liveHash: live?.hash ?? null,
      now,
    }),
  };
}

async function isOfAnotherPortal(desk: Desk, portalId: number, contactId: string): Promise<boolean> {
  const rows = await desk.database.query('select 1 from subject where contact_id = $2 and portal_id <> $1 limit 1', [
    portalId,
    contactId,
  ]);
  return rows.length > 0;
}
