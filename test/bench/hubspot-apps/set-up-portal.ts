import type { DraftRowForm } from '../../../hubspot/handlers/ui/ui-forms.ts';
import { emailOf, sampleRoster } from '../../../sandbox/hubspot/edition/sample-people.ts';
import type { Edition } from '../../../sandbox/hubspot/edition/start-edition.ts';
import type { HubPortal } from '../../../sandbox/hubspot/hub/portals/hub-portal.ts';
import { ask, askAs } from './ui-caller.ts';

const mostMillis = 90_000;

/**
 * Installs the app with some of its optional scopes and does what the guide says, by the calls of the settings alone, so that it is
 * the same on every plan: names get their users, calendars are open, the rules are live.
 *
 * @param optionalScopes those that the user grants; all that the plan has where it is left out
 */
export async function setUpPortal(
  edition: Edition,
  portal: HubPortal,
  optionalScopes: readonly string[] | null = null,
): Promise<void> {
  const { hubSpot, app, publicUrl } = edition;
  const outcome = await hubSpot.install(portal.portalId, app.appId, {
    startUrl: `${publicUrl}/oauth/start`,
    ...(optionalScopes === null ? {} : { optionalScopes }),
  });
  if (outcome.status !== 200) {
    throw new Error(`The app was not installed: ${String(outcome.status)} ${outcome.text.slice(0, 300)}`);
  }
  await untilPrepared(edition, portal);
  const { rows, version } = await ask(edition, portal, 'draft', {});
  const draft = await ask(edition, portal, 'saveDraft', { rows: rows.map(ready), version });
  await ask(edition, portal, 'publish', { draftHash: draft.hash! });
}

/** The portal is prepared when its first revision is live. */
export async function untilPrepared(edition: Edition, portal: HubPortal): Promise<void> {
  const until = Date.now() + mostMillis;
  for (;;) {
    const told = await askAs(edition, portal, portal.users[0]!.userId, 'status', {});
    if ('content' in told && told.content.isPrepared && told.content.live !== null) return;
    if (Date.now() > until) {
      throw new Error(`Portal ${portal.portalId} was not prepared: ${JSON.stringify(told).slice(0, 500)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

const people = new Map(sampleRoster().map((person) => [person.repKey, person]));

function ready(row: DraftRowForm): DraftRowForm {
  const key = row.cells[0]!.text ?? '';
  switch (row.kind) {
    case 'person': {
      const person = people.get(key);
      return person === undefined
        ? row
        : withCells(row, {
            displayName: person.displayName,
            ownerEmail: emailOf(key),
            skills: person.skills.join(';'),
            languages: person.languages.join(';'),
          });
    }
    case 'calendar':
      return withCells(row, { days: '1;2;3;4;5;6;7', from: '00:00', until: '24:00' });
    case 'setting':
      return key === 'mode' ? withCells(row, { settingText: 'live' }) : row;
    default:
      return row;
  }
}

function withCells(row: DraftRowForm, values: Readonly<Record<string, string>>): DraftRowForm {
  return {
    ...row,
    cells: row.cells.map(({ column, text }) => ({ column, text: values[column] ?? text })),
  };
}
