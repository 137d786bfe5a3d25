import { uiRefusals, type UiRefusal } from '../../../../hubspot/handlers/ui/ui-refusals.ts';
import type { UiContent } from '../../../../hubspot/handlers/ui/ui-calls.ts';
import type { DraftRowForm } from '../../../../hubspot/handlers/ui/ui-forms.ts';
import { giveUser } from '../../../../hubspot/ui/home/draft/people.ts';
import { inTurn } from '../../../../hubspot/ui/home/draft/edit-rows.ts';
import { setMode } from '../../../../hubspot/ui/home/draft/settings.ts';
import { decisionsOf, dryRunOf, storyOf } from '../home/decided-leads.ts';
import { portalUsers, StarterPortal, starterRows } from '../home/starter-portal.ts';
import type { StateAnswers } from './ui-state.ts';

/** What somebody does before the state is there: a label is what the control is called on the page. */
export type HomeStep =
  | { readonly press: string }
  | { readonly choose: readonly [control: string, option: string] }
  | { readonly write: readonly [control: string, text: string] };

/** One state in which somebody finds the app's pages: everything that it is made of. */
export type HomeState = {
  /** As a file may be called. */
  readonly name: string;
  readonly entry: 'home';
  readonly location: 'pages';
  readonly edition: 'marketplace' | 'private';
  /** Where the pages are opened, with a query where there is one. */
  readonly path: string;
  /** A call that is not named is away, as where no server runs. */
  readonly answers: StateAnswers;
  readonly steps: readonly HomeStep[];
  /** What answers from then on, before the steps; null where nothing changes. */
  readonly later: StateAnswers | null;
  /** Words that stand there once everything has come. */
  readonly shows: readonly string[];
};

const usual = {
  entry: 'home',
  location: 'pages',
  edition: 'marketplace',
  path: '/',
  steps: [],
  later: null,
} as const;

const long = 'A name that goes on and on '.repeat(400).slice(0, 10_000);
const hostile = '<img src=x onerror=alert(1)> **bold** [link](https://evil.example) \u202egnp.exe {{contact.email}}';

function content<Content>(given: Content): { readonly content: Content } {
  return { content: given };
}

function refused(refusal: UiRefusal): { readonly refusal: UiRefusal } {
  const { code, message, nextStep } = refusal;
  return { refusal: { code, message, nextStep } };
}

/** Every state of the app's pages at the instant `now`. */
export function homeStates(now: number): HomeState[] {
  return [...firstRunStates(now), ...stepStates(now), ...statusStates(now), ...searchStates(now), ...gateStates()];
}

/** All answers of a portal. */
export function answersOf(portal: StarterPortal, now: number): StateAnswers {
  const draft = portal.draft();
  return {
    access: content(ops),
    setup: content(portal.setup()),
    draft: content(draft),
    users: content({ users: portalUsers }),
    fields: content(portal.fields()),
    workflows: content(portal.workflows()),
    saveDraft: content({ ...draft, version: 'v2' }),
    dryRun: content(dryRunOf(draft.rows)),
    publish: content({ live: { ...draft.live!, number: 2 }, isNew: true }),
    status: content(calm(portal, now)),
    alerts: content({ alerts: [] }),
    decisions: content({ decisions: decisionsOf(now), after: 'older' }),
    card: content(storyOf(now)),
  };
}

const ops: UiContent<'access'> = {
  edition: 'marketplace',
  email: 'ops@example.com',
  rights: ['read', 'edit', 'publish', 'grant'],
  isWorker: false,
  isAdmin: true,
  isSignInNeeded: false,
};

function calm(portal: StarterPortal, now: number): UiContent<'status'> {
  const { mode, live } = portal.setup();
  return {
    isPrepared: true,
    mode,
    live,
    waitingLeads: 0,
    oldestWaitingSince: null,
    dueEffects: 0,
    lastDecidedAt: now - 240_000,
    openAlerts: 0,
    missingScopes: [],
  };
}

