import type { Revision } from '../../handlers/rules/rule-store.ts';
import { isAdmin } from '../../handlers/access/access-list.ts';
import type { CallerAccess } from '../../handlers/ui/answer-ui-call.ts';
import { answerFields } from '../../handlers/ui/answers/answer-fields.ts';
import { answerSetup, answerUsers } from '../../handlers/ui/answers/answer-setup.ts';
import { answerWorkflows } from '../../handlers/ui/answers/answer-workflows.ts';
import {
  answerDraft,
  answerRevision,
  publishLookedAt,
  rollBackTo,
  saveDraft,
  saveLearned,
} from '../../handlers/ui/answers/draft-answers.ts';
import { answerOfError } from '../../handlers/ui/answers/answer-of-error.ts';
import { contactOfLead } from '../../handlers/ui/answers/contact-of-lead.ts';
import { findContacts } from '../../handlers/ui/answers/find-contacts.ts';
import { dryRun } from '../../handlers/ui/answers/dry-run.ts';
import { accessOfCaller, answerGrants, setGrants } from '../../handlers/ui/answers/grants-answers.ts';
import { reportDecision } from '../../handlers/ui/answers/report.ts';
import type { AccessGiven, UiPortal } from '../../handlers/ui/answers/ui-portal.ts';
import { answered, type UiAnswer, type UiCaller } from '../../handlers/ui/ui-answer.ts';
import type { UiPorts } from '../../handlers/ui/ui-ports.ts';
import { rights } from '../../handlers/ui/right.ts';
import type { Desk } from '../desk.ts';
import type { Uninstalled } from '../installing/uninstall-portal.ts';
import { keepLastLive } from '../portals/live-rules.ts';
import type { PortalSession } from '../portals/portal-session.ts';
import { cancelLearning, startLearning, tellLearning } from '../learning/answer-learning.ts';
import { decideForUi, handBackForUi } from './decide-for-ui.ts';
import { listDecisions } from './list-decisions.ts';
import { readCard } from './read-card.ts';
import { listAlerts, setupGiven, tellStatus } from './tell-status.ts';

/** What of the installation cards and settings depend on. */
export type UiInstallation = {
  /** Keys that the list of who may do what is signed with. */
  readonly keys: readonly Buffer[];
  /** Address of whoever installed the app in a portal; null where nobody knows. */
  readonly installedBy: (portalId: number) => Promise<string | null>;
  /** Takes the app away from a portal, here and in HubSpot. */
  readonly uninstall: (portalId: number) => Promise<Uninstalled>;
};

export type ServedUi = {
  readonly ports: UiPorts;
  readonly accessOf: (caller: UiCaller) => Promise<UiAnswer<CallerAccess>>;
};

