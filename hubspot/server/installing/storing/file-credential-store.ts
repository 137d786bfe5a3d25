import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { openTokens, sealTokens } from '../sealing/seal-tokens.ts';
import type { TokenSeal } from '../sealing/token-seal.ts';
import {
  claimedAfter,
  settledAfter,
  type CredentialStore,
  type Installation,
  type KnownPortal,
  type PortalTokens,
} from './credential-store.ts';
import { writeWholeFile } from './write-whole-file.ts';

const keptPortal = z.strictObject({
  portalId: z.int().positive(),
  appId: z.int().positive(),
  state: z.enum(['installed', 'uninstalled']),
  scopes: z.array(z.string()),
  installedAt: z.int(),
  // Files of earlier versions do not say.
  installedBy: z.string().nullable().default(null),
  uninstalledAt: z.int().nullable(),
  tokenVersion: z.int(),
  tokens: z
    .strictObject({ accessToken: z.string(), refreshToken: z.string(), obtainedAt: z.int(), expiresAt: z.int() })
    .nullable(),
});

const keptFile = z.strictObject({ version: z.literal(1), portals: z.array(keptPortal) });

type KeptPortal = z.infer<typeof keptPortal>;

/** The file of portals cannot be read; it is never written over. */
export class CredentialFileError extends Error {
  readonly code = 'HSI003';

  constructor(file: string, options: { readonly cause: unknown }) {
    super(
      `${file} cannot be read as the file of portals and their tokens. Next: put it back from a backup, or move it ` +
        'away and install the app anew in each portal. Nothing was written.',
      options,
    );
    this.name = 'CredentialFileError';
  }
}

/**
 * Portals and their sealed tokens in a file beside the embedded database, which may be thrown away and made again. One
 * process uses it.
 */
export class FileCredentialStore implements CredentialStore {
  readonly #file: string;
  readonly #seal: TokenSeal;
  #portals: Map<number, KeptPortal> | null = null;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(file: string, seal: TokenSeal) {
    this.#file = file;
    this.#seal = seal;
  }

  async findPortal(portalId: number): Promise<KnownPortal | null> {
    const kept = (await this.#read()).get(portalId);
    if (kept === undefined) return null;
    return {
      ...kept,
      tokens: kept.tokens === null ? null : openTokens(this.#seal, portalId, kept.tokens, timesOf(kept.tokens)),
    };
  }

  async installedBy(portalId: number): Promise<string | null> {
    return (await this.#read()).get(portalId)?.installedBy ?? null;
  }

  async installedAmong(portalIds: readonly number[]): Promise<ReadonlySet<number>> {
    const portals = await this.#read();
    return new Set(portalIds.filter((portalId) => portals.get(portalId)?.state === 'installed'));
  }

  async knownAmong(portalIds: readonly number[]): Promise<ReadonlySet<number>> {
    const portals = await this.#read();
    return new Set(portalIds.filter((portalId) => portals.has(portalId)));
  }

  async listPortals(): Promise<Omit<KnownPortal, 'tokens'>[]> {
    return sorted((await this.#read()).values()).map(({ tokens: _, ...portal }) => portal);
  }

  async keepInstallation(installation: Installation): Promise<void> {
    await this.#change(installation.portalId, (before) => ({
      portalId: installation.portalId,
      appId: installation.appId,
      state: 'installed',
      scopes: [...installation.scopes],
      installedAt: before?.state === 'installed' ? before.installedAt : installation.installedAt,
      installedBy: installation.installedBy,
      uninstalledAt: null,
      tokenVersion: settledAfter(before?.tokenVersion ?? 0),
      tokens: this.#sealed(installation.portalId, installation.tokens),
    }));
  }

  async claimRefresh(portalId: number, tokenVersion: number): Promise<number | null> {
    const claimed = claimedAfter(tokenVersion);
    const isClaimed = await this.#change(portalId, (before) =>
      before?.state === 'installed' && before.tokenVersion === tokenVersion
        ? { ...before, tokenVersion: claimed }
        : null,
    );
    return isClaimed ? claimed : null;
  }

  settleRefresh(portalId: number, claimedVersion: number, tokens: PortalTokens | null): Promise<boolean> {
    return this.#change(portalId, (before) =>
      before?.state === 'installed' && before.tokenVersion === claimedVersion
        ? {
            ...before,
            tokenVersion: settledAfter(claimedVersion),
            tokens: tokens === null ? before.tokens : this.#sealed(portalId, tokens),
          }
        : null,
    );
  }

  markUninstalled(portalId: number, at: number, tokenVersion?: number): Promise<boolean> {
    return this.#change(portalId, (before) =>
      before?.state === 'installed' && before.tokenVersion === (tokenVersion ?? before.tokenVersion)
        ? {
            ...before,
            state: 'uninstalled',
            installedBy: null,
            uninstalledAt: at,
            tokens: null,
            tokenVersion: settledAfter(before.tokenVersion),
          }
        : null,
    );
  }

  #sealed(portalId: number, tokens: PortalTokens): KeptPortal['tokens'] {
    return { ...sealTokens(this.#seal, portalId, tokens), ...timesOf(tokens) };
  }

  /** Changes a portal when its turn comes; null changes nothing. What could not be written is not remembered either. */
  #change(portalId: number, change: (before: KeptPortal | undefined) => KeptPortal | null): Promise<boolean> {
    const changed = this.#turn.then(async () => {
      const portals = await this.#read();
      const after = change(portals.get(portalId));
      if (after === null) return false;
      const next = new Map(portals).set(portalId, after);
      const content: z.infer<typeof keptFile> = { version: 1, portals: sorted(next.values()) };
      await writeWholeFile(this.#file, `${JSON.stringify(content, null, 2)}\n`);
      this.#portals = next;
      return true;
    });
    this.#turn = changed.catch(() => undefined);
    return changed;
  }

  async #read(): Promise<ReadonlyMap<number, KeptPortal>> {
    if (this.#portals !== null) return this.#portals;
    try {
      const { portals } = keptFile.parse(JSON.parse(await readFile(this.#file, 'utf8')));
      this.#portals ??= new Map(portals.map((portal) => [portal.portalId, portal]));
    } catch (error) {
      if (!isNotThere(error)) throw new CredentialFileError(this.#file, { cause: error });
      this.#portals ??= new Map();
    }
    return this.#portals;
  }
}

function timesOf({ obtainedAt, expiresAt }: PortalTokens): { obtainedAt: number; expiresAt: number } {
  return { obtainedAt, expiresAt };
}

function sorted(portals: Iterable<KeptPortal>): KeptPortal[] {
  return [...portals].sort((one, other) => one.portalId - other.portalId);
}

function isNotThere(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}
