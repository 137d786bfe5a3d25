import { existsSync, readFileSync } from 'node:fs';
import { hashText } from './hash-text.ts';
import { contextOf, type RunContext } from './run-context.ts';
import { rosterOfPolicy } from './roster-file.ts';
import type { RunFolder } from './run-folder.ts';
import { calendarsOfText, policyOfText, rosterOfText, snapshotError } from './snapshot-texts.ts';

export { calendarsOfText, policyOfText, rosterOfText } from './snapshot-texts.ts';

/** The context of a decision, made again of the texts of its three snapshots. */
export function contextOfTexts(texts: { policy: string; roster: string; calendars: string }): RunContext {
  const policy = policyOfText(texts.policy);
  return contextOf(policy, rosterOfPolicy(policy), rosterOfText(texts.roster), calendarsOfText(texts.calendars));
}

/** Reads the three snapshots that a record names and makes the context of its decision again. */
export function readSnapshots(
  folder: RunFolder,
  hashes: { policy: string; roster: string; calendars: string },
): RunContext {
  return contextOfTexts({
    policy: readSnapshot(folder, 'policy', hashes.policy),
    roster: readSnapshot(folder, 'roster', hashes.roster),
    calendars: readSnapshot(folder, 'calendars', hashes.calendars),
  });
}

function readSnapshot(folder: RunFolder, what: string, hash: string): string {
  const file = folder.snapshot(hash);
  if (!existsSync(file)) {
    throw snapshotError(what, `${file} is missing`);
  }
  const text = readFileSync(file, 'utf8');
  if (hashText(text) !== hash) {
    throw snapshotError(what, `${file} was changed: its hash is ${hashText(text).slice(0, 12)}…`);
  }
  return text;
}