/** Answers cards and settings of a portal, each call within the portal that signed it. */
export function serveUi(desk: Desk, installation: UiInstallation): ServedUi {
  const within = async <T>(
    caller: UiCaller,
    answer: (session: PortalSession, portal: UiPortal) => Promise<UiAnswer<T>>,
  ): Promise<UiAnswer<T>> => {
    try {
      const session = await desk.sessions.open(caller.portalId);
      return session === null ? { state: 'notAllowed' } : await answer(session, portalOf(desk, session));
    } catch (error) {
      return answerOfError(error);
    }
  };
  const accessGiven = async (portalId: number): Promise<AccessGiven> => {
    const admin = await installation.installedBy(portalId);
    return { keys: installation.keys, admins: admin === null ? [] : [admin] };
  };
  const accessBy = async (caller: UiCaller, given: AccessGiven): Promise<UiAnswer<CallerAccess>> => {
    // Whoever installed the app can take it away, also from a portal that cannot be opened any more.
    if (isAdmin(caller.userEmail, given.admins)) {
      return answered({ rights, isWorker: true, isSignInNeeded: false });
    }
    return within(caller, async (_, portal) =>
      answered({ ...(await accessOfCaller(portal, caller, given)), isSignInNeeded: false }),
    );
  };
  const accessOf = async (caller: UiCaller): Promise<UiAnswer<CallerAccess>> =>
    accessBy(caller, await accessGiven(caller.portalId));
  const heedIn =
    (session: PortalSession) =>
    (live: Revision): Promise<void> =>
      heed(desk, session, live);
  const ports: UiPorts = {
    access: async (caller) => {
      const given = await accessGiven(caller.portalId);
      const access = await accessBy(caller, given);
      return access.state !== 'answered'
        ? access
        : answered({
            edition: 'marketplace',
            email: caller.userEmail,
            rights: [...access.content.rights],
            isWorker: access.content.isWorker,
            isAdmin: isAdmin(caller.userEmail, given.admins),
            isSignInNeeded: false,
          });
    },
    card: (caller, input) =>
      within(caller, async (session) => {
        const contactId = 'contactId' in input ? input.contactId : await contactOfLead(session.crm, input.leadId);
        return contactId === null
          ? { state: 'notFound', isOfAnotherPortal: false }
          : readCard(desk, session, contactId);
      }),
    decide: (caller, { contactId }) => within(caller, (session) => decideForUi(desk, session, caller, contactId)),
    handBack: (caller, { contactId }) => within(caller, (session) => handBackForUi(desk, session, caller, contactId)),
    report: (caller, input) => within(caller, (_, portal) => reportDecision(portal, caller, input)),
    status: (caller) => within(caller, async (session) => answered(await tellStatus(desk, session))),
    setup: (caller) =>
      within(caller, async (session, portal) => answerSetup(portal, await setupGiven(desk, session.portalId))),
    fields: (caller) => within(caller, (_, portal) => answerFields(portal)),
    workflows: (caller) => within(caller, (_, portal) => answerWorkflows(portal)),
    users: (caller) => within(caller, (_, portal) => answerUsers(portal)),
    alerts: (caller) =>
      within(caller, async (session) => answered({ alerts: await listAlerts(desk, session.portalId) })),
    decisions: (caller, { words, ...query }) =>
      within(caller, async (session) => {
        const contactIds = words === undefined ? null : await findContacts(session.crm, words);
        return answered(await listDecisions(desk.database, session.portalId, query, contactIds));
      }),
    draft: (caller) => within(caller, ({ store }) => answerDraft(store)),
    saveDraft: (caller, input) => within(caller, (_, portal) => saveDraft(portal, input)),
    dryRun: (caller, input) => within(caller, (_, portal) => dryRun(portal, input)),
    learning: (caller) => within(caller, async (session) => answered(await tellLearning(desk, session.portalId))),
    startLearning: (caller) => within(caller, async (session) => answered(await startLearning(desk, session, caller))),
    cancelLearning: (caller) =>
      within(caller, async (session) => answered(await cancelLearning(desk, session.portalId))),
    // The server has a worker: nothing is sent to be learned from elsewhere.
    learningPage: () => Promise.resolve({ state: 'notAllowed' }),
    draftLearned: (caller, input) =>
      within(caller, (_, portal) => saveLearned(portal, input, caller.userEmail ?? `user ${caller.userId ?? ''}`)),
    publish: (caller, { draftHash }) =>
      within(caller, (session, portal) =>
        publishLookedAt(portal, draftHash, caller.userEmail ?? `user ${caller.userId ?? ''}`, heedIn(session)),
      ),
    revisions: (caller) =>
      within(caller, async (session) => answered({ revisions: await session.store.listRevisions() })),
    revision: (caller, { hash }) => within(caller, ({ store }) => answerRevision(store, hash)),
    rollBack: (caller, { hash }) => within(caller, (session, portal) => rollBackTo(portal, hash, heedIn(session))),
    grants: (caller) => within(caller, async (_, portal) => answerGrants(portal, await accessGiven(caller.portalId))),
    setGrants: (caller, { grants }) =>
      within(caller, async (_, portal) => setGrants(portal, grants, await accessGiven(caller.portalId))),
    // Without a session: a portal that cannot be opened must be left all the same.
    uninstall: async ({ portalId }) => {
      const { state } = await installation.uninstall(portalId);
      desk.sessions.forget(portalId);
      await desk.mirrorPortals();
      return answered({ isHubSpotTold: state === 'uninstalled' });
    },
    // HubSpot signs who calls; nobody signs in here.
    signIn: () => Promise.resolve({ state: 'notAllowed' }),
  };
  return { ports, accessOf };
}

function portalOf(desk: Desk, session: PortalSession): UiPortal {
  return {
    portalId: session.portalId,
    appId: session.appId,
    crm: session.crm,
    store: session.store,
    lists: desk.lists,
    hasLeads: session.hasLeads,
    people: () => session.people(desk.now()),
    now: desk.now,
    rulesChanged: async () => {
      await noteChange(desk, session);
      await desk.jobs.ask('rules', { portalId: session.portalId });
    },
  };
}

/** What is published decides from now on, on every server. */
async function heed(desk: Desk, session: PortalSession, live: Revision): Promise<void> {
  await keepLastLive(desk.database, session.portalId, live, 0);
  await noteChange(desk, session);
  await desk.database.query('update subject set not_before = 0 where portal_id = $1 and is_waiting', [
    session.portalId,
  ]);
  await desk.jobs.ask('decide', { portalId: session.portalId });
}

/** Every server reads rules, people and settings anew before it decides again. */
async function noteChange(desk: Desk, session: PortalSession): Promise<void> {
  session.forgetRules();
  await desk.database.query(
    `insert into draft (portal_id, changed_at) values ($1, $2)
     on conflict (portal_id) do update set changed_at = excluded.changed_at`,
    [session.portalId, desk.now()],
  );
}
