import { CrmError } from '../../handlers/crm/crm-error.ts';
import type { AccessToken } from '../../handlers/crm/access-token.ts';
import type { Alert } from '../alerts/raise-alert.ts';
import type { OAuthClient } from './oauth-client.ts';
import { OAuthError } from './oauth-error.ts';
import { alertOfFailure } from './refresh-alerts.ts';
import { isClaimed, type CredentialStore, type KnownPortal, type PortalTokens } from './storing/credential-store.ts';

export type CredentialPorts = {
  readonly store: CredentialStore;
  readonly oauth: Pick<OAuthClient, 'refresh'>;
  readonly now: () => number;
  readonly sleep: (millis: number) => Promise<void>;
  /** Somebody must look at it. */
  readonly alert: (portalId: number, alert: Alert) => Promise<void>;
};

/** What is held in memory: a token that is good, and until when nobody needs to think about it. */
type HeldToken = { readonly accessToken: string; readonly refreshAt: number };

type Fresh = KnownPortal & { readonly tokens: PortalTokens };

/** From this share of its life on a token is refreshed, so that none expires in the middle of a call. */
const lifePercentUntilRefresh = 80;

/** A token this close to its end counts as expired, since a call takes time. */
const shortestRestMillis = 30_000;

/** HubSpot that just failed to refresh is not asked again with every call. */
const retryAfterMillis = 10_000;

/** How long to wait, step by step, for a server that refreshes: a refresh takes well under a second. */
const waitMillis = 250;
const mostWaits = 20;

/**
 * Gives the token with which a portal is called. Refreshing happens early and once: calls of this process share one refresh,
 * and of several servers the one that claims it does it, while the others go on with the old token as long as that lasts.
 *
 * A portal that no longer accepts us is marked uninstalled, its tokens are erased and an alert is raised.
 */
export class Credentials {
  readonly #ports: CredentialPorts;
  readonly #held = new Map<number, HeldToken>();
  readonly #running = new Map<number, Promise<string>>();

  constructor(ports: CredentialPorts) {
    this.#ports = ports;
  }

  /** What the adapter to HubSpot asks for a portal. */
  tokenOf(portalId: number): AccessToken {
    return Object.assign(() => this.accessToken(portalId), {
      refresh: (refused: string) => this.replaceToken(portalId, refused),
    });
  }