/** Everybody of the rules has one of the users. */
export function namedRows(): DraftRowForm[] {
  const names = ['ana', 'ben', 'chiara', 'dev', 'ewa', 'finn', 'mara', 'tom'];
  const users = portalUsers;
  const edits = names.map((repKey, place) => giveUser(repKey, repKey, users[place % users.length]!.email));
  return [...inTurn(edits)(starterRows())];
}

/** A portal that has been set up and is live. */
export function finishedPortal(now: number): StarterPortal {
  const portal = new StarterPortal([...setMode('live', now - 604_800_000)(namedRows())]);
  portal.others = { decidedLeads: 1_240 };
  return portal;
}

function firstRunStates(now: number): HomeState[] {
  const fresh = new StarterPortal();
  const free = new StarterPortal();
  free.others = {
    ruleForm: 'files',
    triggers: freeTriggers,
    missingScopes: [
      { scope: 'crm.objects.custom.read', without: 'Rules are kept as files instead of records in list views.' },
    ],
  };
  const unprepared = new StarterPortal();
  unprepared.others = { isPrepared: false, live: null, mode: null };
  const named = new StarterPortal(namedRows());
  const hostileRows = inTurn([giveUser('ana', 'Ana', hostile)])(
    starterRows().map((row) => ({
      ...row,
      cells: row.cells.map((cell) =>
        cell.column === 'displayName' && cell.text === 'Ben'
          ? { ...cell, text: long }
          : cell.column === 'label' && row.kind === 'pool'
            ? { ...cell, text: hostile }
            : cell,
      ),
    })),
  );
  const odd = new StarterPortal([...hostileRows]);
  return [
    {
      ...usual,
      name: 'first-day',
      answers: answersOf(fresh, now),
      shows: ['2 of 8 done', 'Your team', 'Save the team'],
    },
    {
      ...usual,
      name: 'first-day-named',
      answers: answersOf(named, now),
      shows: ['4 of 8 done', 'Try the newest 100 contacts'],
    },
    {
      ...usual,
      name: 'free-plan',
      answers: {
        ...answersOf(free, now),
        workflows: content({
          state: 'unknown',
          words:
            'The app may not read workflows, or the plan has none. Look through them for actions that set an owner.',
          workflows: [],
        }),
      },
      shows: ['Rules are kept in Files here', 'Not possible here'],
    },
    {
      ...usual,
      name: 'not-prepared',
      answers: answersOf(unprepared, now),
      shows: ['still being prepared', 'Nothing is published yet'],
    },
    { ...usual, name: 'hostile-names', answers: answersOf(odd, now), shows: ['Say which user'] },
    {
      ...usual,
      name: 'read-only',
      answers: { ...answersOf(fresh, now), access: content({ ...ops, rights: ['read'], isAdmin: false }) },
      shows: ['You may look at this and not change it'],
    },
    {
      ...usual,
      name: 'half-loaded',
      answers: { ...answersOf(named, now), fields: 'silent', workflows: 'silent' },
      shows: ['Not known yet'],
    },
    {
      ...usual,
      name: 'draft-away',
      answers: { ...answersOf(fresh, now), draft: refused(uiRefusals.busy) },
      shows: ['cannot answer this just now'],
    },
  ];
}

const freeTriggers: UiContent<'setup'>['triggers'] = [
  { key: 'webhooks', state: 'on', words: 'HubSpot tells of every new contact.' },
  {
    key: 'workflowAction',
    state: 'unavailable',
    words: 'This plan has no workflows. Webhooks do the same without them.',
  },
  { key: 'customCode', state: 'unavailable', words: 'Custom code needs Operations Hub Professional.' },
  { key: 'publicEndpoint', state: 'unavailable', words: 'Only in the private edition.' },
  { key: 'cardButton', state: 'available', words: 'Add the card to the record page of contacts.' },
  { key: 'bulkAction', state: 'available', words: 'In a list of contacts choose “Route with Signalbox”.' },
];

