import type { HubSpotApp } from '../apps/hubspot-app.ts';

/** An app in a portal. */
export type Installation = {
  readonly portalId: number;
  readonly appId: number;
  /** Who installed it. */
  readonly userId: number;
  readonly scopes: ReadonlySet<string>;
};

type Code = { readonly installation: Installation; readonly redirectUri: string; readonly expiresAt: number };

/** A token and what it stands for. */
export type AccessGrant = { readonly installation: Installation; readonly expiresAt: number };

/** How long an access token is good, in seconds. */
export const accessTokenSeconds = 1800;

const codeMillis = 5 * 60_000;

export type GrantedTokens = {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly installation: Installation;
};

/** Why no token was given, in HubSpot's words. */
export type GrantRefusal = 'BAD_AUTH_CODE' | 'EXPIRED_AUTH_CODE' | 'BAD_REDIRECT_URI' | 'BAD_REFRESH_TOKEN';

/** Who may do what: installations, and the codes and tokens that were given for them. */
export class Grants {
  private readonly now: () => number;
  private readonly newSecret: () => string;
  private readonly installations = new Map<string, Installation>();
  private readonly codes = new Map<string, Code>();
  private readonly refreshTokens = new Map<string, Installation>();
  private readonly accessTokens = new Map<string, AccessGrant>();
  private readonly usedScopes = new Map<number, Set<string>>();

  constructor(now: () => number, newSecret: () => string) {
    this.now = now;
    this.newSecret = newSecret;
  }

  /** The scopes that calls of an app needed, in all portals together, in order. */
  scopesUsed(appId: number): string[] {
    return [...(this.usedScopes.get(appId) ?? [])].sort();
  }

  /** A call of an app went through because of this scope. */
  noteScope(appId: number, scope: string): void {
    const used = this.usedScopes.get(appId) ?? new Set();
    this.usedScopes.set(appId, used.add(scope));
  }

  /** The user consents: the code that the redirect carries. The app is installed when it takes the code to get its tokens. */
  consent(installation: Installation, redirectUri: string): string {
    const code = this.newSecret();
    this.codes.set(code, { installation, redirectUri, expiresAt: this.now() + codeMillis });
    return code;
  }

  /** Installs an app with static auth and gives its token, which stays until the app is uninstalled. */
  installStatic(installation: Installation): string {
    const { appId, portalId } = installation;
    this.install(installation);
    const token = this.findStaticToken(appId, portalId) ?? `pat-na1-${this.newSecret()}`;
    this.accessTokens.set(token, { installation, expiresAt: Number.POSITIVE_INFINITY });
    return token;
  }

  /** The token of an app with static auth; null where it is not installed, or has another kind of auth. */
  findStaticToken(appId: number, portalId: number): string | null {
    for (const [token, { installation, expiresAt }] of this.accessTokens) {
      if (installation.appId !== appId || installation.portalId !== portalId) continue;
      if (!Number.isFinite(expiresAt)) return token;
    }
    return null;
  }

  /** A code is good once. */
  exchange(app: HubSpotApp, code: string, redirectUri: string): GrantedTokens | GrantRefusal {
    const found = this.codes.get(code);
    if (found === undefined || found.installation.appId !== app.appId) return 'BAD_AUTH_CODE';
    if (found.redirectUri !== redirectUri) return 'BAD_REDIRECT_URI';
    this.codes.delete(code);
    if (this.now() >= found.expiresAt) return 'EXPIRED_AUTH_CODE';
    this.install(found.installation);
    const refreshToken = this.newSecret();
    this.refreshTokens.set(refreshToken, found.installation);
    return { accessToken: this.newAccessToken(found.installation), refreshToken, installation: found.installation };
  }

  refresh(app: HubSpotApp, refreshToken: string): GrantedTokens | GrantRefusal {
    const installation = this.refreshTokens.get(refreshToken);
    if (installation === undefined || installation.appId !== app.appId) return 'BAD_REFRESH_TOKEN';
    return { accessToken: this.newAccessToken(installation), refreshToken, installation };
  }

  findAccess(token: string): AccessGrant | null {
    return this.accessTokens.get(token) ?? null;
  }

  findRefresh(token: string): Installation | null {
    return this.refreshTokens.get(token) ?? null;
  }

  /** A refresh token takes no access token along: those end by themselves. */
  revoke(token: string): void {
    this.refreshTokens.delete(token);
    this.accessTokens.delete(token);
  }

  findInstallation(appId: number, portalId: number): Installation | null {
    return this.installations.get(`${appId} ${portalId}`) ?? null;
  }

  listInstallations(): Installation[] {
    return [...this.installations.values()];
  }

  /** Ends every token that the app has for the portal. False where it was not installed. */
  uninstall(appId: number, portalId: number): boolean {
    if (!this.installations.delete(`${appId} ${portalId}`)) return false;
    const isOfIt = (each: Installation): boolean => each.appId === appId && each.portalId === portalId;
    for (const [token, { installation }] of this.accessTokens)
      if (isOfIt(installation)) this.accessTokens.delete(token);
    for (const [token, installation] of this.refreshTokens) if (isOfIt(installation)) this.refreshTokens.delete(token);
    for (const [code, { installation }] of this.codes) if (isOfIt(installation)) this.codes.delete(code);
    return true;
  }

  /** Lets every access token of the portal expire now, as time would. */
  expireAccessTokens(portalId: number): void {
    const expiresAt = this.now();
    for (const [token, grant] of this.accessTokens) {
      if (grant.installation.portalId === portalId && Number.isFinite(grant.expiresAt)) {
        this.accessTokens.set(token, { ...grant, expiresAt });
      }
    }
  }

  private install(installation: Installation): void {
    this.installations.set(`${installation.appId} ${installation.portalId}`, installation);
  }

  private newAccessToken(installation: Installation): string {
    const token = `CL${this.newSecret().replaceAll('-', '')}${this.newSecret().replaceAll('-', '')}`;
    this.accessTokens.set(token, { installation, expiresAt: this.now() + accessTokenSeconds * 1000 });
    return token;
  }
}
