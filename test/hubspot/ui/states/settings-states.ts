import { flatten } from '../../../../core/src/decide/index.ts';
import { hashText } from '../../../../core/src/author/run/hash-text.ts';
import { validateDraft } from '../../../../hubspot/handlers/rules/read-validated-draft.ts';
import { readConfiguration } from '../../../../hubspot/handlers/rules/configuration-rows.ts';
import { cellText, orderRows, type DraftKind, type DraftRow } from '../../../../hubspot/handlers/rules/draft-row.ts';
import { starterPolicy } from '../../../../hubspot/handlers/rules/install-starter.ts';
import { policyRowsOf } from '../../../../hubspot/handlers/rules/policy-rows.ts';
import type { LearnedForm, LearningForm } from '../../../../hubspot/handlers/learning/learning-forms.ts';
import { dealsNotReadable, tooManyLeads } from '../../../../hubspot/handlers/learning/learning-notes.ts';
import type { UiContent } from '../../../../hubspot/handlers/ui/ui-calls.ts';
import type {
  DraftForm,
  DraftRowForm,
  DryRunForm,
  RevisionEntryForm,
} from '../../../../hubspot/handlers/ui/ui-forms.ts';
import { uiRefusals, type UiRefusal } from '../../../../hubspot/handlers/ui/ui-refusals.ts';
import { loadDraft, rowsToSend } from '../../../../hubspot/ui/rules/draft.ts';
import { moveRow } from '../../../../hubspot/ui/rules/edit-draft.ts';
import { sectionGroups } from '../../../../hubspot/ui/settings/section-list.ts';
import { starterRows } from '../rules/starter-rows.ts';
import { portalFields, portalUsers } from '../settings/portal-people.ts';
import { learnedSample, learningSample } from './learned-sample.ts';
import type { HomeStep } from './home-states.ts';
import type { StateAnswers } from './ui-state.ts';

/** `press` names a button or a tab; `tick` a checkbox. */
export type SettingsStep = HomeStep | { readonly tick: string };

/** One state in which somebody finds the settings: everything that it is made of. */
export type SettingsState = {
  /** As a file may be called. */
  readonly name: string;
  readonly entry: 'settings';
  readonly location: 'settings';
  readonly edition: 'marketplace' | 'private';
  /** A call that is not named is away, as where no server runs. */
  readonly answers: StateAnswers;
  readonly steps: readonly SettingsStep[];
  /** What answers from then on, before the steps; null where nothing changes. */
  readonly later: StateAnswers | null;
  /** Words that stand there once everything has come. */
  readonly shows: readonly string[];
};

const usual = { entry: 'settings', location: 'settings', edition: 'marketplace', steps: [], later: null } as const;

const long = 'A name that goes on and on '.repeat(400).slice(0, 10_000);
const hostile = '<img src=x onerror=alert(1)> **bold** [link](https://evil.example) \u202egnp.exe {{contact.email}}';

function content<Content>(given: Content): { readonly content: Content } {
  return { content: given };
}

function refused({ code, message, nextStep }: UiRefusal): { readonly refusal: UiRefusal } {
  return { refusal: { code, message, nextStep } };
}

const ops: UiContent<'access'> = {
  edition: 'marketplace',
  email: 'rosa.lind@example.com',
  rights: ['read', 'edit', 'publish', 'grant'],
  isWorker: false,
  isAdmin: true,
  isSignInNeeded: false,
};

/** Every state of the settings at the instant `now`. */
export function settingsStates(now: number): SettingsState[] {
  return [
    ...gateStates(),
    ...sectionStates(now),
    ...editorStates(now),
    ...troubledStates(now),
    ...publishStates(now),
    ...accessStates(now),
    ...learningStates(now),
  ];
}

/** All answers of a portal whose draft has these rows. */
export function answersOf(rows: readonly DraftRowForm[], now: number): StateAnswers {
  const draft = draftOf(rows, now);
  const [live, first] = revisionsOf(now);
  return {
    access: content(ops),
    draft: content(draft),
    saveDraft: content({ ...draft, version: 'v2' }),
    dryRun: content(dryRunOf()),
    publish: content({ live: { ...live!, number: 3 }, isNew: true }),
    revisions: content({ revisions: [live!, first!] }),
    revision: content({ entry: live!, rows: flatten(starterPolicy()) }),
    rollBack: content({ live: first!, isNew: true }),
    grants: content({
      grants: [
        { email: 'lena.ops@example.com', rights: ['read', 'edit'] },
        { email: 'omar.lead@example.com', rights: ['read', 'publish'] },
      ],
      admins: ['rosa.lind@example.com'],
      isTampered: false,
    }),
    users: content({ users: portalUsers }),
    fields: content(portalFields),
    uninstall: content({ isHubSpotTold: true }),
    learning: content(learningSample(now, { startedAt: null, startedBy: null })),
  };
}

