import type { HubPortal } from '../hub/portals/hub-portal.ts';
import type { StandInHubSpot } from '../hub/stand-in-hubspot.ts';
import type { PortalRecord } from '../records/portal-record.ts';
import { emailOf, sampleRoster } from './sample-people.ts';

/**
 * What an admin does after the installation: rows of the rules are edited in list views, by hand, and published from the
 * settings of the app.
 */

/** The portal's own name for the rows. */
function rowTypeOf({ portalId }: HubPortal): string {
  return `p${portalId}_sbx_rule_row`;
}

/** The rows of one kind. */
export function rowsOf(portal: HubPortal, kind: string): PortalRecord[] {
  return listAll(portal).filter((row) => row.value('sbx_row_kind') === kind);
}

function listAll(portal: HubPortal): PortalRecord[] {
  const rows: PortalRecord[] = [];
  for (;;) {
    const page = portal.records.listRecords(rowTypeOf(portal), rows.at(-1)?.id ?? null, 100);
    rows.push(...page);
    if (page.length < 100) {
      return rows;
    }
  }
}

/** Changes a row as the first user of the portal, by hand. */
export function editRow(portal: HubPortal, row: PortalRecord, values: Readonly<Record<string, string>>): void {
  const { userId } = portal.users[0]!;
  portal.records.updateRecord(rowTypeOf(portal), row.id, values, {
    sourceType: 'CRM_UI',
    sourceId: `userId:${userId}`,
    userId,
  });
}

/** Gives the names of the rules their users, with skills and languages. */
export function namePeople(portal: HubPortal): void {
  const people = new Map(sampleRoster().map((person) => [person.repKey, person]));
  for (const row of rowsOf(portal, 'person')) {
    const person = people.get(row.value('sbx_rep_key') ?? '');
    if (person !== undefined) {
      editRow(portal, row, {
        sbx_display_name: person.displayName,
        sbx_owner_email: emailOf(person.repKey),
        sbx_skills: person.skills.join(';'),
        sbx_languages: person.languages.join(';'),
      });
    }
  }
}

/** Opens every calendar around the clock, so that no demonstration depends on the hour. */
export function openAllHours(portal: HubPortal): void {
  for (const row of rowsOf(portal, 'calendar')) {
    editRow(portal, row, { sbx_days: '1;2;3;4;5;6;7', sbx_from: '00:00', sbx_until: '24:00' });
  }
}

/** observe, suggest or live: what the published rules may do. */
export function setMode(portal: HubPortal, mode: 'observe' | 'suggest' | 'live'): void {
  editSetting(portal, 'mode', mode);
}

export function editSetting(portal: HubPortal, key: string, text: string): void {
  const row = rowsOf(portal, 'setting').find((each) => each.value('sbx_setting_key') === key);
  if (row === undefined) {
    throw new Error(`The rules of portal ${portal.portalId} have no setting ${key}.`);
  }
  editRow(portal, row, { sbx_setting_text: text });
}

export function editOption(portal: HubPortal, key: string, text: string): void {
  const row = rowsOf(portal, 'option').find((each) => each.value('sbx_option_key') === key);
  if (row === undefined) {
    throw new Error(`The rules of portal ${portal.portalId} have no option ${key}.`);
  }
  editRow(portal, row, { sbx_option_text: text });
}

/** Publishes the draft from the settings of the app, as the first user. */
export async function publish(hubSpot: StandInHubSpot, portal: HubPortal, serverUrl: string): Promise<string> {
  const { userId } = portal.users[0]!;
  const draft = await hubSpot.uiFetch(portal.portalId, userId, `${serverUrl}/ui/rules/draft`);
  const { hash } = draft.json() as { hash: string | null };
  const answer = await hubSpot.uiFetch(portal.portalId, userId, `${serverUrl}/ui/rules/publish`, {
    method: 'POST',
    body: { draftHash: hash },
  });
  if (answer.status !== 200) {
    throw new Error(`The rules were not published: ${answer.status} ${answer.text.slice(0, 500)}`);
  }
  return hash!;
}
