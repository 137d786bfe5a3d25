import { describe, expect, test } from '@jest/globals';
import { OAuthError } from '../../../../hubspot/server/installing/oauth-error.ts';
import { granted, tokenEndpoint, type TokenAnswer } from './token-endpoint.ts';

async function failureOf(answer: TokenAnswer): Promise<OAuthError> {
  const { client } = tokenEndpoint(() => answer);
  const failed: unknown = await client.refresh('refresh-secret-1').catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(OAuthError);
  return failed as OAuthError;
}

describe('The endpoints for tokens', () => {
  test('get every secret in the body and none in the address', async () => {
    const { client, calls } = tokenEndpoint(() => granted('access-1', 'refresh-1'));
    expect(await client.exchangeCode('code-1', 'https://signalbox.example.com/oauth/callback')).toEqual({
      accessToken: 'access-1',
      refreshToken: 'refresh-1',
      lifeSeconds: 1800,
    });
    await client.refresh('refresh-1');
    expect(calls).toEqual([
      {
        url: 'https://api.example.com/oauth/2026-09/token',
        method: 'POST',
        authorization: null,
        fields: {
          client_id: 'client-1',
          client_secret: 'secret-of-the-client',
          grant_type: 'authorization_code',
          redirect_uri: 'https://signalbox.example.com/oauth/callback',
          code: 'code-1',
        },
      },
      {
        url: 'https://api.example.com/oauth/2026-09/token',
        method: 'POST',
        authorization: null,
        fields: {
          client_id: 'client-1',
          client_secret: 'secret-of-the-client',
          grant_type: 'refresh_token',
          refresh_token: 'refresh-1',
        },
      },
    ]);
  });

  test('say whose a token is', async () => {
    const { client, calls } = tokenEndpoint(() => ({
      status: 200,
      body: {
        active: true,
        hub_id: 4711,
        app_id: 99,
        user_id: 7,
        user: 'ana@example.com',
        scopes: ['oauth'],
        token_use: 'access_token',
      },
    }));
    expect(await client.introspect('access-1')).toEqual({
      isActive: true,
      portalId: 4711,
      appId: 99,
      scopes: ['oauth'],
      userEmail: 'ana@example.com',
    });
    expect(calls[0]).toMatchObject({
      url: 'https://api.example.com/oauth/2026-09/token/introspect',
      fields: { token: 'access-1', token_type_hint: 'access_token' },
    });
  });

  test('say that a token is no longer active', async () => {
    const { client } = tokenEndpoint(() => ({ status: 200, body: { active: false } }));
    expect((await client.introspect('access-1')).isActive).toBe(false);
  });

  test('take an installation away by the token of its portal, also one that is gone', async () => {
    for (const status of [204, 404]) {
      const { client, calls } = tokenEndpoint(() => ({ status, body: '' }));
      await client.removeInstallation('access-1');
      expect(calls).toEqual([
        {
          url: 'https://api.example.com/appinstalls/2026-09/external-install',
          method: 'DELETE',
          authorization: 'Bearer access-1',
          fields: {},
        },
      ]);
    }
  });
});

describe('A refusal of the endpoints', () => {
  test.each<[string, TokenAnswer, string]>([
    [
      'the oldest form',
      { status: 400, body: { status: 'BAD_REFRESH_TOKEN', message: 'missing or invalid refresh token' } },
      'grantRefused',
    ],
    [
      'the form of OAuth',
      { status: 400, body: { error: 'invalid_grant', error_description: 'refresh token is invalid' } },
      'grantRefused',
    ],
    [
      'the form of the API',
      { status: 400, body: { status: 'error', category: 'VALIDATION_ERROR', message: 'Invalid refresh token' } },
      'grantRefused',
    ],
    [
      'a used code',
      { status: 400, body: { status: 'BAD_AUTH_CODE', message: 'missing or unknown auth code' } },
      'grantRefused',
    ],
    [
      'a plain 401',
      { status: 401, body: { status: 'error', category: 'INVALID_AUTHENTICATION', message: 'no' } },
      'grantRefused',
    ],
    [
      'an unknown client',
      { status: 400, body: { status: 'BAD_CLIENT_ID', message: 'missing or unknown client id' } },
      'clientRefused',
    ],
    ['a wrong secret', { status: 401, body: { error: 'invalid_client' } }, 'clientRefused'],
    [
      'a token of another client',
      { status: 400, body: { status: 'error', message: 'refresh token was not issued to this client' } },
      'clientRefused',
    ],
    [
      'another redirect URL',
      { status: 400, body: { status: 'MISMATCH_REDIRECT_URI_AUTH_CODE', message: 'redirect uri mismatch' } },
      'clientRefused',
    ],
    [
      'another redirect URL that OAuth calls a wrong grant',
      { status: 400, body: { status: 'BAD_REDIRECT_URI', error: 'invalid_grant', message: 'invalid redirect uri' } },
      'clientRefused',
    ],
    [
      'a fault of ours',
      {
        status: 400,
        body: { status: 'error', category: 'VALIDATION_ERROR', message: 'Some required fields were not set' },
      },
      'unreadable',
    ],
    ['too many calls', { status: 429, body: { errorType: 'RATE_LIMIT' } }, 'unavailable'],
    ['a failure', { status: 502, body: '<html>Bad gateway</html>' }, 'unavailable'],
    ['a lost connection', 'lost', 'unavailable'],
    ['no answer at all', 'never', 'unavailable'],
    ['something that is no JSON', { status: 200, body: '<html>' }, 'unreadable'],
    ['tokens of another form', { status: 200, body: { accessToken: 'access-secret-1' } }, 'unreadable'],
    [
      'a token without an end',
      { status: 200, body: { access_token: 'access-secret-1', refresh_token: 'r', expires_in: 0 } },
      'unreadable',
    ],
  ])('in %s is read as what it is, and repeats no secret', async (_, answer, failure) => {
    const error = await failureOf(answer);
    expect(error.failure).toBe(failure);
    const told = `${error.message} ${error.stack ?? ''} ${String(error.cause)}`;
    expect(told).not.toMatch(/refresh-secret-1|access-secret-1|secret-of-the-client/);
  });
});
