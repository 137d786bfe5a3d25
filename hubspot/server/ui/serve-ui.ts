import { CrmError } from '../../handlers/crm/crm-error.ts';
import { publishDraft, rollBack } from '../../handlers/rules/publish-draft.ts';
import { RuleStoreError } from '../../handlers/rules/rule-store-error.ts';
import { readValidatedDraft } from '../../handlers/rules/read-validated-draft.ts';
import type { Desk } from '../desk.ts';
import type { UiAlert, UiAnswer, UiCaller, UiPorts, UiPublished, UiStatus } from '../http/ui/ui-ports.ts';
import { optionalScopes } from '../installing/scopes.ts';
import type { Uninstalled } from '../installing/uninstall-portal.ts';
import { keepLastLive, type LastLive } from '../portals/live-rules.ts';
import type { PortalSession } from '../portals/portal-session.ts';
import { readCard } from './read-card.ts';
import { listDecisions } from './list-decisions.ts';

/**
 * Answers cards and settings of a portal, each call within the portal that signed it.
 *
 * @param uninstall takes the app away from a portal, here and in HubSpot
 */
export function serveUi(desk: Desk, uninstall: (portalId: number) => Promise<Uninstalled>): UiPorts {
  const within = async <T>(
    caller: UiCaller,
    answer: (session: PortalSession) => Promise<UiAnswer<T>>,
  ): Promise<UiAnswer<T>> => {
    try {
      const session = await desk.sessions.open(caller.portalId);
      return session === null ? { state: 'notAllowed' } : await answer(session);
    } catch (error) {
      if (error instanceof RuleStoreError) {
        const { code, message, next } = error;
        return { state: 'refused', problems: [{ code, about: 'rules', found: message, next }] };
      }
      if (!(error instanceof CrmError)) {
        throw error;
      }
      if (error.failure === 'forbidden' || error.failure === 'unauthorized') {
        return { state: 'notAllowed' };
      }
      return { state: 'unavailable', retryAfterSeconds: Math.ceil((error.retryAfterMillis ?? 5_000) / 1_000) };
    }
  };
  return {
    card: (caller, contactId) => within(caller, (session) => readCard(desk, session, contactId)),
    draft: (caller) =>
      within(caller, async (session) => {
        const [draft, rows, live] = [
          await readValidatedDraft(session.store),
          await session.store.readDraft(),
          await session.store.findLive(),
        ];
        return answered({ rows: rows.rows, problems: draft.problems, hash: draft.hash, live });
      }),
    publish: (caller, draftHash) =>
      within(caller, async (session) => {
        const draft = await readValidatedDraft(session.store);
        if (draft.hash !== null && draft.hash !== draftHash) {
          return { state: 'changedMeanwhile' };
        }
        const publishedBy = caller.userEmail ?? `user ${caller.userId}`;
        const outcome = await publishDraft(session.store, { publishedBy, now: desk.now() });
        if (outcome.kind === 'refused') {
          return { state: 'refused', problems: outcome.problems };
        }
        await heed(desk, session, outcome.revision);
        return published(session, outcome.kind === 'published');
      }),
    revisions: (caller) =>
      within(caller, async (session) => answered({ revisions: await session.store.listRevisions() })),
    rollBack: (caller, hash) =>
      within(caller, async (session) => {
        const outcome = await rollBack(session.store, hash);
        if (outcome.kind !== 'rolledBack') {
          return { state: 'notFound', isOfAnotherPortal: false };
        }
        await heed(desk, session, outcome.revision);
        return published(session, true);
      }),
    decisions: (caller, query) =>
      within(caller, async (session) => answered(await listDecisions(desk.database, session.portalId, query))),
    alerts: (caller) =>
      within(caller, async (session) => {
        const rows = await desk.database.query<AlertRow>(
          `select code, about, message, next_step, first_at, last_at, occurrences from alert
           where portal_id = $1 and cleared_at is null order by last_at desc, alert_key limit 200`,
          [session.portalId],
        );
        return answered({ alerts: rows.map(alertOf) });
      }),
    status: (caller) => within(caller, async (session) => answered(await statusOf(desk, session))),
    // Without a session: a portal that cannot be opened must be left all the same.
    uninstall: async ({ portalId }) => {
      const { state } = await uninstall(portalId);
      desk.sessions.forget(portalId);
      await desk.mirrorPortals();
      return answered({ isHubSpotTold: state === 'uninstalled' });
    },
  };
}

function answered<T>(content: T): UiAnswer<T> {
  return { state: 'answered', content };
}

/** What is published decides from now on, on every server. */
async function heed(desk: Desk, session: PortalSession, live: LastLive): Promise<void> {
  await keepLastLive(desk.database, session.portalId, live, 0);
  session.forgetRules();
  await desk.database.query(
    `insert into draft (portal_id, changed_at) values ($1, $2)
     on conflict (portal_id) do update set changed_at = excluded.changed_at`,
    [session.portalId, desk.now()],
  );
  await desk.database.query('update subject set not_before = 0 where portal_id = $1 and is_waiting', [
    session.portalId,
  ]);
  await desk.jobs.ask('decide', { portalId: session.portalId });
}

async function published(session: PortalSession, isNew: boolean): Promise<UiAnswer<UiPublished>> {
  const live = (await session.store.listRevisions()).find((entry) => entry.isLive);
  return live === undefined ? { state: 'unavailable', retryAfterSeconds: 2 } : answered({ live, isNew });
}

type AlertRow = {
  code: string;
  about: string;
  message: string;
  next_step: string;
  first_at: number;
  last_at: number;
  occurrences: number;
};

function alertOf(row: AlertRow): UiAlert {
  return {
    code: row.code,
    about: row.about,
    message: row.message,
    nextStep: row.next_step,
    firstAt: row.first_at,
    lastAt: row.last_at,
    occurrences: row.occurrences,
  };
}

type StatusRow = {
  is_prepared: boolean;
  scopes: string;
  waiting: number;
  oldest: number | null;
  due: number;
  last_decided: number | null;
  mode: string | null;
  alerts: number;
};

async function statusOf(desk: Desk, session: PortalSession): Promise<UiStatus> {
  const [row] = await desk.database.query<StatusRow>(
    `select portal.is_prepared, portal.scopes,
       (select count(*)::int from subject where portal_id = $1 and is_waiting) as waiting,
       (select min(arrived_at) from subject where portal_id = $1 and is_waiting) as oldest,
       (select count(*)::int from effect where portal_id = $1 and state = 'due') as due,
       (select max(decided_at) from decision where portal_id = $1) as last_decided,
       (select mode from decision where portal_id = $1 order by decided_at desc, decision_id limit 1) as mode,
       (select count(*)::int from alert where portal_id = $1 and cleared_at is null) as alerts
     from portal where portal_id = $1`,
    [session.portalId],
  );
  const granted = new Set(row!.scopes.split(' '));
  return {
    isPrepared: row!.is_prepared,
    mode: row!.mode,
    live: await session.store.findLive(),
    waitingLeads: row!.waiting,
    oldestWaitingSince: row!.oldest,
    dueEffects: row!.due,
    lastDecidedAt: row!.last_decided,
    openAlerts: row!.alerts,
    missingScopes: optionalScopes.filter((scope) => !granted.has(scope)),
  };
}
