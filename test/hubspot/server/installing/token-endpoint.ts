import type { OAuthClient } from '../../../../hubspot/server/installing/oauth-client.ts';
import { OAuthClient as Client } from '../../../../hubspot/server/installing/oauth-client.ts';

/** A request as it reached the endpoint. */
export type TokenCall = {
  readonly url: string;
  readonly method: string;
  readonly authorization: string | null;
  readonly fields: { readonly [name: string]: string };
};

export type TokenAnswer = { readonly status: number; readonly body: unknown } | 'lost' | 'never';

export type TokenEndpoint = {
  readonly client: OAuthClient;
  readonly calls: TokenCall[];
  answer: (call: TokenCall) => TokenAnswer;
};

/** HubSpot's endpoints for tokens, as far as the wire: what is sent is kept, what is answered is told by the test. */
export function tokenEndpoint(answer: (call: TokenCall) => TokenAnswer): TokenEndpoint {
  const endpoint: TokenEndpoint = {
    calls: [],
    answer,
    client: new Client({
      apiUrl: 'https://api.example.com',
      clientId: 'client-1',
      clientSecret: 'secret-of-the-client',
      mostMillis: 200,
      fetch: async (url, request) => {
        const call: TokenCall = {
          url: url as string,
          method: request?.method ?? 'GET',
          authorization: new Headers(request?.headers).get('authorization'),
          fields: Object.fromEntries(new URLSearchParams(request?.body as URLSearchParams | undefined)),
        };
        endpoint.calls.push(call);
        const told = endpoint.answer(call);
        if (told === 'lost') throw new TypeError(`fetch failed for ${call.fields['refresh_token'] ?? ''}`);
        if (told === 'never') {
          await new Promise((_, reject) =>
            request?.signal?.addEventListener('abort', () => reject(new Error('aborted'))),
          );
        }
        const { status, body } = told as Exclude<TokenAnswer, string>;
        const text = typeof body === 'string' ? body : JSON.stringify(body);
        return new Response(status === 204 ? null : text, { status });
      },
    }),
  };
  return endpoint;
}

/** What HubSpot answers an exchange or a refresh. */
export function granted(accessToken: string, refreshToken = 'refresh-1', lifeSeconds = 1800): TokenAnswer {
  return {
    status: 200,
    body: {
      token_type: 'bearer',
      access_token: accessToken,
      refresh_token: refreshToken,
      expires_in: lifeSeconds,
      hub_id: 4711,
    },
  };
}

export const badRefreshToken: TokenAnswer = {
  status: 400,
  body: { status: 'BAD_REFRESH_TOKEN', message: 'missing or invalid refresh token' },
};
