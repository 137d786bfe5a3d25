import type { Site } from '../answer/site.ts';
import type { OrgUser } from '../org-behind-http.ts';

/** The user of the session that a request names, in its header or as `oauth_token`; null where there is none. */
export function findSession(
  site: Site,
  request: { readonly headers: ReadonlyMap<string, string>; readonly parameters: URLSearchParams },
): OrgUser | null {
  const [, token] = /^(?:Bearer|OAuth)\s+(\S+)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
  const sessionId = token ?? request.parameters.get('oauth_token');
  return sessionId === null ? null : site.org.authenticate(sessionId);
}
