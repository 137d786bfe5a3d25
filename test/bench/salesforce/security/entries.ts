import type { Subject, Who } from './secured-org.ts';

/**
 * closed: the class is not open to the user. refused: an error in plain words. nothing: an answer that tells of nothing, because
 * there is nothing that the user may see. allowed: it was done.
 */
export type Outcome = 'closed' | 'refused' | 'nothing' | 'allowed';

export type Asked = {
  /** As findEntries names them; addresses may go on behind it. */
  readonly entry: string;
  /** {own}, {readOnly} and {hidden} stand for leads, {revision} for the first revision. */
  readonly input: unknown;
};

/** An attempt, and what must come of it for each who tries; who is not named finds the class closed. */
export type Attempt = Asked & { readonly expected: Partial<Record<Who, Outcome>> };

/** Entries that only ask: whatever they answer, nothing may be changed. */
export const asking: readonly string[] = [
  'SbxLeadCard.get',
  'SbxScoreAction',
  'SbxFindOwnerAction',
  'POST /signalbox/decide',
  'SbxPublishPage.view',
  'SbxPublishPage.compare',
  'SbxReviewQueue.cases',
  'SbxReviewQueue.receivers',
  'SbxDecisionSearch.search',
  'SbxVerifySeals.verify',
  'SbxLists.sizes',
  'SbxRescore.progressOf',
  'SbxSetup.view',
  'SbxSetup.tellMode',
  'SbxLearnPage.view',
  'SbxLearnPage.page',
  'GET /signalbox/policy',
];

type AboutLead = readonly [entry: string, input: object, outcomes: Readonly<Record<Subject, Outcome>>];
const about = (own: Outcome, readOnly: Outcome, hidden: Outcome) => ({ own, readOnly, hidden });
const lead = '{lead}';

/** By a rep, on the lead that is theirs, on one that they may only read, and on one that they do not see. */
const aboutLeads: readonly AboutLead[] = [
  ['SbxLeadCard.get', { recordId: lead }, about('allowed', 'allowed', 'nothing')],
  ['SbxCardActions.claim', { recordId: lead }, about('allowed', 'refused', 'nothing')],
  ['SbxCardActions.undoClaim', { recordId: lead }, about('refused', 'refused', 'nothing')],
  ['SbxCardActions.handBack', { recordId: lead, reason: 'Not mine.' }, about('allowed', 'refused', 'nothing')],
  ['SbxCardActions.judge', { recordId: lead, kind: 'wrongScore', note: null }, about('allowed', 'allowed', 'nothing')],
  ['SbxCardActions.judge', { recordId: lead, kind: 'overridden', note: null }, about('refused', 'refused', 'nothing')],
  ['SbxCardActions.unjudge', { recordId: lead, kind: 'overridden' }, about('refused', 'refused', 'nothing')],
  ['SbxReviewQueue.sendTo', { recordId: lead, receiver: 'ana' }, about('allowed', 'refused', 'nothing')],
  ['SbxScoreAction', { recordId: lead }, about('allowed', 'allowed', 'nothing')],
  ['SbxFindOwnerAction', { recordId: lead }, about('allowed', 'allowed', 'nothing')],
  ['SbxScoreAndRouteAction', { recordId: lead, isAgain: true }, about('allowed', 'refused', 'nothing')],
  [
    'SbxTakeTurnAction',
    { recordId: lead, poolName: 'americas', isGiven: true },
    about('allowed', 'refused', 'nothing'),
  ],
  ['SbxStartClockAction', { recordId: lead, slaName: 'sameDay' }, about('allowed', 'refused', 'nothing')],
  ['SbxCloseClockAction', { recordId: lead, reason: 'call' }, about('allowed', 'refused', 'nothing')],
  ['SbxAskReviewAction', { recordId: lead, reason: 'Odd.' }, about('allowed', 'refused', 'nothing')],
  ['POST /signalbox/decide', { ids: [lead] }, about('allowed', 'allowed', 'nothing')],
];

/** Admins and ops of ours see no more leads than sharing shows them, and a class alone shows none. */
function attemptsAbout([entry, input, outcomes]: AboutLead): Attempt[] {
  return (['own', 'readOnly', 'hidden'] as const).map((subject) => ({
    entry,
    input: JSON.parse(JSON.stringify(input).replaceAll(lead, `{${subject}}`)) as unknown,
    expected: { admin: 'nothing', ops: 'nothing', rep: outcomes[subject], opened: 'nothing' },
  }));
}

const byAdmin: Attempt['expected'] = { admin: 'allowed', opened: 'refused' };
const byOps: Attempt['expected'] = { ...byAdmin, ops: 'allowed' };
const refusedToOps: Attempt['expected'] = { admin: 'refused', ops: 'refused', opened: 'refused' };
const refusedToAdmin: Attempt['expected'] = { admin: 'refused', opened: 'refused' };
/** As the page Learn sends it. */
const learnedParts = JSON.stringify({
  scorecards: [
    {
      axis: 'fit',
      basis: 'trained',
      basePoints: 5,
      attributes: [],
      tableStart: 5,
      scoreTable: [40, 60],
      agreementTable: [50, 99],
      isCalibrated: true,
      trainedOn: 600,
    },
  ],
  signals: null,
  fitHigh: 60,
  engagementHigh: null,
});
/** Who has the class and not the rights on the object is refused by the platform, not by us. */
const bySenders: Attempt['expected'] = { integration: 'allowed', admin: 'refused', opened: 'refused' };

