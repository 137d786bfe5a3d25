import type { Asked } from './entries.ts';
import type { Who } from './secured-org.ts';

/** What people and programs may type that means something else elsewhere. In an answer or a field it must be those letters. */
export const typed: readonly string[] = [
  "'",
  "\\'",
  '\\',
  "' OR Name != '",
  "x' OR Id != null OR Name = 'x",
  "') OR (Name LIKE '%",
  "x') LIMIT 1 --",
  ':fromAt',
  '{0} {fromAt}',
  '%',
  '_',
  '%%%%',
  '\\%',
  'a\nb\r\nc',
  'a\u0000\u0001b',
  '\u2028\ud83d\ude00\u202e',
  '"; DROP TABLE',
  '<b>&amp;',
  '$1 \\1',
];

/** As long as no field is: refused in words, or cut where cutting is said to happen. */
export const longText = `${"' OR Name != '%\\".repeat(640)}x`;

/** What means nothing anywhere. What is typed instead must come to the same. */
export const harmless = 'zzz';

export type Typing = Asked & {
  readonly by: Who;
  /** Where the text is a list of entries: it is cut into lines and told in lower case, so only what came of it is compared. */
  readonly isList?: true;
};

/** Every parameter that takes text, with {text} for it, tried by whoever may call the entry. */
export const typing: readonly Typing[] = [
  ...['person', 'givenTo', 'destination', 'source'].map((name) => ({
    by: 'admin' as const,
    entry: 'SbxDecisionSearch.search',
    input: { wanted: { [name]: '{text}' } },
  })),
  { by: 'admin', entry: 'SbxDecisionSearch.search', input: { wanted: { person: '{text}@' } } },
  { by: 'admin', entry: 'SbxLists.add', input: { listName: '{text}', text: 'new.example' } },
  { by: 'admin', entry: 'SbxLists.add', input: { listName: 'testDomain', text: '{text}' }, isList: true },
  { by: 'admin', entry: 'SbxLists.remove', input: { listName: '{text}', text: 'trace.example' } },
  { by: 'admin', entry: 'SbxLists.remove', input: { listName: 'testDomain', text: '{text}' }, isList: true },
  { by: 'admin', entry: 'SbxExport.start', input: { firstDay: '2026-01-01', lastDay: '2026-12-31', form: '{text}' } },
  { by: 'admin', entry: 'SbxErase.erase', input: { email: '{text}' } },
  { by: 'admin', entry: 'SbxErase.erase', input: { email: '{text}@' } },
  { by: 'admin', entry: 'SbxVerifySeals.verify', input: { afterNumber: 0, keptSeal: '{text}' } },
  {
    by: 'admin',
    entry: 'SbxLearnPage.page',
    input: { before: null, lostStatuses: ['{text}'], trackedSince: '{}' },
  },
  { by: 'admin', entry: 'SbxLearnPage.page', input: { before: null, lostStatuses: [], trackedSince: '{text}' } },
  { by: 'admin', entry: 'SbxLearnPage.putIn', input: { learned: '{text}', summary: 'Tried.' } },
  { by: 'ops', entry: 'SbxSetup.changeMode', input: { mode: '{text}' } },
  { by: 'ops', entry: 'SbxSetup.tellMode', input: { mode: '{text}' } },
  { by: 'ops', entry: 'SbxPublishPage.publish', input: { note: '{text}' } },
  { by: 'ops', entry: 'POST /signalbox/policy/publish', input: { note: '{text}' } },
  { by: 'ops', entry: 'PUT /signalbox/policy/rows', input: { body: '{text}' } },
  { by: 'ops', entry: 'PUT /signalbox/policy/rows', input: { body: [['{text}', {}]] } },
  { by: 'ops', entry: 'PUT /signalbox/policy/rows', input: { body: [['setting', { '{text}': 'x' }]] } },
  { by: 'rep', entry: 'SbxReviewQueue.cases', input: { kind: '{text}' } },
  { by: 'rep', entry: 'SbxReviewQueue.sendTo', input: { recordId: '{own}', receiver: '{text}' } },
  { by: 'rep', entry: 'SbxCardActions.judge', input: { recordId: '{own}', kind: '{text}', note: null } },
  { by: 'rep', entry: 'SbxCardActions.judge', input: { recordId: '{own}', kind: 'wrongScore', note: '{text}' } },
  { by: 'rep', entry: 'SbxCardActions.unjudge', input: { recordId: '{own}', kind: '{text}' } },
  { by: 'rep', entry: 'SbxCardActions.handBack', input: { recordId: '{own}', reason: '{text}' } },
  { by: 'rep', entry: 'SbxTakeTurnAction', input: { recordId: '{own}', poolName: '{text}', isGiven: true } },
  { by: 'rep', entry: 'SbxStartClockAction', input: { recordId: '{own}', slaName: '{text}' } },
  { by: 'rep', entry: 'SbxCloseClockAction', input: { recordId: '{own}', reason: '{text}' } },
  { by: 'rep', entry: 'SbxAskReviewAction', input: { recordId: '{own}', reason: '{text}' } },
  { by: 'integration', entry: 'POST /signalbox/leads', input: { id: '{text}', lastName: 'Typed', company: 'Typed' } },
  { by: 'integration', entry: 'POST /signalbox/leads', input: { id: 't', lastName: '{text}', company: '{text}' } },
  {
    by: 'integration',
    entry: 'POST /signalbox/leads?known=contact',
    input: { id: 't', lastName: 'T', company: 'T', email: '{text}' },
  },
  {
    by: 'integration',
    entry: 'POST /signalbox/leads',
    input: { id: 't', lastName: 'T', company: 'T', channel: '{text}' },
  },
  { by: 'integration', entry: 'POST /signalbox/leads', input: { id: 't', lastName: 'T', company: 'T', '{text}': 'x' } },
  ...['id', 'name', 'submissionId', 'email'].map((name) => ({
    by: 'integration' as const,
    entry: 'POST /signalbox/activities',
    input: { id: 't', name: 'download', email: 'nobody@nowhere.example', [name]: '{text}' },
  })),
];
