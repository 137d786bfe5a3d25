import * as z from 'zod';
import type { Database } from '../../database/database.ts';
import { openTokens, sealTokens } from '../sealing/seal-tokens.ts';
import type { TokenSeal } from '../sealing/token-seal.ts';
import { isLongAbsence, startAfresh } from '../start-afresh.ts';
import {
  claimedAfter,
  settledAfter,
  type CredentialStore,
  type Installation,
  type KnownPortal,
  type PortalTokens,
} from './credential-store.ts';

const instant = z.coerce.number();

const portalRow = z
  .object({
    portal_id: instant,
    app_id: instant,
    state: z.enum(['installed', 'uninstalled']),
    scopes: z.string(),
    installed_at: instant,
    installed_by: z.string().nullable(),
    uninstalled_at: instant.nullable(),
    token_version: instant,
  })
  .transform((row) => ({
    portalId: row.portal_id,
    appId: row.app_id,
    state: row.state,
    scopes: row.scopes === '' ? [] : row.scopes.split(' '),
    installedAt: row.installed_at,
    installedBy: row.installed_by,
    uninstalledAt: row.uninstalled_at,
    tokenVersion: row.token_version,
  }));

const tokenRow = z.object({
  access_token: z.string().nullable(),
  refresh_token: z.string().nullable(),
  access_obtained_at: instant,
  access_expires_at: instant,
});

const columns = 'portal_id, app_id, state, scopes, installed_at, installed_by, uninstalled_at, token_version';

/** Portals and their sealed tokens in the table `portal`, for servers that share a database. */
export class TableCredentialStore implements CredentialStore {
  readonly #database: Pick<Database, 'query' | 'transaction'>;
  readonly #seal: TokenSeal;

  constructor(database: Pick<Database, 'query' | 'transaction'>, seal: TokenSeal) {
    this.#database = database;
    this.#seal = seal;
  }

  async findPortal(portalId: number): Promise<KnownPortal | null> {
    const [row] = await this.#database.query(
      `select ${columns}, access_token, refresh_token, access_obtained_at, access_expires_at
       from portal where portal_id = $1`,
      [portalId],
    );
    if (row === undefined) return null;
    const kept = tokenRow.parse(row);
    const tokens =
      kept.access_token === null || kept.refresh_token === null
        ? null
        : openTokens(
            this.#seal,
            portalId,
            { accessToken: kept.access_token, refreshToken: kept.refresh_token },
            { obtainedAt: kept.access_obtained_at, expiresAt: kept.access_expires_at },
          );
    return { ...portalRow.parse(row), tokens };
  }

  async installedBy(portalId: number): Promise<string | null> {
    const [row] = await this.#database.query<{ installed_by: string | null }>(
      'select installed_by from portal where portal_id = $1',
      [portalId],
    );
    return row?.installed_by ?? null;
  }

  async installedAmong(portalIds: readonly number[]): Promise<ReadonlySet<number>> {
    const rows = await this.#database.query<{ portal_id: unknown }>(
      `select portal_id from portal where state = 'installed' and portal_id = any($1::bigint[])`,
      [portalIds],
    );
    return new Set(rows.map((row) => Number(row.portal_id)));
  }

  async knownAmong(portalIds: readonly number[]): Promise<ReadonlySet<number>> {
    const rows = await this.#database.query<{ portal_id: unknown }>(
      'select portal_id from portal where portal_id = any($1::bigint[])',
      [portalIds],
    );
    return new Set(rows.map((row) => Number(row.portal_id)));
  }

  async listPortals(): Promise<Omit<KnownPortal, 'tokens'>[]> {
    const rows = await this.#database.query(`select ${columns} from portal order by portal_id`);
    return rows.map((row) => portalRow.parse(row));
  }

  async keepInstallation(installation: Installation): Promise<void> {
    const sealed = sealTokens(this.#seal, installation.portalId, installation.tokens);
    await this.#database.transaction(async (transaction) => {
      const [before] = await transaction.query(`select ${columns} from portal where portal_id = $1 for update`, [
        installation.portalId,
      ]);
      if (isLongAbsence(before === undefined ? undefined : portalRow.parse(before), installation.installedAt)) {
        await startAfresh(transaction, installation.portalId, installation.installedAt);
      }
      // Installed again while it is installed, as for more scopes, keeps its first day.
      await transaction.query(
        `insert into portal (portal_id, app_id, state, scopes, installed_at, installed_by,
         access_token, refresh_token, access_obtained_at, access_expires_at, token_version)
       values ($1, $2, 'installed', $3, $4, $5, $6, $7, $8, $9, 2)
       on conflict (portal_id) do update set
         installed_at = case when portal.state = 'installed' then portal.installed_at else excluded.installed_at end,
         app_id = excluded.app_id, state = 'installed', scopes = excluded.scopes, uninstalled_at = null,
         installed_by = excluded.installed_by,
         access_token = excluded.access_token, refresh_token = excluded.refresh_token,
         access_obtained_at = excluded.access_obtained_at, access_expires_at = excluded.access_expires_at,
         token_version = portal.token_version + 2 - portal.token_version % 2`,
        [
          installation.portalId,
          installation.appId,
          installation.scopes.join(' '),
          installation.installedAt,
          installation.installedBy,
          sealed.accessToken,
          sealed.refreshToken,
          installation.tokens.obtainedAt,
          installation.tokens.expiresAt,
        ],
      );
    });
  }

  async claimRefresh(portalId: number, tokenVersion: number): Promise<number | null> {
    const claimed = claimedAfter(tokenVersion);
    const isClaimed = await this.#changes(
      `update portal set token_version = $3
       where portal_id = $1 and token_version = $2 and state = 'installed' returning portal_id`,
      [portalId, tokenVersion, claimed],
    );
    return isClaimed ? claimed : null;
  }

  settleRefresh(portalId: number, claimedVersion: number, tokens: PortalTokens | null): Promise<boolean> {
    const sealed = tokens === null ? null : sealTokens(this.#seal, portalId, tokens);
    return this.#changes(
      `update portal set token_version = $3, access_token = coalesce($4, access_token),
         refresh_token = coalesce($5, refresh_token), access_obtained_at = coalesce($6, access_obtained_at),
         access_expires_at = coalesce($7, access_expires_at)
       where portal_id = $1 and token_version = $2 and state = 'installed' returning portal_id`,
      [
        portalId,
        claimedVersion,
        settledAfter(claimedVersion),
        sealed?.accessToken ?? null,
        sealed?.refreshToken ?? null,
        tokens?.obtainedAt ?? null,
        tokens?.expiresAt ?? null,
      ],
    );
  }

  markUninstalled(portalId: number, at: number, tokenVersion?: number): Promise<boolean> {
    return this.#changes(
      `update portal set state = 'uninstalled', uninstalled_at = $2, access_token = null, refresh_token = null,
         installed_by = null, access_obtained_at = 0, access_expires_at = 0, token_version = token_version + 2 - token_version % 2
       where portal_id = $1 and state = 'installed' and token_version = coalesce($3::int, token_version)
       returning portal_id`,
      [portalId, at, tokenVersion ?? null],
    );
  }

  async #changes(statement: string, values: readonly unknown[]): Promise<boolean> {
    return (await this.#database.query(statement, values)).length === 1;
  }
}
