import type { Who } from './secured-org.ts';

/**
 * What the API must let each do with the records of an object, in the letters of tryRights; whoever is not named may do nothing.
 * A lead's own traces are private, so that only who may read all of them (H) sees those of a lead that they do not see.
 */
export type Rights = Partial<Record<Who, string>>;

const seenByRep: Rights = { admin: 'RH', ops: 'RH', rep: 'R' };
const keptByOps: Rights = { admin: 'RCED', ops: 'RCED' };
const snapshot: Rights = { admin: 'R', ops: 'R' };

/** All objects of the package that are not the rows of a policy. */
export const rights: Readonly<Record<string, Rights>> = {
  SbxActivity__c: { ...seenByRep, integration: 'RC' },
  // Published by the engine alone, which asks for nobody's rights.
  SbxAlert__e: {},
  SbxCalendar__c: keptByOps,
  SbxClock__c: seenByRep,
  SbxDecided__e: {},
  SbxDecision__c: seenByRep,
  SbxFeedback__c: seenByRep,
  SbxIncident__c: { admin: 'RHE', ops: 'RHE' },
  SbxLedger__c: { admin: 'R', ops: 'R' },
  SbxListEntry__c: keptByOps,
  SbxRep__c: { ...keptByOps, rep: 'R' },
  // Publishing writes in the mode of the user. A validation rule keeps what a revision names.
  SbxRevision__c: { admin: 'RCE', ops: 'RCE' },
  SbxRevisionPart__c: { admin: 'RC', ops: 'RC' },
  SbxSnapshot__c: snapshot,
  SbxSnapshotPart__c: snapshot,
  // What somebody put into the draft: everybody of ours who may read it reads all, and nobody changes it.
  SbxTraining__c: { admin: 'RC' },
  SbxTimeOff__c: { ...keptByOps, rep: 'R' },
};

/** Rows of a policy: ops edit them, and nobody else learns of them. */
export const rightsOnRows: Rights = keptByOps;

/** What somebody learns in a talk. */
const learned = [
  'SbxBudget__c',
  'SbxBuyingGroup__c',
  'SbxCurrentTool__c',
  'SbxExpectedValue__c',
  'SbxLanguage__c',
  'SbxProductInterest__c',
  'SbxTeamSize__c',
  'SbxTimeline__c',
];
const told = [
  ...learned,
  'SbxCampaign__c',
  'SbxChannel__c',
  'SbxEntryPage__c',
  'SbxIntakeId__c',
  'SbxLastPage__c',
  'SbxMessage__c',
  'SbxSubject__c',
];

/** Which of our fields on leads and contacts each may write; whoever is not named may write none. The rest is the engine's. */
export const writableFields: Readonly<Record<string, Partial<Record<Who, readonly string[]>>>> = {
  Lead: { admin: learned, ops: learned, rep: learned, integration: told },
  Contact: { admin: learned, ops: learned, rep: learned },
};

/** What some may not read of records that they may read. */
export const unreadable: readonly (readonly [field: string, by: readonly Who[]])[] = [
  ['SbxDecision__c.PersonalText__c', ['ops', 'rep']],
  ['SbxDecision__c.Salt__c', ['ops', 'rep']],
  ['SbxDecision__c.Turn__c', ['rep']],
  ['SbxRep__c.HolderId__c', ['rep']],
  ['Lead.SbxIntakeId__c', ['rep', 'standard', 'opened']],
  ['Lead.SbxFitScore__c', ['integration', 'standard', 'opened']],
  ['Lead.SbxDecision__c', ['integration', 'standard', 'opened']],
  ['Contact.SbxMessage__c', ['integration', 'standard', 'opened']],
];
