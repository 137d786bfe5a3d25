import path from 'node:path';
import { readRosterFile } from '../../../core/src/author/run/roster-file.ts';
import { editOption, namePeople, openAllHours, setMode } from '../edition/edit-rules.ts';
import { emailOf, sampleRoster } from '../edition/sample-people.ts';
import type { Edition } from '../edition/start-edition.ts';
import type { HubPortal } from '../hub/portals/hub-portal.ts';
import { publishDraft, readStatus } from './ask-server.ts';
import { areRulesRecords, PortalRules, type LiveRevision } from './read-policy.ts';
import { editRuleFile, type FileRow } from './rule-file.ts';
import { sampleFolder } from './sample-leads.ts';

const lookAgainMillis = 200;
const longestMillis = 120_000;

/**
 * Installs the app as an admin does in a browser, and waits until it has made its properties and its rules. The starter policy is
 * published then, in observe mode.
 *
 * @throws Error when the installation ends on another page than that of a success, or takes two minutes
 */
export async function installSignalbox(edition: Edition): Promise<LiveRevision> {
  const { hubSpot, portal, app, servers } = edition;
  const outcome = await hubSpot.install(portal.portalId, app.appId, { startUrl: `${servers[0]!.url}/oauth/start` });
  if (outcome.status !== 200 || !hubSpot.isInstalled(portal.portalId, app.appId)) {
    throw new Error(`The app was not installed: its page answered ${outcome.status}.`);
  }
  const rules = new PortalRules(portal);
  const until = Date.now() + longestMillis;
  for (;;) {
    const live = rules.findLive();
    // The server is asked only then: each question is a call of HubSpot that the preparation needs itself.
    if (live !== null && (await readStatus(edition)).isPrepared) return live;
    if (Date.now() > until) throw new Error(`The portal was not prepared within ${longestMillis / 1_000} seconds.`);
    await new Promise((resolve) => setTimeout(resolve, lookAgainMillis));
  }
}

/**
 * What an admin edits then: the rules' names get their users, every calendar is open around the clock so that no demonstration
 * depends on the hour, own and competitors' domains are listed, and the mode is live. Then it is published.
 */
export async function goLive(edition: Edition): Promise<LiveRevision> {
  const { portal } = edition;
  const roster = readRosterFile(path.join(sampleFolder, 'roster.json'));
  const domains = {
    employeeDomains: roster.employeeDomains.join(';'),
    competitorDomains: roster.competitorDomains.join(';'),
  };
  if (areRulesRecords(portal)) editRecords(portal, domains);
  else editRuleFile(portal, (rows) => editFileRows(rows, domains));
  await publishDraft(edition);
  return new PortalRules(portal).findLive()!;
}

type Domains = { readonly employeeDomains: string; readonly competitorDomains: string };

function editRecords(portal: HubPortal, domains: Domains): void {
  namePeople(portal);
  openAllHours(portal);
  for (const [key, text] of Object.entries(domains)) editOption(portal, key, text);
  setMode(portal, 'live');
}

function editFileRows(rows: { [kind: string]: FileRow[] }, domains: Domains): void {
  const people = new Map(sampleRoster().map((person) => [person.repKey, person]));
  for (const row of rows['person'] ?? []) {
    const person = people.get(String(row['repKey']));
    if (person === undefined) continue;
    row['displayName'] = person.displayName;
    row['ownerEmail'] = emailOf(person.repKey);
    row['skills'] = person.skills.join(';');
    row['languages'] = person.languages.join(';');
  }
  for (const row of rows['calendar'] ?? [])
    Object.assign(row, { days: '1;2;3;4;5;6;7', from: '00:00', until: '24:00' });
  for (const [key, text] of Object.entries(domains)) setCell(rows['option'], 'optionKey', key, 'optionText', text);
  setCell(rows['setting'], 'settingKey', 'mode', 'settingText', 'live');
}

function setCell(rows: FileRow[] | undefined, keyColumn: string, key: string, column: string, text: string): void {
  const row = rows?.find((each) => each[keyColumn] === key);
  if (row === undefined) throw new Error(`The rules have no row ${key}.`);
  row[column] = text;
}
