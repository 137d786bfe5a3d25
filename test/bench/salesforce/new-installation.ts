import { advanceTo } from '../../../sandbox/salesforce/org/async/run-jobs.ts';
import { installSignalbox, type InstallOptions } from '../../../sandbox/salesforce/installation/install-signalbox.ts';
import type { Installation } from '../../../sandbox/salesforce/installation/installation.ts';
import { namePeople, takeCharge } from '../../../sandbox/salesforce/installation/name-people.ts';
import { samplePeople } from '../../../sandbox/salesforce/installation/sample-people.ts';
import { setMode } from '../../../sandbox/salesforce/installation/set-policy.ts';

/** A fresh installation of the starter policy, live, with people in its pools. */
export async function newInstallation(options: InstallOptions = {}): Promise<Installation> {
  const installation = await installSignalbox(options);
  // Calendars are worked out by a job; where jobs are held this is the one that must not wait.
  const { org, program } = installation;
  while (advanceTo(program, org, org.clock.now()).count > 0);
  await takeCharge(installation);
  await namePeople(installation, samplePeople());
  await setMode(installation, 'live');
  return installation;
}
