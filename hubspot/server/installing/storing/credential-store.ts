/** What HubSpot granted. Both tokens are secrets; they are sealed wherever they are kept. */
export type PortalTokens = {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** UTC milliseconds. */
  readonly obtainedAt: number;
  readonly expiresAt: number;
};

/** What somebody granted by installing the app. */
export type Installation = {
  readonly portalId: number;
  readonly appId: number;
  readonly scopes: readonly string[];
  readonly installedAt: number;
  /** Address of the user who installed the app; null where HubSpot did not say. They may do everything in its settings. */
  readonly installedBy: string | null;
  readonly tokens: PortalTokens;
};

/** A portal that the app was installed in at some time. */
export type KnownPortal = {
  readonly portalId: number;
  readonly appId: number;
  readonly state: 'installed' | 'uninstalled';
  readonly scopes: readonly string[];
  readonly installedAt: number;
  readonly installedBy: string | null;
  readonly uninstalledAt: number | null;
  /** Null once it was uninstalled. */
  readonly tokens: PortalTokens | null;
  /** Grows with every change of the tokens and every claim to refresh them; odd while a refresh is claimed. */
  readonly tokenVersion: number;
};

/**
 * Where portals and their tokens are kept. Of several servers that would refresh at once only the one whose claim succeeds
 * does, and only what belongs to the latest claim is kept. Reading throws a `SealError` where no key opens what was sealed.
 */
export interface CredentialStore {
  /** Null for a portal that never installed the app. */
  findPortal(portalId: number): Promise<KnownPortal | null>;
  /** Address of whoever installed the app in a portal; null where nobody knows, or it is not installed. Opens no token. */
  installedBy(portalId: number): Promise<string | null>;
  /** Those of the portals in which the app is installed. */
  installedAmong(portalIds: readonly number[]): Promise<ReadonlySet<number>>;
  /** Those of the portals in which the app is installed, or was at some time. */
  knownAmong(portalIds: readonly number[]): Promise<ReadonlySet<number>>;
  /** All portals, by id, without their tokens. */
  listPortals(): Promise<Omit<KnownPortal, 'tokens'>[]>;
  keepInstallation(installation: Installation): Promise<void>;
  /**
   * Claims the refresh of a version that was read, also in place of somebody who claimed it and did not come to an end.
   * Returns the version to settle it by, or null if somebody claimed or settled it since.
   */
  claimRefresh(portalId: number, tokenVersion: number): Promise<number | null>;
  /** Ends a claimed refresh, with new tokens or without; false if the claim is no longer the latest. */
  settleRefresh(portalId: number, claimedVersion: number, tokens: PortalTokens | null): Promise<boolean>;
  /**
   * Marks the portal uninstalled and erases its tokens at once; false if it was not installed. With a version only if the
   * tokens are still the ones of that version, so that a portal installed anew in the meantime is left alone.
   */
  markUninstalled(portalId: number, at: number, tokenVersion?: number): Promise<boolean>;
}

/** Whether somebody is about to refresh the tokens of this version. */
export function isClaimed(tokenVersion: number): boolean {
  return tokenVersion % 2 === 1;
}

/** The version of a claim: the next odd one. */
export function claimedAfter(tokenVersion: number): number {
  return tokenVersion + 1 + (tokenVersion % 2);
}

/** The version of tokens that nobody refreshes: the next even one. */
export function settledAfter(tokenVersion: number): number {
  return tokenVersion + 2 - (tokenVersion % 2);
}