const others: readonly Attempt[] = [
  { entry: 'SbxRescore.start', input: { isPreview: true, since: null }, expected: byOps },
  { entry: 'SbxRescore.start', input: { isPreview: false, since: null }, expected: byOps },
  { entry: 'SbxRescore.progressOf', input: { jobId: null }, expected: refusedToOps },
  { entry: 'SbxRescore.stop', input: { jobId: null }, expected: refusedToOps },
  { entry: 'SbxRescoreAction', input: { isLive: true }, expected: byOps },
  { entry: 'SbxPublishPage.view', input: {}, expected: byOps },
  { entry: 'SbxPublishPage.publish', input: { note: 'Tried.' }, expected: byOps },
  { entry: 'SbxPublishPage.compare', input: { revisionId: '{revision}' }, expected: byOps },
  { entry: 'SbxPublishPage.compare', input: { revisionId: '{hidden}' }, expected: refusedToOps },
  { entry: 'SbxPublishPage.restore', input: { revisionId: '{revision}' }, expected: byOps },
  {
    entry: 'SbxReviewQueue.cases',
    input: { kind: 'review' },
    expected: { admin: 'nothing', ops: 'nothing', rep: 'nothing', opened: 'nothing' },
  },
  {
    entry: 'SbxReviewQueue.receivers',
    input: {},
    expected: { admin: 'allowed', ops: 'allowed', rep: 'allowed', opened: 'nothing' },
  },
  {
    entry: 'SbxDecisionSearch.search',
    input: { wanted: { person: 'Wyverholm' } },
    expected: { admin: 'nothing', ops: 'nothing', opened: 'nothing' },
  },
  { entry: 'SbxDecisionSearch.search', input: { wanted: {} }, expected: byOps },
  { entry: 'SbxVerifySeals.verify', input: { afterNumber: null, keptSeal: null }, expected: byAdmin },
  {
    entry: 'SbxExport.start',
    input: { firstDay: '2026-01-01', lastDay: '2026-12-31', form: 'csv' },
    expected: byAdmin,
  },
  { entry: 'SbxErase.erase', input: { email: 'olga@own.example' }, expected: byAdmin },
  { entry: 'SbxLists.sizes', input: {}, expected: byOps },
  { entry: 'SbxLists.add', input: { listName: 'testDomain', text: 'new.example' }, expected: byOps },
  { entry: 'SbxLists.remove', input: { listName: 'testDomain', text: 'trace.example' }, expected: byOps },
  { entry: 'SbxSetup.view', input: {}, expected: byOps },
  { entry: 'SbxSetup.makeMissing', input: {}, expected: byOps },
  { entry: 'SbxSetup.tellMode', input: { mode: 'live' }, expected: byOps },
  { entry: 'SbxSetup.changeMode', input: { mode: 'observe' }, expected: byOps },
  { entry: 'SbxLearnPage.view', input: {}, expected: byAdmin },
  {
    entry: 'SbxLearnPage.page',
    input: { before: null, lostStatuses: ['Closed - Not Converted'], trackedSince: '{}' },
    expected: byAdmin,
  },
  { entry: 'SbxLearnPage.putIn', input: { learned: learnedParts, summary: 'Tried.' }, expected: byAdmin },
  { entry: 'SbxLearnPage.putIn', input: { learned: '{}', summary: 'Tried.' }, expected: refusedToAdmin },
  { entry: 'SbxLearnPage.takeBack', input: {}, expected: byAdmin },
  { entry: 'GET /signalbox/policy/live', input: {}, expected: byOps },
  { entry: 'GET /signalbox/policy/check', input: {}, expected: byOps },
  { entry: 'POST /signalbox/policy/publish', input: { note: 'Tried.' }, expected: byOps },
  { entry: 'PUT /signalbox/policy/rows', input: {}, expected: refusedToOps },
  {
    entry: 'POST /signalbox/leads',
    input: { id: 'tried-1', lastName: 'Tried', company: 'Tried Works', email: 't@tried.example' },
    expected: bySenders,
  },
  // The sender's own lead is visible to it; those of others are nobody of that name.
  {
    entry: 'POST /signalbox/activities',
    input: { id: 'tried-2', name: 'download', recordId: '{hidden}' },
    expected: { integration: 'nothing', admin: 'nothing', opened: 'nothing' },
  },
  {
    entry: 'POST /signalbox/activities',
    input: { id: 'tried-3', name: 'download', email: 'qzelda@kroppenstadt.example' },
    expected: { integration: 'nothing', admin: 'nothing', opened: 'nothing' },
  },
];

export const attempts: readonly Attempt[] = [...aboutLeads.flatMap(attemptsAbout), ...others];
