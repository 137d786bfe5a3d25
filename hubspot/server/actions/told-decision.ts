import { recordOfText } from '../../../core/src/author/run/read-record.ts';
import { policyOfText, rosterOfText } from '../../../core/src/author/run/read-snapshots.ts';
import type { ToldDecision } from '../../handlers/actions/action-ports.ts';
import { tellDecision } from '../../handlers/actions/tell-decision.ts';
import type { Queryable } from '../database/database.ts';
import type { Desk } from '../desk.ts';
import type { PortalSession } from '../portals/portal-session.ts';

type CurrentRow = { decision_id: string; decision_text: string; policy_hash: string; roster_hash: string };

/** The decision that counts for a contact, in the words of workflows; null where there is none. */
export async function readToldDecision(
  desk: Desk,
  session: PortalSession,
  contactId: string,
): Promise<{ readonly decisionId: string; readonly decision: ToldDecision } | null> {
  const [row] = await desk.database.query<CurrentRow>(
    `select decision_id, decision_text, policy_hash, roster_hash from decision
     where portal_id = $1 and contact_id = $2 and is_current`,
    [session.portalId, contactId],
  );
  if (row === undefined) {
    return null;
  }
  const record = recordOfText(row.decision_text);
  const policy = policyOfText(await readSnapshot(desk.database, row.policy_hash));
  const roster = rosterOfText(await readSnapshot(desk.database, row.roster_hash));
  const { configuration, team } = await session.people(desk.now());
  return {
    decisionId: row.decision_id,
    decision: tellDecision(record, policy, roster, team, configuration.calendars[0]?.timeZone ?? 'UTC'),
  };
}

/**
 * The text of a snapshot that a decision names.
 *
 * @throws when it is not there: decision and snapshot are written together, so the database was changed by hand
 */
export async function readSnapshot(database: Queryable, hash: string): Promise<string> {
  const [row] = await database.query<{ body: string }>('select body from snapshot where hash = $1', [hash]);
  if (row === undefined) {
    throw new Error(`The snapshot ${hash.slice(0, 12)} that a decision names is not in the database.`);
  }
  return row.body;
}
