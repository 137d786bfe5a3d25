import * as z from 'zod';
import { OAuthError, readFailure } from './oauth-error.ts';

/** What an exchange or a refresh granted. */
export type GrantedTokens = {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly lifeSeconds: number;
};

/** Whose a token is and what it allows. */
export type TokenFacts = {
  readonly isActive: boolean;
  readonly portalId: number;
  readonly appId: number;
  readonly scopes: readonly string[];
  /** Address of the user who granted it; null where HubSpot does not say. */
  readonly userEmail: string | null;
};

const tokenAnswer = z
  .object({
    access_token: z.string().min(1),
    refresh_token: z.string().min(1),
    expires_in: z.int().positive(),
  })
  .transform((answer) => ({
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token,
    lifeSeconds: answer.expires_in,
  }));

/** Of a token that is no longer active HubSpot says nothing else. */
const introspection = z.discriminatedUnion('active', [
  z.object({
    active: z.literal(true),
    hub_id: z.int().positive(),
    app_id: z.int().positive(),
    scopes: z.array(z.string()),
    user: z.string().nullish(),
  }),
  z.object({ active: z.literal(false) }),
]);

/** Half a minute is longer than anybody waits for an installation. */
const mostMillis = 30_000;

const version = '2026-09';

/**
 * HubSpot's endpoints for tokens. Every secret goes into the body, none into a URL, because URLs are logged on the way.
 * All methods throw `OAuthError`.
 */
export class OAuthClient {
  readonly #apiUrl: string;
  readonly #clientId: string;
  readonly #clientSecret: string;
  readonly #fetch: typeof fetch;
  readonly #mostMillis: number;

  constructor(given: {
    readonly apiUrl: string;
    readonly clientId: string;
    readonly clientSecret: string;
    readonly fetch?: typeof fetch;
    readonly mostMillis?: number;
  }) {
    this.#apiUrl = given.apiUrl;
    this.#clientId = given.clientId;
    this.#clientSecret = given.clientSecret;
    this.#fetch = given.fetch ?? fetch;
    this.#mostMillis = given.mostMillis ?? mostMillis;
  }

  /** Exchanges the code of an installation. It can be done once for each code. */
  exchangeCode(code: string, redirectUri: string): Promise<GrantedTokens> {
    return this.#post(`/oauth/${version}/token`, tokenAnswer, {
      grant_type: 'authorization_code',
      redirect_uri: redirectUri,
      code,
    });
  }

  refresh(refreshToken: string): Promise<GrantedTokens> {
    return this.#post(`/oauth/${version}/token`, tokenAnswer, {
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
    });
  }

  async introspect(accessToken: string): Promise<TokenFacts> {
    const facts = await this.#post(`/oauth/${version}/token/introspect`, introspection, {
      token: accessToken,
      token_type_hint: 'access_token',
    });
    if (!facts.active) return { isActive: false, portalId: 0, appId: 0, scopes: [], userEmail: null };
    return {
      isActive: true,
      portalId: facts.hub_id,
      appId: facts.app_id,
      scopes: facts.scopes,
      userEmail: facts.user ?? null,
    };
  }

  /** Removes the app from the portal of the token. One that is not there any more is removed already. */
  async removeInstallation(accessToken: string): Promise<void> {
    const answer = await this.#send(`/appinstalls/${version}/external-install`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${accessToken}` },
    });
    // The body would hold the connection.
    const text = await answer.text();
    if (!answer.ok && answer.status !== 404) throw readFailure(answer.status, text);
  }

  async #post<T>(path: string, schema: z.ZodType<T>, fields: { readonly [name: string]: string }): Promise<T> {
    const answer = await this.#send(path, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams({ client_id: this.#clientId, client_secret: this.#clientSecret, ...fields }),
    });
    const text = await readText(answer);
    if (!answer.ok) throw readFailure(answer.status, text);
    const read = schema.safeParse(parse(text));
    // What zod says of it could repeat the token.
    if (!read.success) throw new OAuthError('unreadable', answer.status, '');
    return read.data;
  }

  async #send(path: string, request: RequestInit): Promise<Response> {
    try {
      return await this.#fetch(this.#apiUrl + path, {
        ...request,
        redirect: 'error',
        signal: AbortSignal.timeout(this.#mostMillis),
      });
    } catch {
      throw new OAuthError('unavailable', null, '');
    }
  }
}

async function readText(answer: Response): Promise<string> {
  try {
    return await answer.text();
  } catch {
    throw new OAuthError('unavailable', answer.status, '');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
