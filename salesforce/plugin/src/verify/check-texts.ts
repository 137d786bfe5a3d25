import { calendarsOfText, policyOfText, rosterOfText } from '../../../../core/src/author/run/read-snapshots.ts';
import { writeCalendars, writePolicy, writeRoster } from '../../../../core/src/decide/index.ts';
import type { Org } from '../org/org.ts';
import { textOf } from '../org/read-values.ts';
import type { Snapshots } from '../org/snapshots.ts';
import type { Verification } from '../results/verify-result.ts';

/** Checks the chain of revisions and the text of each, and the texts of all rosters and calendars. */
export async function checkTexts(org: Org, snapshots: Snapshots, result: Verification): Promise<void> {
  checkChain(snapshots, result);
  for (const revision of snapshots.revisions) {
    result.revisions += 1;
    const text = await snapshots.policyText(revision.fingerprint);
    const isSound = text !== null && isSameAgain(text, (each) => writePolicy(policyOfText(each)));
    if (!isSound) {
      result.findings.push({ code: 'VER001', about: `revision ${revision.number}`, found: gone(text) });
    }
  }
  for (const record of await org.selectAll(
    'SbxSnapshot__c',
    ['Id', 'Name', 'Kind__c', 'Fingerprint__c'],
    'ORDER BY Id',
  )) {
    result.snapshots += 1;
    const text = await snapshots.snapshotText(textOf(record, 'Fingerprint__c'));
    const isRoster = textOf(record, 'Kind__c') === 'roster';
    const again = (each: string): string =>
      isRoster ? writeRoster(rosterOfText(each)) : writeCalendars(calendarsOfText(each));
    if (text === null || !isSameAgain(text, again)) {
      result.findings.push({ code: 'VER001', about: `snapshot ${textOf(record, 'Name')}`, found: gone(text) });
    }
  }
}

function gone(text: string | null): string {
  return text === null ? 'is missing or was changed: it does not fit its fingerprint' : 'was not written by Signalbox';
}

/** A text that can't be read, or is written otherwise, is not one of ours, whatever its fingerprint says. */
function isSameAgain(text: string, writeAgain: (text: string) => string): boolean {
  try {
    return writeAgain(text) === text;
  } catch {
    return false;
  }
}

/** Each revision names the one before it, without a gap in the numbers. */
function checkChain({ revisions }: Snapshots, result: Verification): void {
  for (const [place, revision] of revisions.entries()) {
    const before = revisions[place - 1];
    const about = `revision ${revision.number}`;
    if (revision.number !== place + 1) {
      result.findings.push({ code: 'VER016', about, found: `stands where revision ${place + 1} belongs` });
      return;
    }
    if (revision.previousFingerprint !== (before?.fingerprint ?? null)) {
      result.findings.push({ code: 'VER016', about, found: 'does not name the revision before it' });
    }
  }
}
