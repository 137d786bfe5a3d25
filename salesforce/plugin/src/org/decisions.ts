import type { Org, OrgRecord } from './org.ts';
import { instantOrNull, numberOrNull, textOrNull } from './read-values.ts';

/** A decision as the org keeps it. Nothing of it is trusted before it was verified. */
export type StoredDecision = {
  readonly id: string;
  /** Such as D-000012. */
  readonly name: string;
  readonly decisionText: string;
  readonly fingerprint: string;
  readonly personalText: string | null;
  readonly personalFingerprint: string;
  readonly salt: string | null;
  readonly sealNumber: number | null;
  readonly seal: string | null;
  readonly turnReturnedAt: number | null;
  /** The lead or contact that was decided; null where it was deleted since. */
  readonly subjectId: string | null;
};

const fields = [
  'Id',
  'Name',
  'DecisionText__c',
  'Fingerprint__c',
  'PersonalText__c',
  'PersonalFingerprint__c',
  'Salt__c',
  'SealNumber__c',
  'Seal__c',
  'TurnReturnedAt__c',
  'Lead__c',
  'Contact__c',
] as const;

/** Decisions, page after page. Example: `readDecisions(org, 'ORDER BY DecidedAt__c, Id', (total) => progress.start(total))`. */
export async function* readDecisions(
  org: Org,
  clauses: string,
  onPage: (total: number) => void,
): AsyncGenerator<StoredDecision> {
  for await (const record of org.select('SbxDecision__c', fields, clauses, onPage)) yield decisionOf(record);
}

function decisionOf(record: OrgRecord): StoredDecision {
  return {
    id: textOrNull(record, 'Id') ?? '',
    name: textOrNull(record, 'Name') ?? '',
    decisionText: textOrNull(record, 'DecisionText__c') ?? '',
    fingerprint: textOrNull(record, 'Fingerprint__c') ?? '',
    personalText: textOrNull(record, 'PersonalText__c'),
    personalFingerprint: textOrNull(record, 'PersonalFingerprint__c') ?? '',
    salt: textOrNull(record, 'Salt__c'),
    sealNumber: numberOrNull(record, 'SealNumber__c'),
    seal: textOrNull(record, 'Seal__c'),
    turnReturnedAt: instantOrNull(record, 'TurnReturnedAt__c'),
    subjectId: textOrNull(record, 'Lead__c') ?? textOrNull(record, 'Contact__c'),
  };
}