  /**
   * @throws CrmError `unauthorized` where the app is not installed, `unavailable` where HubSpot cannot be asked now,
   *   `refused` where HubSpot does not take us for the app
   */
  accessToken(portalId: number): Promise<string> {
    const held = this.#held.get(portalId);
    if (held !== undefined && this.#ports.now() < held.refreshAt) return Promise.resolve(held.accessToken);
    return this.#alone(portalId, () => this.#find(portalId, null));
  }

  /** A token in place of one that HubSpot refused; errors as accessToken. */
  async replaceToken(portalId: number, refused: string): Promise<string> {
    const held = this.#held.get(portalId);
    if (held?.accessToken === refused) this.#held.delete(portalId);
    const found = await this.#alone(portalId, () => this.#find(portalId, refused));
    // Somebody was asking already, and not for a new one.
    return found === refused ? this.#alone(portalId, () => this.#find(portalId, refused)) : found;
  }

  /** What is held in memory of a portal is read anew: it was installed again, or uninstalled. */
  forget(portalId: number): void {
    this.#held.delete(portalId);
  }

  #alone(portalId: number, find: () => Promise<string>): Promise<string> {
    const running = this.#running.get(portalId);
    if (running !== undefined) return running;
    const started = find().finally(() => this.#running.delete(portalId));
    this.#running.set(portalId, started);
    return started;
  }

  /** The kept token if it will do, else a new one. */
  async #find(portalId: number, refused: string | null): Promise<string> {
    for (let waits = 0; ; waits += 1) {
      const portal = await this.#installed(portalId);
      const { tokens } = portal;
      const isRefused = tokens.accessToken === refused;
      if (!isRefused && this.#ports.now() < refreshAtOf(tokens)) return this.#hold(portal);
      // Whoever waited in vain for a claimed refresh claims it anew: its server may be gone.
      if (!isClaimed(portal.tokenVersion) || waits >= mostWaits) {
        const claimedVersion = await this.#ports.store.claimRefresh(portalId, portal.tokenVersion);
        if (claimedVersion !== null) return this.#refresh(portal, claimedVersion);
      }
      if (!isRefused && this.#ports.now() < tokens.expiresAt - shortestRestMillis) return tokens.accessToken;
      await this.#ports.sleep(waitMillis);
    }
  }

  async #installed(portalId: number): Promise<Fresh> {
    const portal = await this.#ports.store.findPortal(portalId);
    if (portal?.state === 'installed' && portal.tokens !== null) return { ...portal, tokens: portal.tokens };
    throw new CrmError(
      'unauthorized',
      `Signalbox is not installed in portal ${String(portalId)}. Next: install it again from the marketplace.`,
    );
  }

  async #refresh(portal: Fresh, claimedVersion: number): Promise<string> {
    const { portalId } = portal;
    const startedAt = this.#ports.now();
    let tokens: PortalTokens;
    try {
      const granted = await this.#ports.oauth.refresh(portal.tokens.refreshToken);
      tokens = {
        accessToken: granted.accessToken,
        refreshToken: granted.refreshToken,
        obtainedAt: startedAt,
        expiresAt: startedAt + granted.lifeSeconds * 1000,
      };
    } catch (error) {
      return this.#goOnWithout(portal, claimedVersion, error);
    }
    const isKept = await this.#ports.store.settleRefresh(portalId, claimedVersion, tokens);
    // It was installed anew or uninstalled while HubSpot was asked: what is kept now is what counts.
    return isKept ? this.#hold({ ...portal, tokens }) : this.#find(portalId, null);
  }

  /** HubSpot gave none: the old token serves while it lasts, unless the app is gone. */
  async #goOnWithout(portal: Fresh, claimedVersion: number, error: unknown): Promise<string> {
    const { portalId, tokens } = portal;
    const isGone = error instanceof OAuthError && error.failure === 'grantRefused';
    const isLatest = isGone
      ? await this.#ports.store.markUninstalled(portalId, this.#ports.now(), claimedVersion)
      : await this.#ports.store.settleRefresh(portalId, claimedVersion, null);
    if (!(error instanceof OAuthError)) throw error;
    if (isGone) this.#held.delete(portalId);
    // It was installed anew while HubSpot was asked for the old token.
    if (isGone && !isLatest) return this.#find(portalId, null);
    const alert = alertOfFailure(error);
    if (alert !== null) await this.#ports.alert(portalId, alert);
    if (isGone || this.#ports.now() >= tokens.expiresAt - shortestRestMillis) throw crmErrorOf(error);
    this.#held.set(portalId, { accessToken: tokens.accessToken, refreshAt: this.#ports.now() + retryAfterMillis });
    return tokens.accessToken;
  }

  #hold(portal: Fresh): string {
    const { accessToken } = portal.tokens;
    this.#held.set(portal.portalId, { accessToken, refreshAt: refreshAtOf(portal.tokens) });
    return accessToken;
  }
}

function refreshAtOf({ obtainedAt, expiresAt }: PortalTokens): number {
  return obtainedAt + Math.floor(((expiresAt - obtainedAt) * lifePercentUntilRefresh) / 100);
}

function crmErrorOf(error: OAuthError): CrmError {
  const details = { status: error.status, category: error.category, cause: error };
  switch (error.failure) {
    case 'grantRefused':
      return new CrmError(
        'unauthorized',
        'HubSpot no longer accepts the app in this portal; it was marked uninstalled.',
        details,
      );
    case 'clientRefused':
      return new CrmError('refused', error.message, details);
    case 'unavailable':
      return new CrmError('unavailable', error.message, details);
    case 'unreadable':
      return new CrmError('unreadable', error.message, details);
  }
}
