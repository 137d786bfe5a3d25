import path from 'node:path';
import type { Installation } from '../installation/installation.ts';
import { usernameOf } from '../installation/name-people.ts';
import { samplePeople } from '../installation/sample-people.ts';
import { installPackages, whyInstall } from '../lightning/install-packages.ts';
import type { LightningPage as Page, LightningUser as User } from '../lightning/serve/page.ts';
import { serveLightning, type LightningServer } from '../lightning/serve/serve-lightning.ts';
import { answerApexOf } from './answer-apex.ts';
import { answerRecordOf } from './answer-record.ts';
import { chooseLeads, type ShownLead } from './choose-leads.ts';

const appFolder = path.join(import.meta.dirname, '..', '..', '..', 'salesforce', 'app');

/** Serves the package's pages with real base components; the stand-in org answers whatever they ask. */
export async function servePages(installation: Installation, port: number): Promise<LightningServer> {
  const reason = whyInstall();
  if (reason !== null) {
    console.log(`Installing what the pages are made of: ${reason}. This takes a minute, once.`);
    installPackages();
  }
  console.log('Compiling the pages; the first time takes half a minute …');
  return servePagesOf(installation, {
    port,
    leads: await chooseLeads(installation),
    users: await usersOf(installation),
  });
}

/** The package's own pages and the cards of some leads. */
export function servePagesOf(
  installation: Pick<Installation, 'org' | 'program' | 'admin' | 'connectAs'>,
  { port, leads, users }: { port: number; leads: readonly ShownLead[]; users: User[] },
): Promise<LightningServer> {
  return serveLightning({
    folder: appFolder,
    port,
    users,
    pages: [...adminPages(), ...leads.map(leadPage)],
    answerApex: answerApexOf(installation),
    answerRecord: answerRecordOf(installation),
  });
}

/** The administrator first, whom pages open as; then reps and somebody without any permission. */
export async function usersOf(installation: Installation): Promise<User[]> {
  const names = [
    'running.user@example.com',
    ...samplePeople().map((each) => usernameOf(each.repKey)),
    'standard.user@example.com',
  ];
  const { records } = await installation.admin.query<{
    Id: string;
    Name: string;
    Username: string;
    TimeZoneSidKey: string;
  }>(
    `SELECT Id, Name, Username, TimeZoneSidKey FROM User WHERE Username IN (${names.map((each) => `'${each}'`).join(', ')})`,
  );
  const byName = new Map(records.map((each) => [each.Username, each]));
  return names.flatMap((name) => {
    const user = byName.get(name);
    return user === undefined
      ? []
      : [
          {
            id: user.Id,
            name: user.Name,
            timeZone: user.TimeZoneSidKey,
            locale: 'en-US',
            customPermissions: permissionsOf(installation, user.Id),
          },
        ];
  });
}

function permissionsOf({ org }: Installation, userId: string): string[] {
  const { permissions } = org.access.of(userId);
  return ['SbxPublish', 'SbxEditRules', 'SbxBypass'].filter((each) => permissions.hasCustomPermission(each));
}

function adminPages(): Page[] {
  const page = (place: string, title: string, ...names: string[]): Page => ({
    path: place,
    title,
    components: names.map((name) => ({ name, region: 'main' })),
  });
  return [
    page('/setup', 'Signalbox Setup', 'sbxSetup'),
    page('/learn', 'Learn', 'sbxLearn'),
    page('/publish', 'Publish', 'sbxPublish'),
    page('/review', 'Review', 'sbxReviewQueue'),
    page('/search', 'Search', 'sbxDecisionSearch', 'sbxRecords'),
    page('/lists', 'Lists', 'sbxLists'),
  ];
}

function leadPage(lead: ShownLead): Page {
  return {
    path: `/record/Lead/${lead.id}`,
    title: lead.name,
    subtitle: lead.company,
    icon: 'standard:lead',
    highlights: [
      { label: 'Destination', value: lead.destination },
      { label: 'Given to', value: lead.givenTo },
    ],
    components: [{ name: 'sbxScoreCard', region: 'main' }],
  };
}
