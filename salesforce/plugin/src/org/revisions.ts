import { Problem } from '../problem.ts';
import type { Org, OrgRecord } from './org.ts';
import { instantOrNull, numberOf, textOf, textOrNull } from './read-values.ts';
import { readParts } from './text-parts.ts';

/** A published revision without its text. */
export type Revision = {
  readonly id: string;
  readonly number: number;
  readonly fingerprint: string;
  readonly previousFingerprint: string | null;
  readonly isLive: boolean;
  readonly note: string | null;
  readonly publishedAt: number | null;
};

/** All revisions, the first one first. */
export async function readRevisions(org: Org): Promise<Revision[]> {
  const records = await org.selectAll(
    'SbxRevision__c',
    ['Id', 'Number__c', 'Fingerprint__c', 'PreviousFingerprint__c', 'IsLive__c', 'Note__c', 'PublishedAt__c'],
    'ORDER BY Number__c, Id',
  );
  return records.map(revisionOf);
}

/** The text of a revision; null where a part is missing or was changed. */
export function readRevisionText(org: Org, { id, fingerprint }: Revision): Promise<string | null> {
  return readParts(org, { object: 'SbxRevisionPart__c', parent: 'Revision__c', id, fingerprint });
}

/** The latest revision, which is the live one. SFP005 before the first. */
export function liveRevision(revisions: readonly Revision[]): Revision {
  const live = revisions.at(-1);
  if (live === undefined) throw new Problem('SFP005');
  return live;
}

/** A revision by its number. SFP004 where there is none. */
export function revisionNumbered(revisions: readonly Revision[], number: number): Revision {
  const found = revisions.find((each) => each.number === number);
  if (found === undefined) throw new Problem('SFP004', [String(number)]);
  return found;
}

function revisionOf(record: OrgRecord): Revision {
  return {
    id: textOf(record, 'Id'),
    number: numberOf(record, 'Number__c'),
    fingerprint: textOf(record, 'Fingerprint__c'),
    previousFingerprint: textOrNull(record, 'PreviousFingerprint__c'),
    isLive: record['IsLive__c'] === true,
    note: textOrNull(record, 'Note__c'),
    publishedAt: instantOrNull(record, 'PublishedAt__c'),
  };
}
