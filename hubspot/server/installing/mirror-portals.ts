import type { Queryable } from '../database/database.ts';
import type { CredentialStore } from './storing/credential-store.ts';

/**
 * Writes into the table `portal` which portals there are, without their tokens. The embedded edition does so when it starts
 * and after each installation: its tokens are in a file, and its database may have been made anew. What else stands in the
 * rows is left alone.
 */
export async function mirrorPortals(store: CredentialStore, database: Queryable): Promise<void> {
  for (const portal of await store.listPortals()) {
    await database.query(
      `insert into portal (portal_id, app_id, state, scopes, installed_at, uninstalled_at)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (portal_id) do update set app_id = excluded.app_id, state = excluded.state, scopes = excluded.scopes,
         installed_at = excluded.installed_at, uninstalled_at = excluded.uninstalled_at`,
      [portal.portalId, portal.appId, portal.state, portal.scopes.join(' '), portal.installedAt, portal.uninstalledAt],
    );
  }
}
