import path from 'node:path';
import { callAuraEnabled } from '../org/access/call-aura-enabled.ts';
import type { Json, JsonObject } from '../org/http/json.ts';
import type { Installation } from '../installation/installation.ts';
import { usernameOf } from '../installation/name-people.ts';
import { samplePeople } from '../installation/sample-people.ts';
import { installPackages, whyInstall } from '../lightning/install-packages.ts';
import type { ApexRequest } from '../lightning/serve/answer-question.ts';
import type { LightningPage as Page, LightningUser as User } from '../lightning/serve/page.ts';
import { serveLightning } from '../lightning/serve/serve-lightning.ts';
import { answerRecordOf } from './answer-record.ts';
import { chooseLeads } from './choose-leads.ts';

const appFolder = path.join(import.meta.dirname, '..', '..', '..', 'salesforce', 'app');

/** Serves the package's pages with real base components; the stand-in org answers whatever they ask. */
export async function servePages(
  installation: Installation,
  port: number,
): Promise<{ address: string; close: () => Promise<void> }> {
  const reason = whyInstall();
  if (reason !== null) {
    console.log(`Installing what the pages are made of: ${reason}. This takes a minute, once.`);
    installPackages();
  }
  console.log('Compiling the pages; the first time takes half a minute …');
  return serveLightning({
    folder: appFolder,
    port,
    users: await usersOf(installation),
    pages: [...adminPages(), ...(await leadPages(installation))],
    answerApex: (request) => Promise.resolve(answerApex(installation, request)),
    answerRecord: answerRecordOf(installation),
  });
}

function answerApex({ org, program }: Installation, request: ApexRequest): { data: Json } | { error: { message: string } } {
  const answer = callAuraEnabled(org, {
    program,
    userId: request.userId,
    method: `${request.class}.${request.method}`,
    args: request.params as JsonObject,
    isWire: request.isWire,
  });
  return answer;
}

/** The administrator first, whom pages open as; then reps and somebody without any permission. */
async function usersOf(installation: Installation): Promise<User[]> {
  const names = ['running.user@example.com', ...samplePeople().map((each) => usernameOf(each.repKey)), 'standard.user@example.com'];
  const { records } = await installation.admin.query<{ Id: string; Name: string; Username: string; TimeZoneSidKey: string }>(
    `SELECT Id, Name, Username, TimeZoneSidKey FROM User WHERE Username IN (${names.map((each) => `'${each}'`).join(', ')})`,
  );
  const byName = new Map(records.map((each) => [each.Username, each]));
  return names.flatMap((name) => {
    const user = byName.get(name);
    return user === undefined
      ? []
      : [{ id: user.Id, name: user.Name, timeZone: user.TimeZoneSidKey, locale: 'en-US', customPermissions: permissionsOf(installation, user.Id) }];
  });
}

function permissionsOf({ org }: Installation, userId: string): string[] {
  const { permissions } = org.access.of(userId);
  return ['SbxPublish', 'SbxEditRules', 'SbxBypass'].filter((each) => permissions.hasCustomPermission(each));
}

function adminPages(): Page[] {
  const page = (place: string, title: string, name: string): Page => ({
    path: place,
    title,
    components: [{ name, region: 'main' }],
  });
  return [
    page('/setup', 'Signalbox Setup', 'sbxSetup'),
    page('/publish', 'Publish', 'sbxPublish'),
    page('/review', 'Review', 'sbxReviewQueue'),
    page('/search', 'Decisions', 'sbxDecisionSearch'),
    page('/lists', 'Lists', 'sbxLists'),
  ];
}

async function leadPages(installation: Installation): Promise<Page[]> {
  return (await chooseLeads(installation)).map((lead) => ({
    path: `/record/Lead/${lead.id}`,
    title: lead.name,
    subtitle: lead.company,
    icon: 'standard:lead',
    highlights: [
      { label: 'Destination', value: lead.destination },
      { label: 'Given to', value: lead.givenTo },
    ],
    components: [{ name: 'sbxScoreCard', region: 'main' }],
  }));
}
