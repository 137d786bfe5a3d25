import type { CallerAccess } from '../../handlers/ui/answer-ui-call.ts';
import { answerFields } from '../../handlers/ui/answers/answer-fields.ts';
import { answerOfError } from '../../handlers/ui/answers/answer-of-error.ts';
import { answerSetup, answerUsers } from '../../handlers/ui/answers/answer-setup.ts';
import { answerWorkflows } from '../../handlers/ui/answers/answer-workflows.ts';
import { contactOfLead } from '../../handlers/ui/answers/contact-of-lead.ts';
import {
  answerDraft,
  answerRevision,
  publishLookedAt,
  rollBackTo,
  saveDraft,
  saveLearned,
} from '../../handlers/ui/answers/draft-answers.ts';
import { answerLeadPage } from '../../handlers/ui/answers/learning-page.ts';
import { dryRun } from '../../handlers/ui/answers/dry-run.ts';
import { answerGrants, setGrants } from '../../handlers/ui/answers/grants-answers.ts';
import { reportDecision } from '../../handlers/ui/answers/report.ts';
import type { AccessGiven } from '../../handlers/ui/answers/ui-portal.ts';
import { answered, type UiAnswer, type UiCaller } from '../../handlers/ui/ui-answer.ts';
import type { UiPorts } from '../../handlers/ui/ui-ports.ts';
import type { PrivatePortal } from '../portal/private-portal.ts';
import { signIn } from '../sign-in/sign-in.ts';
import { tellTriggers } from '../triggers/tell-triggers.ts';
import { accessOf, answerAccess } from './access.ts';
import { decideForUi, handBackForUi } from './decide-for-ui.ts';
import { listDecisions } from './list-decisions.ts';
import { readCard } from './read-card.ts';
import { sharedPortal } from './shared-portal.ts';
import { filtersOf, listAlerts, tellStatus } from './tell-status.ts';

export type PrivateUi = {
  readonly ports: UiPorts;
  readonly accessOf: (caller: UiCaller) => Promise<UiAnswer<CallerAccess>>;
};

/**
 * Answers cards, pages and settings of the private edition, for one invocation.
 *
 * @param deadline UTC milliseconds after which nothing new is begun
 */
export function privateUi(portal: PrivatePortal, given: AccessGiven, deadline: number): PrivateUi {
  const shared = sharedPortal(portal);
  const caught =
    <Input, Content>(answer: (caller: UiCaller, input: Input) => Promise<UiAnswer<Content>>) =>
    async (caller: UiCaller, input: Input): Promise<UiAnswer<Content>> => {
      try {
        return await answer(caller, input);
      } catch (error) {
        return answerOfError(error);
      }
    };
  // Whatever was published is read anew by the next invocation: none remembers anything.
  const heed = (): Promise<void> => Promise.resolve();
  const ports: UiPorts = {
    access: caught((caller) => answerAccess(shared, caller, given)),
    card: caught(async (_, input) => {
      const contactId = 'contactId' in input ? input.contactId : await contactOfLead(portal.crm, input.leadId);
      return contactId === null ? { state: 'notFound', isOfAnotherPortal: false } : readCard(portal, contactId);
    }),
    decide: caught((_, { contactId }) => decideForUi(portal, { contactId, reason: 'asked', call: null }, deadline)),
    handBack: caught((caller, { contactId }) => handBackForUi(portal, caller, contactId, deadline)),
    report: caught((caller, input) => reportDecision(shared, caller, input)),
    status: caught(async () => answered(await tellStatus(portal))),
    setup: caught(async () => {
      const [triggers, decidedLeads] = await Promise.all([
        tellTriggers(portal),
        portal.log.count(filtersOf('decision')),
      ]);
      return answerSetup(shared, { isPrepared: true, triggers, missingScopes: [], decidedLeads });
    }),
    fields: caught(() => answerFields(shared)),
    workflows: caught(() => answerWorkflows(shared)),
    users: caught(() => answerUsers(shared)),
    alerts: caught(async () => answered({ alerts: await listAlerts(portal) })),
    decisions: caught(async (_, query) => answered(await listDecisions(portal, query))),
    draft: caught(() => answerDraft(portal.store)),
    saveDraft: caught((_, input) => saveDraft(shared, input)),
    dryRun: caught((_, input) => dryRun(shared, input)),
    // Functions have no worker and ten seconds: the page that asks learns by itself.
    learning: () => Promise.resolve({ state: 'notAllowed' }),
    startLearning: () => Promise.resolve({ state: 'notAllowed' }),
    cancelLearning: () => Promise.resolve({ state: 'notAllowed' }),
    learningPage: caught((_, input) => answerLeadPage(shared, input, given.keys)),
    draftLearned: caught((caller, input) => saveLearned(shared, input, caller.userEmail ?? 'somebody')),
    publish: caught((caller, { draftHash }) =>
      publishLookedAt(shared, draftHash, caller.userEmail ?? 'somebody', heed),
    ),
    revisions: caught(async () => answered({ revisions: await portal.store.listRevisions() })),
    revision: caught((_, { hash }) => answerRevision(portal.store, hash)),
    rollBack: caught((_, { hash }) => rollBackTo(shared, hash, heed)),
    grants: caught(() => answerGrants(shared, given)),
    setGrants: caught((_, { grants }) => setGrants(shared, grants, given)),
    // The company's own admins take the app away in HubSpot: no token of ours can.
    uninstall: () => Promise.resolve({ state: 'notAllowed' }),
    signIn: caught((_, input) => signIn(portal, input, given.keys)),
  };
  return { ports, accessOf: caught((caller: UiCaller) => accessOf(shared, caller, given)) as PrivateUi['accessOf'] };
}
