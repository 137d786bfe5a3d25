import type { HubPortal } from '../hub/portals/hub-portal.ts';
import { namePeople, openAllHours, publish, rowsOf, setMode } from './edit-rules.ts';
import type { Edition } from './start-edition.ts';

const preparedMillis = 60_000;

/** What an admin does up to the first live lead: installs, names people, publishes. */
export async function installEdition(
  edition: Edition,
  portal: HubPortal = edition.portal,
  mode: 'observe' | 'suggest' | 'live' = 'live',
): Promise<void> {
  const { hubSpot, app, publicUrl: serverUrl } = edition;
  const outcome = await hubSpot.install(portal.portalId, app.appId, { startUrl: `${serverUrl}/oauth/start` });
  if (outcome.status !== 200) {
    throw new Error(`The app was not installed: ${outcome.status} ${outcome.text.slice(0, 300)}`);
  }
  await untilPrepared(edition, portal);
  namePeople(portal);
  openAllHours(portal);
  setMode(portal, mode);
  await publish(hubSpot, portal, serverUrl);
}

/** The portal is prepared when its first revision is live. */
async function untilPrepared({ servers }: Edition, portal: HubPortal): Promise<void> {
  const until = Date.now() + preparedMillis;
  while (!isPrepared(portal)) {
    if (Date.now() > until) {
      throw new Error(`Portal ${portal.portalId} was not prepared.\n${servers[0]!.lines.slice(-20).join('\n')}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function isPrepared(portal: HubPortal): boolean {
  try {
    const [revision] = portal.records.listRecords(`p${portal.portalId}_sbx_revision`);
    return revision?.value('sbx_state') === 'live' && rowsOf(portal, 'option').length > 0;
  } catch {
    // The object types are not there yet.
    return false;
  }
}