function draftOf(rows: readonly DraftRowForm[], now: number): DraftForm {
  const ordered = orderRows(rows as readonly DraftRow[]);
  const { configuration, problems } = readConfiguration(ordered);
  const checked = validateDraft({ rows: policyRowsOf(ordered), configuration, problems });
  return {
    rows: [...rows],
    version: 'v1',
    problems: [...checked.problems],
    hash: checked.hash,
    live: revisionsOf(now)[0]!,
  };
}

function revisionsOf(now: number): RevisionEntryForm[] {
  const hash = (name: string): string => hashText(name);
  return [
    {
      number: 2,
      hash: hash('two'),
      publishedAt: now - 7_200_000,
      publishedBy: 'rosa.lind@example.com',
      previousHash: hash('one'),
      isLive: true,
    },
    {
      number: 1,
      hash: hash('one'),
      publishedAt: now - 1_900_800_000,
      publishedBy: 'Signalbox',
      previousHash: null,
      isLive: false,
    },
  ];
}

function dryRunOf(): DryRunForm {
  const outcome = (destination: string, ownerName: string, why: string): DryRunForm['leads'][number]['after'] => ({
    destinationKey: destination.toLowerCase(),
    destination,
    ownerKey: ownerName.toLowerCase(),
    ownerName,
    bucket: 'warm',
    fit: 72,
    engagement: 45,
    confidence: 66,
    why,
  });
  return {
    contacts: 50,
    liveNumber: 2,
    moved: 2,
    byDestination: [
      { key: 'enterprise', label: 'Enterprise reps', before: 4, after: 6 },
      { key: 'triage', label: 'Triage', before: 21, after: 19 },
    ],
    byOwner: [
      { key: 'ana', label: 'Ana', before: 9, after: 11 },
      { key: 'mara', label: 'Mara', before: 12, after: 10 },
    ],
    leads: [
      {
        contactId: '501',
        name: 'Nora Quist',
        isMoved: true,
        before: outcome('Triage', 'Mara', 'Matrix: low fit, high engagement'),
        after: outcome('Enterprise reps', 'Ana', 'Rule 5: a larger company that names who else is evaluating'),
      },
      {
        contactId: '502',
        name: hostile,
        isMoved: true,
        before: outcome('Triage', 'Mara', 'Matrix: low fit, high engagement'),
        after: outcome('Enterprise reps', 'Ana', long),
      },
    ],
    milliseconds: 2_340,
  };
}

/** The rows with a cell of one of them changed. */
function withCell(
  rows: readonly DraftRowForm[],
  kind: DraftKind,
  [column, text]: readonly [string, string],
  cells: Readonly<Record<string, string | null>>,
): DraftRowForm[] {
  return rows.map((row) =>
    row.kind === kind && cellText(row as DraftRow, column) === text
      ? {
          ...row,
          cells: row.cells.map((cell) => ({ ...cell, text: cell.column in cells ? cells[cell.column]! : cell.text })),
        }
      : row,
  );
}

