import { readFileSync } from 'node:fs';
import path from 'node:path';
import { installSignalbox, type InstallOptions } from '../../../sandbox/salesforce/installation/install-signalbox.ts';
import type { Installation } from '../../../sandbox/salesforce/installation/installation.ts';
import { namePeople, takeCharge, type Person } from '../../../sandbox/salesforce/installation/name-people.ts';
import { setMode } from '../../../sandbox/salesforce/installation/set-policy.ts';

const rosterFile = path.join(import.meta.dirname, '..', '..', '..', 'core', 'sample', 'roster.json');

/** The eight people of the sample. */
export function samplePeople(): Person[] {
  return (JSON.parse(readFileSync(rosterFile, 'utf8')) as { reps: Person[] }).reps;
}

/** A fresh installation of the starter policy, live, with people in its pools. */
export async function newInstallation(options: InstallOptions = {}): Promise<Installation> {
  const installation = await installSignalbox(options);
  await takeCharge(installation);
  await namePeople(installation, samplePeople());
  await setMode(installation, 'live');
  return installation;
}