function stepStates(now: number): HomeState[] {
  const portal = new StarterPortal(namedRows());
  const answers = answersOf(portal, now);
  const at = { ...usual, path: '/setup', answers } as const;
  return [
    {
      ...at,
      name: 'team-conflict',
      answers: { ...answers, saveDraft: refused(uiRefusals.changedMeanwhile) },
      steps: [
        { press: 'Name your team' },
        { choose: ['Ana', 'Tom Reed (tom@example.com)'] },
        { press: 'Save 1 choice' },
      ],
      shows: ['Somebody changed the rules in between. Nothing was saved.'],
    },
    { ...at, name: 'promises', steps: [{ press: 'Choose who answers' }], shows: ['first touch by a time'] },
    { ...at, name: 'fields', steps: [{ press: 'Map the fields' }], shows: ['known for 9 of 100'] },
    {
      ...at,
      name: 'field-sources',
      steps: [{ press: 'Map the fields' }, { press: 'Change employees' }],
      shows: ['Add a property'],
    },
    {
      ...at,
      name: 'thresholds',
      steps: [{ press: 'Set the thresholds' }, { press: 'Try the newest 100 contacts' }],
      shows: ['with these numbers'],
    },
    { ...at, name: 'triggers', steps: [{ press: 'See the ways' }], shows: ['One way that works by itself is enough'] },
    { ...at, name: 'workflows', steps: [{ press: 'See the workflows' }], shows: ['whoever writes last wins'] },
    {
      ...at,
      name: 'dry-run',
      // It is the first thing to do, so that it is open.
      steps: [{ press: 'Try the newest 100 contacts' }],
      shows: ['Contacts tried', 'Goes elsewhere'],
    },
    {
      ...at,
      name: 'dry-run-away',
      answers: { ...answers, dryRun: refused(uiRefusals.busy) },
      steps: [{ press: 'Try the newest 100 contacts' }],
      shows: ['cannot answer this just now'],
    },
    {
      ...at,
      name: 'publish-suggest',
      steps: [{ press: 'Choose a mode' }, { press: 'Suggest' }, { press: 'See what will happen' }],
      shows: ['Change from observe to suggest?', 'Publish and suggest'],
    },
    {
      ...at,
      name: 'publish-problems',
      answers: {
        ...answers,
        draft: content({
          ...portal.draft(),
          hash: null,
          problems: [
            {
              code: 'POL014',
              about: 'rule "enterprise" (row 7): condition 2',
              found: 'compares field "employes", which no source fills',
              next: 'Known fields with a similar name: employees. Fix the field.',
            },
          ],
        }),
      },
      steps: [{ press: 'Choose a mode' }],
      shows: ['The draft cannot be published yet', 'POL014'],
    },
  ];
}

function statusStates(now: number): HomeState[] {
  const portal = finishedPortal(now);
  const answers = answersOf(portal, now);
  const busy: UiContent<'status'> = {
    ...calm(portal, now),
    waitingLeads: 31,
    oldestWaitingSince: now - 5_400_000,
    dueEffects: 7,
    openAlerts: 2,
    missingScopes: ['automation', 'crm.objects.leads.write'],
  };
  const withScopes = new StarterPortal(portal.rows);
  withScopes.others = {
    decidedLeads: 1_240,
    missingScopes: [
      { scope: 'automation', without: 'Workflows that set owners are not found.' },
      { scope: 'crm.objects.leads.write', without: 'Lead records get no owner and none are made: contacts only.' },
    ],
  };
  const alerts: UiContent<'alerts'> = {
    alerts: [
      {
        code: 'HSP003',
        about: 'rep "ana"',
        message: 'ana@example.com is no user of this portal any more.',
        nextStep: 'Give the name another user in Setup, Your team.',
        firstAt: now - 86_400_000,
        lastAt: now - 600_000,
        occurrences: 14,
      },
      {
        code: 'HSA010',
        about: hostile,
        message: long,
        nextStep: 'Look at the contact’s owner.',
        firstAt: now - 600_000,
        lastAt: now - 600_000,
        occurrences: 1,
      },
    ],
  };
  return [
    { ...usual, name: 'status-calm', answers, shows: ['Nothing needs you.', 'Signalbox is live'] },
    {
      ...usual,
      name: 'status-busy',
      answers: { ...answersOf(withScopes, now), status: content(busy), alerts: content(alerts) },
      shows: ['The oldest for 1 h', 'Give the name another user', 'contacts only'],
    },
    {
      ...usual,
      name: 'status-away',
      path: '/status',
      answers: { ...answers, status: refused(uiRefusals.busy) },
      shows: ['cannot answer this just now'],
    },
  ];
}