function gateStates(): SettingsState[] {
  const nobody = { ...ops, rights: [], isAdmin: false };
  const asked = { ...nobody, edition: 'private', isSignInNeeded: true } as const;
  return [
    { ...usual, name: 'settings-loading', answers: { access: 'silent' }, shows: ['Loading Signalbox'] },
    { ...usual, name: 'settings-away', answers: {}, shows: ['does not answer at the moment', 'Try again'] },
    {
      ...usual,
      name: 'settings-no-right',
      answers: { access: content(nobody) },
      shows: ['The rules are not open to you'],
    },
    {
      ...usual,
      name: 'settings-rules-away',
      answers: { access: content(ops), draft: refused(uiRefusals.busy) },
      shows: ['cannot answer this just now', 'Try again'],
    },
    {
      ...usual,
      name: 'settings-sign-in',
      edition: 'private',
      answers: { access: content(asked) },
      shows: ['Confirm who you are', 'Get a code'],
    },
    {
      ...usual,
      name: 'settings-sign-in-code',
      edition: 'private',
      answers: {
        access: content(asked),
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

/** The way to a section by its tabs. */
function stepsTo(section: string): SettingsStep[] {
  const group = sectionGroups.find(({ sections }) => sections.some((each) => each.section === section))!;
  const place = group.sections.findIndex((each) => each.section === section);
  return [
    ...(group === sectionGroups[0] ? [] : [{ press: group.title }]),
    ...(place === 0 ? [] : [{ press: group.sections[place]!.title }]),
  ];
}

function sectionStates(now: number): SettingsState[] {
  const answers = answersOf(starterRows(), now);
  return sectionGroups.flatMap(({ sections }) =>
    sections.map(({ section }) => ({
      ...usual,
      name: `settings-${section}`,
      answers,
      steps: stepsTo(section),
      shows: ['Live: revision 2', 'No problems'],
    })),
  );
}

function editorStates(now: number): SettingsState[] {
  const answers = answersOf(starterRows(), now);
  const open = (name: string, section: string, row: string, shows: string[]): SettingsState => ({
    ...usual,
    name: `settings-${name}-editor`,
    answers,
    steps: [...stepsTo(section), { press: `Edit ${row}` }],
    shows,
  });
  const ruleSteps = [
    ...stepsTo('rules'),
    { press: 'Edit A larger company that names who else is evaluating and wants to start soon' },
  ];
  return [
    open('rule', 'rules', 'A larger company that names who else is evaluating and wants to start soon', [
      'Rule 5 of 14',
      'Conditions',
    ]),
    open('pool', 'pools', 'Everybody who takes inbound leads (inbound)', ['Members', 'Ramp for joiners']),
    open('promise', 'promises', 'Within 5 business minutes (fiveMinutes)', ['What happens before and after']),
    open('attribute', 'fit', 'Company size', ['Try a value', 'Ranges']),
    open('signal', 'signals', 'Asked for a demo (demoRequested)', ['What one of it still counts']),
    open('destination', 'destinations', 'Enterprise reps (enterprise)', ['Named in']),
    open('person', 'people', 'Ana (ana)', ['User of this portal']),
    open('hours', 'hours', 'business', ['Week days']),
    {
      ...usual,
      name: 'settings-rule-typing',
      answers,
      steps: [...ruleSteps, { write: ['How the conditions are joined', '1 AND (2 OR 9)'] }],
      shows: ['(POL109)', '1 problem'],
    },
    {
      ...usual,
      name: 'settings-source-editor',
      answers,
      steps: [...stepsTo('sources'), { press: 'Sources of employees' }],
      shows: ['employees is read from'],
    },
  ];
}

function troubledStates(now: number): SettingsState[] {
  const broken = withCell(
    withCell(starterRows(), 'rule', ['ruleKey', 'buying-group'], { destinationKey: 'enterprize', logic: '1 AND' }),
    'destination',
    ['destinationKey', 'triage'],
    { holderKey: 'marra', poolKey: 'smbb' },
  );
  const odd = withCell(
    withCell(starterRows(), 'rule', ['ruleKey', 'buying-group'], { label: long }),
    'destination',
    ['destinationKey', 'triage'],
    { label: hostile, taskLabel: long },
  );
  const oddPool = withCell(odd, 'pool', ['poolKey', 'inbound'], { label: hostile, requiredSkills: long });
  return [
    {
      ...usual,
      name: 'settings-problems',
      answers: answersOf(broken, now),
      shows: ['problems to mend', 'Known names like it: enterprise'],
    },
    {
      ...usual,
      name: 'settings-problem-rule',
      answers: answersOf(broken, now),
      steps: [
        ...stepsTo('rules'),
        { press: 'Edit A larger company that names who else is evaluating and wants to start soon' },
      ],
      shows: ['enterprize (not in the list)', 'POL130'],
    },
    {
      ...usual,
      name: 'settings-hostile',
      answers: answersOf(odd, now),
      steps: stepsTo('rules'),
      shows: ['<img src=x'],
    },
    {
      ...usual,
      name: 'settings-hostile-destination',
      answers: answersOf(odd, now),
      steps: [...stepsTo('destinations')],
      shows: ['**bold**'],
    },
    {
      ...usual,
      name: 'settings-hostile-pools',
      answers: answersOf(oddPool, now),
      steps: stepsTo('pools'),
      shows: ['**bold**'],
    },
    {
      ...usual,
      name: 'settings-empty',
      answers: {
        ...answersOf(starterRows(), now),
        draft: content({ rows: [], version: 'v1', problems: [], hash: null, live: null }),
      },
      steps: stepsTo('rules'),
      shows: ['No rules yet', 'Nothing live'],
    },
    {
      ...usual,
      name: 'settings-read-only',
      answers: { ...answersOf(starterRows(), now), access: content({ ...ops, rights: ['read'], isAdmin: false }) },
      steps: [
        ...stepsTo('rules'),
        { press: 'Show A larger company that names who else is evaluating and wants to start soon' },
      ],
      shows: ['Read only'],
    },
    {
      ...usual,
      name: 'settings-save-away',
      answers: answersOf(starterRows(), now),
      later: { saveDraft: refused(uiRefusals.busy) },
      steps: [...stepsTo('thresholds'), { write: ['Fit is high from', '70'] }, { press: 'Save draft' }],
      shows: ['Your changes are safe in this page', 'Changes not saved'],
    },
    {
      ...usual,
      name: 'settings-conflict',
      answers: answersOf(starterRows(), now),
      later: {
        saveDraft: refused(uiRefusals.changedMeanwhile),
        draft: content({ ...draftOf(theirs(), now), version: 'v7' }),
      },
      steps: [...stepsTo('thresholds'), { write: ['Fit is high from', '70'] }, { press: 'Save draft' }],
      shows: ['Somebody changed the rules since', 'Put my changes on top', 'Take theirs'],
    },
  ];
}

/** What somebody else saved meanwhile. */
function theirs(): DraftRowForm[] {
  const draft = loadDraft(starterRows());
  const rule = draft.rows.find((row) => cellText(row, 'ruleKey') === 'buying-group')!;
  return withCell(
    withCell(rowsToSend(moveRow(draft, rule.id, 0)), 'setting', ['settingKey', 'fitHigh'], { settingText: '65' }),
    'pool',
    ['poolKey', 'inbound'],
    { label: 'Inbound team' },
  );
}

function publishStates(now: number): SettingsState[] {
  const draft = loadDraft(starterRows());
  const rule = draft.rows.find((row) => cellText(row, 'ruleKey') === 'buying-group')!;
  const edited = withCell(
    withCell(rowsToSend(moveRow(draft, rule.id, 1)), 'rule', ['ruleKey', 'strategic-account'], { slaKey: 'oneMinute' }),
    'member',
    ['memberKey', 'ana'],
    { weight: '3' },
  );
  const live = withCell(edited, 'setting', ['settingKey', 'mode'], { settingText: 'live' });
  const answers = answersOf(edited, now);
  const at = { ...usual, steps: stepsTo('publish') } as const;
  const goLive = { ...at, answers: answersOf(live, now) } as const;
  return [
    { ...at, name: 'settings-publish-changes', answers, shows: ['Difference to live revision 2', 'Place: 5 → 2'] },
    {
      ...at,
      name: 'settings-publish-dry-run',
      answers,
      steps: [...at.steps, { press: 'Dry run' }],
      shows: ['2 leads would go elsewhere', 'Nora Quist'],
    },
    {
      ...at,
      name: 'settings-publish-done',
      answers,
      steps: [...at.steps, { press: 'Publish it' }],
      shows: ['Published as revision 3'],
    },
    {
      ...at,
      name: 'settings-publish-overtaken',
      answers,
      later: { publish: refused(uiRefusals.changedMeanwhile) },
      steps: [...at.steps, { press: 'Publish it' }],
      shows: ['Somebody changed the rules since', 'The newest rules are loaded'],
    },
    { ...goLive, name: 'settings-publish-mode', shows: ['Mode: Observe → Live', 'I know that leads get owners'] },
    {
      ...at,
      name: 'settings-publish-not-allowed',
      answers: { ...answers, access: content({ ...ops, rights: ['read', 'edit'], isAdmin: false }) },
      shows: ['You may not publish'],
    },
  ];
}

function accessStates(now: number): SettingsState[] {
  const answers = answersOf(starterRows(), now);
  return [
    {
      ...usual,
      name: 'settings-access-tampered',
      answers: { ...answers, grants: content({ grants: [], admins: ['rosa.lind@example.com'], isTampered: true }) },
      steps: stepsTo('access'),
      shows: ['The rights were changed outside of Signalbox'],
    },
    {
      ...usual,
      name: 'settings-access-not-allowed',
      answers: { ...answers, access: content({ ...ops, rights: ['read', 'edit'], isAdmin: false }) },
      steps: stepsTo('access'),
      shows: ['You may not see or give rights'],
    },
    {
      ...usual,
      name: 'settings-roll-back',
      answers,
      steps: [...stepsTo('history'), { press: 'Roll back to 1…' }],
      shows: ['Roll back to revision 1?'],
    },
    {
      ...usual,
      name: 'settings-removed',
      answers,
      steps: [
        ...stepsTo('remove'),
        { write: ['To go on, write: remove Signalbox', 'remove Signalbox'] },
        { press: 'Remove Signalbox' },
      ],
      shows: ['Signalbox no longer decides in this portal'],
    },
  ];
}

function learningStates(now: number): SettingsState[] {
  const answers = answersOf(starterRows(), now);
  const result = { ...learnedSample(now), policyHash: revisionsOf(now)[0]!.hash };
  const refusals = result.axes.map(({ axis }) => ({
    kind: 'refused' as const,
    axis,
    code: 'LRN001',
    reason: 'only 12 leads were won',
    next: 'Wait until 30 leads were won and 30 were not. The present card stays.',
  }));
  const isStopped: LearnedForm = {
    ...result,
    axes: refusals,
    notes: [dealsNotReadable],
    hygiene: {
      ...result.hygiene,
      isStopped: true,
      lines: result.hygiene.lines.map((line) => ({ ...line, grade: 'missing' as const, next: 'Wait for more.' })),
    },
  };
  const state = (name: string, learning: StateAnswers['learning'], shows: string[]): SettingsState => ({
    ...usual,
    name: `settings-learn-${name}`,
    answers: { ...answers, ...(learning === undefined ? {} : { learning }) },
    steps: stepsTo('learn'),
    shows,
  });
  const told = (change: Partial<LearningForm>): StateAnswers['learning'] => content(learningSample(now, change));
  return [
    state('loading', 'silent', ['Loading what was learned last']),
    state('away', refused(uiRefusals.busy), ['cannot answer this just now', 'Try again']),
    state('no-right', refused(uiRefusals.notAllowed), ['You may not do this']),
    state('reading', told({ state: 'reading', done: 1_200, all: 4_812 }), ['1,200 contacts of 4,812 read', 'Cancel']),
    state('training', told({ state: 'training', phase: 'fit: cross-validation', done: 2, all: 5 }), [
      'fit: cross-validation, 2 of 5',
    ]),
    state('too-many', told({ state: 'failed', problem: tooManyLeads(61_204) }), ['npm start -- train', 'HSL001']),
    state('done', told({ state: 'done', result }), ['Put fit into the draft', 'Employees: from −14 to +17', 'Partial']),
    state('stopped', told({ state: 'done', result: isStopped }), [
      'Nothing was learned, and the present points stay',
      'crm.objects.deals.read',
    ]),
    {
      ...state('hostile', told({ state: 'done', result: hostileResult(result) }), ['**bold**']),
    },
    {
      ...usual,
      name: 'settings-learn-here',
      edition: 'private',
      answers: { ...answers, access: content({ ...ops, edition: 'private' }), learningPage: content(emptyPage) },
      steps: [...stepsTo('learn'), { press: 'Learn from won and lost leads' }],
      shows: ['This portal has no contacts to learn from.', 'Nothing was learned, and the present points stay'],
    },
    {
      ...state('read-only', told({ state: 'done', result }), ['Who may edit the rules can put this into the draft.']),
      answers: {
        ...answers,
        access: content({ ...ops, rights: ['read'], isAdmin: false }),
        learning: content(learningSample(now, { state: 'done', result })),
      },
    },
  ];
}

const emptyPage: UiContent<'learningPage'> = { leads: [], after: null, all: 0, areDealsRead: true, closedElsewhere: 0 };

/** What strangers typed into deals and contacts. */
function hostileResult(result: LearnedForm): LearnedForm {
  const { hygiene } = result;
  return {
    ...result,
    hygiene: {
      ...hygiene,
      lines: hygiene.lines.map((line) => ({
        ...line,
        found: long,
        witnesses: line.witnesses.map((witness) => ({ ...witness, seen: hostile })),
      })),
      excludedFields: [{ fieldKey: hostile, code: 'LRN030', reason: long }],
      recentDeals: hygiene.recentDeals.map((deal) => ({ ...deal, closeReason: hostile, faults: [long] })),
    },
  };
}
