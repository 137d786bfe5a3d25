import type { Who } from './secured-org.ts';

/**
 * closed: the class is not open to the user. refused: an error in plain words. hidden: an answer that tells of nothing, because
 * there is nothing that the user may see. allowed: it was done.
 */
export type Outcome = 'closed' | 'refused' | 'hidden' | 'allowed';

export type Asked = {
  /** As the classes have it: SbxLeadCard.get, SbxScoreAction, POST /signalbox/leads; addresses may go on behind it. */
  readonly entry: string;
  readonly input: unknown;
};

/** An attempt, and what must come of it for each who tries; who is not named finds the class closed. */
export type Attempt = Asked & { readonly expected: Partial<Record<Who, Outcome>> };

const policyText = '{"body":[["setting",{"name":"mode","text":"live"}]]}';
const lead = { id: 'attempt-1', lastName: 'Attempt', company: 'Attempt Works', email: 'a@attempt.example' };

/** What is about a lead, tried on each lead: by whoever has the lead, by whoever may only read it, by whoever does not see it. */
const aboutLeads: readonly Attempt[] = [];

export const attempts: readonly Attempt[] = [
  ...['own', 'readOnly', 'hidden'].flatMap((s) => [
    ['SbxLeadCard.get', { recordId: `{${s}}` }],
    ['SbxCardActions.claim', { recordId: `{${s}}` }],
    ['SbxCardActions.undoClaim', { recordId: `{${s}}` }],
    ['SbxCardActions.handBack', { recordId: `{${s}}`, reason: 'x' }],
    ['SbxCardActions.judge', { recordId: `{${s}}`, kind: 'wrongScore', note: 'x' }],
    ['SbxCardActions.unjudge', { recordId: `{${s}}`, kind: 'wrongScore' }],
    ['SbxReviewQueue.sendTo', { recordId: `{${s}}`, receiver: 'ana' }],
    ['SbxScoreAction', { recordId: `{${s}}` }],
    ['SbxFindOwnerAction', { recordId: `{${s}}` }],
    ['SbxScoreAndRouteAction', { recordId: `{${s}}`, isAgain: true }],
    ['SbxTakeTurnAction', { recordId: `{${s}}`, poolName: 'midmarket', isGiven: true }],
    ['SbxStartClockAction', { recordId: `{${s}}`, slaName: 'hot' }],
    ['SbxCloseClockAction', { recordId: `{${s}}` }],
    ['SbxAskReviewAction', { recordId: `{${s}}`, reason: 'x' }],
    ['POST /signalbox/decide', { ids: [`{${s}}`] }],
    ['POST /signalbox/activities', { id: 'e1', name: 'download', recordId: `{${s}}` }],
  ]),
  ['SbxRescore.start', { isPreview: true }],
  ['SbxRescore.progressOf', { jobId: '7071' }],
  ['SbxRescore.stop', { jobId: null }],
  ['SbxRescoreAction', {}],
  ['SbxPublishPage.view', {}],
  ['SbxPublishPage.publish', { note: 'x' }],
  ['SbxPublishPage.compare', { revisionId: '{revision}' }],
  ['SbxPublishPage.restore', { revisionId: '{revision}' }],
  ['SbxReviewQueue.cases', { kind: 'review' }],
  ['SbxReviewQueue.receivers', {}],
  ['SbxDecisionSearch.search', { wanted: { person: 'Wyver' } }],
  ['SbxDecisionSearch.search', { wanted: {} }],
  ['SbxVerifySeals.verify', {}],
  ['SbxExport.start', { firstDay: '2026-01-01', lastDay: '2026-12-31', form: 'csv' }],
  ['SbxErase.erase', { email: 'qzelda@kroppenstadt.example' }],
  ['SbxLists.sizes', {}],
  ['SbxLists.add', { listName: 'testDomain', text: 'x.example' }],
  ['SbxLists.remove', { listName: 'testDomain', text: 'trace.example' }],
  ['SbxSetup.view', {}],
  ['SbxSetup.makeMissing', {}],
  ['SbxSetup.tellMode', { mode: 'live' }],
  ['SbxSetup.changeMode', { mode: 'observe' }],
  ['GET /signalbox/policy/live', {}],
  ['GET /signalbox/policy/check', {}],
  ['POST /signalbox/policy/publish', { note: 'x' }],
  ['PUT /signalbox/policy/rows', { body: [] }],
  ['POST /signalbox/leads', { id: 'attempt-1', lastName: 'A', company: 'B' }],
].map(([entry, input]: any) => ({ entry, input, expected: {} }));