function searchStates(now: number): HomeState[] {
  const portal = finishedPortal(now);
  const answers = answersOf(portal, now);
  const at = { ...usual, path: '/decisions', answers } as const;
  const [current, replaced] = decisionsOf(now);
  const ofContact = { ...answers, decisions: content({ decisions: [current!, replaced!], after: null }) };
  return [
    { ...at, name: 'search', shows: ['Page 1', 'Counts now', 'Replaced'] },
    {
      ...at,
      name: 'search-nothing',
      path: '/decisions?words=nobody%40example.com',
      answers: { ...answers, decisions: content({ decisions: [], after: null }) },
      shows: ['Nothing was found'],
    },
    {
      ...at,
      name: 'search-first-day',
      answers: { ...answers, decisions: content({ decisions: [], after: null }) },
      shows: ['No lead is decided yet'],
    },
    {
      ...at,
      name: 'search-stale',
      later: { decisions: refused(uiRefusals.busy) },
      steps: [{ press: 'Older' }],
      shows: ['What you see may be old'],
    },
    {
      ...at,
      name: 'search-hostile',
      answers: {
        ...answers,
        decisions: content({
          decisions: [
            { ...current!, headline: long, destinationKey: hostile, givenTo: hostile, band: hostile, mode: long },
          ],
          after: null,
        }),
      },
      shows: ['Show all of it'],
    },
    {
      ...at,
      name: 'decision-story',
      path: `/decisions/${current!.contactId}?decision=${current!.decisionId}`,
      answers: ofContact,
      shows: ['Counts now', 'Why'],
    },
    {
      ...at,
      name: 'decision-replaced',
      path: `/decisions/${replaced!.contactId}?decision=${replaced!.decisionId}`,
      answers: ofContact,
      shows: ['This decision was replaced'],
    },
    {
      ...at,
      name: 'decision-unknown',
      path: '/decisions/9?decision=gone',
      answers: ofContact,
      shows: ['There is no such decision'],
    },
    { ...at, name: 'no-such-page', path: '/elsewhere', shows: ['Signalbox has no such page'] },
  ];
}

function gateStates(): HomeState[] {
  const nobody = { ...ops, rights: [], isAdmin: false };
  return [
    { ...usual, name: 'loading', answers: { access: 'silent' }, shows: ['Loading what you may do'] },
    { ...usual, name: 'away', answers: {}, shows: ['Signalbox does not answer at the moment.', 'Try again'] },
    {
      ...usual,
      name: 'no-right',
      answers: { access: content(nobody) },
      shows: ['You may not read the rules of this portal'],
    },
    {
      ...usual,
      name: 'worker',
      answers: { access: content({ ...nobody, isWorker: true }) },
      shows: ['The rules are not shown to you'],
    },
    {
      ...usual,
      name: 'sign-in',
      edition: 'private',
      answers: { access: content({ ...nobody, edition: 'private', isSignInNeeded: true }) },
      shows: ['Confirm who you are', 'Get a code'],
    },
    {
      ...usual,
      name: 'sign-in-code',
      edition: 'private',
      answers: {
        access: content({ ...nobody, edition: 'private', isSignInNeeded: true }),
        signIn: content({
          state: 'asked',
          code: 'SB-7F3K-92QM',
          recordPath: '/contacts/4242/record/2-5/77',
          fieldLabel: 'Signalbox: sign-in code',
          until: 1_900_000_000_000,
        }),
      },
      steps: [{ press: 'Get a code' }],
      shows: ['SB-7F3K-92QM', 'I have done it'],
    },
  ];
}
