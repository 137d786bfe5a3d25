import { advanceTo } from '../../../sandbox/salesforce/org/async/run-jobs.ts';
import type { Installation } from '../../../sandbox/salesforce/installation/installation.ts';
import { assignPermissionSet, usernameOf } from '../../../sandbox/salesforce/installation/name-people.ts';
import { mustSave } from '../../../sandbox/salesforce/installation/must-save.ts';
import { atLeast, atMost } from '../figure.ts';
import type { Reporter } from '../reporter.ts';
import { countRecords } from './count-records.ts';
import { customerFolder } from './fault-runs.ts';
import { newInstallation } from './new-installation.ts';

const leadsEach = 1_000;
const sweepMillis = 16 * 60_000;

/** Other people's code that saves leads while every job that it may hand over is used up. */
const contexts: readonly (readonly [string, string])[] = [
  ['a request', `CustomerLeads.saveWithoutRoom(${leadsEach}, 'Request');`],
  ['a batch', 'System.Database.executeBatch(new CustomerBatch());'],
  ['a queueable', 'System.enqueueJob(new CustomerQueueable());'],
  ['a future method', `CustomerLeads.saveInFuture(${leadsEach});`],
];

/** Who else saves leads, by their login. */
const users: readonly (readonly [string, string])[] = [
  ['a guest', 'guest.user@example.com'],
  ['an integration user', 'integration.user@example.com'],
  ['a rep', usernameOf('ana')],
];

/** Leads saved by others in every context: nobody's transaction may fail because of us, and every lead must be decided. */
export async function benchCallers(reporter: Reporter): Promise<void> {
  reporter.heading(
    `${leadsEach.toLocaleString('en-US')} leads saved by others, with no room for our jobs or as other users`,
  );
  const installation = await newInstallation({ beside: [customerFolder] });
  try {
    for (const [who, code] of contexts) {
      const answer = await installation.admin.tooling.executeAnonymous(code);
      if (!answer.success) reporter.note(`${who}: ${String(answer.exceptionMessage ?? answer.compileProblem)}`);
      await settled(installation);
    }
    await letUsersCreate(installation);
    for (const [who, username] of users) await saveAs(installation, who, username);
    const failures = installation.connected.background.failures;
    for (const failure of failures.slice(0, 3)) reporter.note(failure);
    reporter.figure('others’ transactions and jobs that failed', failures.length, '', atMost(0));
    const expected = leadsEach * (contexts.length + users.length);
    reporter.figure('leads saved', await countRecords(installation, 'Lead'), 'leads', atLeast(expected));
    reporter.figure('  decided without a sweep', await countDecided(installation), 'leads');
    advanceTo(installation.program, installation.org, installation.org.clock.now() + sweepMillis);
    await settled(installation);
    reporter.figure('  decided after one sweep', await countDecided(installation), 'leads', atLeast(expected));
  } finally {
    await installation.close();
  }
}

function countDecided(installation: Installation): Promise<number> {
  return countRecords(installation, "Lead WHERE SbxState__c = 'decided' AND SbxDecision__c != NULL");
}

async function settled(installation: Installation): Promise<void> {
  await installation.connected.settled();
}

/** Guests and integrations have no rights of their own: an admin gives them the package's permission set for that. */
async function letUsersCreate(installation: Installation): Promise<void> {
  const names = users.slice(0, 2).map(([, username]) => `'${username}'`);
  const found = await installation.admin.query<{ Id: string }>(
    `SELECT Id FROM User WHERE Username IN (${names.join(', ')})`,
  );
  await assignPermissionSet(
    installation,
    'SbxIntegration',
    found.records.map((each) => each.Id),
  );
}

async function saveAs(installation: Installation, who: string, username: string): Promise<void> {
  const connection = installation.connectAs(username);
  const origin = who.split(' ').at(-1)!;
  for (let start = 0; start < leadsEach; start += 200) {
    const leads = Array.from({ length: 200 }, (_, place) => ({
      FirstName: 'Nora',
      LastName: `${origin} ${start + place}`,
      Company: `${origin} Works ${start + place}`,
      Email: `nora@${origin}${start + place}.example`,
      Title: 'Head of Operations',
      NumberOfEmployees: 150,
    }));
    mustSave(`leads of ${who}`, await connection.sobject('Lead').create(leads));
  }
  await settled(installation);
}
