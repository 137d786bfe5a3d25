import type { Log } from '../observing/log.ts';
import type { Credentials } from './credentials.ts';
import type { OAuthClient } from './oauth-client.ts';
import type { CredentialStore } from './storing/credential-store.ts';

export type UninstallPorts = {
  readonly store: CredentialStore;
  readonly credentials: Pick<Credentials, 'accessToken' | 'forget'>;
  readonly oauth: Pick<OAuthClient, 'removeInstallation'>;
  readonly now: () => number;
  readonly sleep: (millis: number) => Promise<void>;
  readonly log: Log;
};

export type Uninstalled =
  | { readonly state: 'uninstalled' }
  /** Here it is, but HubSpot could not be told: somebody disconnects the app there. */
  | { readonly state: 'uninstalledHereOnly' }
  | { readonly state: 'wasNotInstalled' };

const triesAfterMillis = [0, 500, 2_000];

/**
 * Uninstalls the app from a portal because somebody asked for it. Tokens are erased before HubSpot is told, so that they are
 * gone whatever it answers. Rules, revisions and decisions are the portal's own and stay there.
 */
export async function uninstallPortal(portalId: number, ports: UninstallPorts): Promise<Uninstalled> {
  const accessToken = await lastToken(portalId, ports);
  const wasInstalled = await ports.store.markUninstalled(portalId, ports.now());
  ports.credentials.forget(portalId);
  if (!wasInstalled) return { state: 'wasNotInstalled' };
  if (accessToken === null) return { state: 'uninstalledHereOnly' };
  for (const millis of triesAfterMillis) {
    if (millis > 0) await ports.sleep(millis);
    try {
      await ports.oauth.removeInstallation(accessToken);
      ports.log.info({ portalId }, 'the app was uninstalled');
      return { state: 'uninstalled' };
    } catch (error) {
      ports.log.warn({ portalId, error }, 'HubSpot could not be told that the app is uninstalled');
    }
  }
  return { state: 'uninstalledHereOnly' };
}

/** Null where there is none any more; that keeps nobody from uninstalling. */
async function lastToken(portalId: number, ports: UninstallPorts): Promise<string | null> {
  try {
    return await ports.credentials.accessToken(portalId);
  } catch (error) {
    ports.log.warn({ portalId, error }, 'no token to tell HubSpot with that the app is uninstalled');
    return null;
  }
}
