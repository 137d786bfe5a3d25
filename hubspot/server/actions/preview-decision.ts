import { recordOfText } from '../../../core/src/author/run/read-record.ts';
import { decide } from '../../../core/src/decide/index.ts';
import type { TurnLedger } from '../../../core/src/decide/model/turn-ledger.ts';
import type { PreviewOutcome } from '../../handlers/actions/action-ports.ts';
import { refusalOfRules } from '../../handlers/actions/refuse-rules.ts';
import { ledgerNameOf } from '../../handlers/deciding/ledger-name.ts';
import { gather } from '../deciding/read-batch.ts';
import type { Desk } from '../desk.ts';
import type { GatheredSubject } from '../../handlers/subjects/subject.ts';
import type { DecidingView, PortalSession } from '../portals/portal-session.ts';
import { claimedOf, type ClaimedRow, type ClaimedSubject } from '../waiting/claim-subjects.ts';
import { tellDecision } from '../../handlers/actions/tell-decision.ts';

/** One contact with everything that a decision needs; null where the portal has none of that id. */
export async function gatherOne(
  desk: Desk,
  session: PortalSession,
  view: DecidingView,
  contactId: string,
): Promise<GatheredSubject | null> {
  const now = desk.now();
  const waiting = await waitingOf(desk, session.portalId, contactId, now);
  const { gathered } = await gather(desk, session, view, [waiting], now);
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

/** The contact as it would be claimed; one that never came in is looked at as if it did now. */
async function waitingOf(desk: Desk, portalId: number, contactId: string, now: number): Promise<ClaimedSubject> {
  const [row] = await desk.database.query<ClaimedRow>(
    `select contact_id, arrival, arrived_at, version, attempts, handed_back, earlier_decision_id
     from subject where portal_id = $1 and contact_id = $2`,
    [portalId, contactId],
  );
  return claimedOf(
    row ?? {
      contact_id: contactId,
      arrival: 1,
      arrived_at: now,
      version: 0,
      attempts: 0,
      handed_back: '',
      earlier_decision_id: null,
    },
  );
}
