import { recordOfText } from '../../../core/src/author/run/read-record.ts';
import { policyOfText, rosterOfText } from '../../../core/src/author/run/read-snapshots.ts';
import type { DecisionRecord } from '../../../core/src/decide/model/decision-record.ts';
import type { Policy } from '../../../core/src/decide/model/policy.ts';
import type { Roster } from '../../../core/src/decide/model/roster.ts';
import { tellStory } from '../../../core/src/decide/record/tell-story.ts';
import type { ToldDecision } from '../../handlers/actions/action-ports.ts';
import { withInstants } from '../../handlers/effects/write-instant.ts';
import type { Team } from '../../handlers/people/team.ts';
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

/** A decision in the words that workflows use. */
export function tellDecision(
  record: DecisionRecord,
  policy: Policy,
  roster: Roster,
  team: Team,
  timeZone: string,
): ToldDecision {
  const ownerKey = record.assignment.owner;
  return {
    ownerId: team.ownerIdOf.get(ownerKey) ?? null,
    ownerName: roster.reps.find((rep) => rep.repKey === ownerKey)?.displayName ?? ownerKey,
    destinationKey: record.choice.destination,
    basis: record.assignment.basis,
    band: record.choice.bucket,
    fitScore: record.fit.score,
    engagementScore: record.engagement.score,
    intentScore: record.intent.score,
    capacityScore: record.capacity.score,
    confidence: record.confidence.value,
    reason: withInstants(tellStory(record, policy, roster).headline, timeZone),
    dueAt: record.actions.some((action) => action.startsWith('+startClock')) ? record.clock.dueAt : null,
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
