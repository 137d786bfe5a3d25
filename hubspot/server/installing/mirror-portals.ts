import type { Database } from '../database/database.ts';
import { isLongAbsence, startAfresh } from './start-afresh.ts';
import type { CredentialStore, KnownPortal } from './storing/credential-store.ts';

/**
 * Writes into the table `portal` which portals there are, without their tokens. The embedded edition does so when it starts,
 * after each installation and every minute: its tokens are in a file, and its database may have been made anew. What else stands
 * in the rows is left alone.
 */
export async function mirrorPortals(
  store: CredentialStore,
  database: Pick<Database, 'query' | 'transaction'>,
): Promise<void> {
  for (const portal of await store.listPortals()) {
    await database.transaction(async (transaction) => {
      const [before] = await transaction.query<{ state: string; uninstalled_at: unknown }>(
        'select state, uninstalled_at from portal where portal_id = $1 for update',
        [portal.portalId],
      );
      if (portal.state === 'installed' && isLongAbsence(stateOf(before), portal.installedAt)) {
        await startAfresh(transaction, portal.portalId, portal.installedAt);
      }
      await transaction.query(
        `insert into portal (portal_id, app_id, state, scopes, installed_at, uninstalled_at, installed_by)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (portal_id) do update set app_id = excluded.app_id, state = excluded.state, scopes = excluded.scopes,
           installed_at = excluded.installed_at, uninstalled_at = excluded.uninstalled_at, installed_by = excluded.installed_by`,
        valuesOf(portal),
      );
    });
  }
}

function stateOf(
  row: { readonly state: string; readonly uninstalled_at: unknown } | undefined,
): { readonly state: string; readonly uninstalledAt: number | null } | undefined {
  return row === undefined
    ? undefined
    : { state: row.state, uninstalledAt: row.uninstalled_at === null ? null : Number(row.uninstalled_at) };
}

function valuesOf(portal: Omit<KnownPortal, 'tokens'>): unknown[] {
  return [
    portal.portalId,
    portal.appId,
    portal.state,
    portal.scopes.join(' '),
    portal.installedAt,
    portal.uninstalledAt,
    portal.installedBy,
  ];
}
