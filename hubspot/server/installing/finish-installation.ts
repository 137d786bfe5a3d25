import type { OAuthClient, GrantedTokens } from './oauth-client.ts';
import { OAuthError, type OAuthFailure } from './oauth-error.ts';
import { requiredScopes } from './scopes.ts';
import type { CredentialStore } from './storing/credential-store.ts';

export type InstallPorts = {
  readonly oauth: Pick<OAuthClient, 'exchangeCode' | 'introspect'>;
  readonly store: CredentialStore;
  readonly now: () => number;
};

export type FinishedInstallation =
  | { readonly state: 'installed'; readonly portalId: number }
  | { readonly state: 'failed'; readonly failure: OAuthFailure; readonly code: string }
  /** The token is of another app than the one this server is configured for. */
  | { readonly state: 'otherApp' }
  | { readonly state: 'scopesMissing'; readonly scopes: readonly string[] };

/**
 * Exchanges the code of an installation for tokens, asks HubSpot whose they are, and keeps them sealed. Nothing is kept
 * unless all of it holds: the portal is the one that HubSpot names for the token, never one that a URL names.
 */
export async function finishInstallation(
  ports: InstallPorts,
  given: { readonly code: string; readonly redirectUri: string; readonly appId: number },
): Promise<FinishedInstallation> {
  const startedAt = ports.now();
  let granted: GrantedTokens;
  let facts;
  try {
    granted = await ports.oauth.exchangeCode(given.code, given.redirectUri);
    facts = await ports.oauth.introspect(granted.accessToken);
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    return { state: 'failed', failure: error.failure, code: error.code };
  }
  if (!facts.isActive || facts.appId !== given.appId) return { state: 'otherApp' };
  const missing = requiredScopes.filter((scope) => !facts.scopes.includes(scope));
  if (missing.length > 0) return { state: 'scopesMissing', scopes: missing };
  await ports.store.keepInstallation({
    portalId: facts.portalId,
    appId: facts.appId,
    scopes: [...facts.scopes].sort(),
    installedAt: startedAt,
    installedBy: facts.userEmail,
    tokens: {
      accessToken: granted.accessToken,
      refreshToken: granted.refreshToken,
      obtainedAt: startedAt,
      expiresAt: startedAt + granted.lifeSeconds * 1000,
    },
  });
  return { state: 'installed', portalId: facts.portalId };
}
