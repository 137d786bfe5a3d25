import { recordOfText } from '../../../core/src/author/run/read-record.ts';
import { decide } from '../../../core/src/decide/index.ts';
import type { TurnLedger } from '../../../core/src/decide/model/turn-ledger.ts';
import type { ActionRefusal, PreviewOutcome } from '../../handlers/actions/action-ports.ts';
import { RuleStoreError } from '../../handlers/rules/rule-store-error.ts';
import { gatherSubjects } from '../../handlers/subjects/gather-subjects.ts';
import { earlierDecisionsOf, reviewLoadAt } from '../deciding/read-decisions.ts';
import { ledgerNameOf } from '../deciding/ledgers.ts';
import type { Desk } from '../desk.ts';
import { RulesNotHeldError } from '../portals/live-rules.ts';
import type { GatheredSubject } from '../../handlers/subjects/subject.ts';
import type { DecidingView, PortalSession } from '../portals/portal-session.ts';
import type { ClaimedSubject } from '../waiting/claim-subjects.ts';
import { tellDecision } from './told-decision.ts';

/** One contact with everything that a decision needs; null where the portal has none of that id. */
export async function gatherOne(
  desk: Desk,
  session: PortalSession,
  view: DecidingView,
  contactId: string,
): Promise<GatheredSubject | null> {
  const now = desk.now();
  const { portalId } = session;
  const waiting = await waitingOf(desk, portalId, contactId, now);
  const [earlier, reviewLoad] = await Promise.all([
    earlierDecisionsOf(desk.database, portalId, [waiting]),
    reviewLoadAt(desk.database, portalId, now),
  ]);
  const { gathered } = await gatherSubjects(session.crm, [waiting], {
    settings: view.configuration.settings,
    lists: desk.lists,
    team: view.team,
    earlierOf: (id) => earlier.current.get(id) ?? null,
    earlierOfPerson: (id) => earlier.ofPerson.get(id) ?? null,
    reviewLoad,
    appId: session.appId,
    hasLeads: session.hasLeads,
    now,
  });
  return gathered[0] ?? null;
}

/** What would be decided of a contact now. Nothing is locked and nothing is written. */
export async function previewDecision(desk: Desk, session: PortalSession, contactId: string): Promise<PreviewOutcome> {
  const { portalId } = session;
  try {
    const view = await session.view(desk.now());
    const subject = await gatherOne(desk, session, view, contactId);
    if (subject === null) {
      return { state: 'noContact' };
    }
    const names = view.rules.policy.pools.map((pool) => ledgerNameOf(view.rules.policy.mode, pool.poolKey));
    const ledgers = await desk.database.query<{ ledger: TurnLedger }>(
      'select ledger from ledger where portal_id = $1 and ledger_name = any($2::text[]) and ledger is not null',
      [portalId, names],
    );
    const decision = decide(
      subject.input,
      ledgers.map((row) => row.ledger),
      view.context,
    );
    return {
      state: 'previewed',
      decision: tellDecision(
        recordOfText(decision.decisionText),
        view.rules.policy,
        view.team.roster,
        view.team,
        view.configuration.calendars[0]?.timeZone ?? 'UTC',
      ),
    };
  } catch (error) {
    return refusalOfRules(error);
  }
}

/** What an action answers where no rules may decide. */
export function refusalOfRules(error: unknown): ActionRefusal {
  if (error instanceof RulesNotHeldError) {
    return error.code === 'HSV001' ? { state: 'notPublished' } : { state: 'failed', cause: error.message };
  }
  if (error instanceof RuleStoreError) {
    return { state: 'failed', cause: error.message };
  }
  throw error;
}

/** The contact as it would be claimed; one that never came in is looked at as if it did now. */
async function waitingOf(desk: Desk, portalId: number, contactId: string, now: number): Promise<ClaimedSubject> {
  const [row] = await desk.database.query<{
    arrival: number;
    arrived_at: number;
    handed_back: string;
    earlier_decision_id: string | null;
  }>(
    `select arrival, arrived_at, handed_back, earlier_decision_id from subject where portal_id = $1 and contact_id = $2`,
    [portalId, contactId],
  );
  return {
    contactId,
    arrival: row?.arrival ?? 1,
    waitingSince: row?.arrived_at ?? now,
    handedBackKeys: row === undefined || row.handed_back === '' ? [] : row.handed_back.split(';'),
    version: 0,
    attempts: 0,
    earlierDecisionId: row?.earlier_decision_id ?? null,
  };
}
