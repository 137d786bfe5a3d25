import { createHash } from 'node:crypto';
import { answerWith, RawBody, type Answer } from '../answer/answer.ts';
import { refuseUnknown, refuseUnsupported } from '../answer/rest-error.ts';
import type { Site } from '../answer/site.ts';
import type { OrgBehindHttp } from '../org-behind-http.ts';
import { findSession } from './find-session.ts';
import { identityUrl, writeIdentity, writeUserInfo } from './identity.ts';

export interface PlainRequest {
  readonly method: string;
  readonly path: readonly string[];
  readonly parameters: URLSearchParams;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

/** `/services/oauth2/…` */
export function answerOAuth(site: Site, request: PlainRequest, part: string | undefined): Answer {
  switch (part) {
    case 'token':
      return request.method === 'POST' ? giveToken(site, readForm(request)) : refuseUnknown();
    case 'revoke': {
      site.org.logOut(readForm(request).get('token') ?? '');
      return { status: 200, headers: {}, body: null };
    }
    case 'userinfo': {
      const user = findSession(site, request);
      return user === null ? badToken : answerWith(200, writeUserInfo(site, user));
    }
    default:
      return refuseUnsupported(`services/oauth2/${part ?? ''}`);
  }
}

/** `/id/ORG/USER` */
export function answerIdentity(site: Site, request: PlainRequest): Answer {
  const [, organizationId, userId = '', ...more] = request.path;
  const asking = findSession(site, request);
  const user = site.org.findUser(userId);
  if (asking === null) {
    return badToken;
  }
  return organizationId !== site.org.organization.id || user === null || more.length > 0
    ? answerWith(403, new RawBody('text/html;charset=UTF-8', 'Wrong_Org'))
    : answerWith(200, writeIdentity(site, user));
}

const badToken = answerWith(403, new RawBody('text/html;charset=UTF-8', 'Bad_OAuth_Token'));

function readForm({ body, parameters }: PlainRequest): URLSearchParams {
  return new URLSearchParams([...parameters, ...new URLSearchParams(Buffer.from(body).toString('utf8'))]);
}

/** How each grant begins a session. JSON web tokens, device and web server flows are not here. */
const grants: Readonly<Record<string, (org: OrgBehindHttp, read: (name: string) => string) => string | null>> = {
  client_credentials: (org, read) => org.logInClient(read('client_id'), read('client_secret')),
  password: (org, read) => org.logIn(read('username'), read('password')),
  refresh_token: (org, read) => org.refresh(read('refresh_token')),
};

function giveToken(site: Site, form: URLSearchParams): Answer {
  const grant = form.get('grant_type');
  const begin = grants[grant ?? ''];
  if (begin === undefined) {
    return refuseGrant('unsupported_grant_type', 'grant type not supported');
  }
  if ((form.get('client_id') ?? '') === '') {
    return refuseGrant('invalid_client_id', 'client identifier invalid');
  }
  const sessionId = begin(site.org, (name) => form.get(name) ?? '');
  const user = sessionId === null ? null : site.org.authenticate(sessionId);
  if (sessionId === null || user === null) {
    const isClient = grant === 'client_credentials';
    const reason = grant === 'refresh_token' ? 'expired access/refresh token' : 'authentication failure';
    return isClient
      ? refuseGrant('invalid_client', 'invalid client credentials')
      : refuseGrant('invalid_grant', reason);
  }
  const id = identityUrl(site, user.id);
  const issuedAt = String(site.now());
  return answerWith(200, {
    access_token: sessionId,
    instance_url: site.url,
    id,
    token_type: 'Bearer',
    issued_at: issuedAt,
    signature: createHash('sha256')
      .update(id + issuedAt)
      .digest('base64'),
    ...(grant === 'password' ? {} : { scope: grant === 'refresh_token' ? 'refresh_token api id' : 'api id' }),
  });
}

function refuseGrant(error: string, description: string): Answer {
  return answerWith(400, { error, error_description: description });
}
