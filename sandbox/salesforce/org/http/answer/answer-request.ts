import { answerApexRest } from '../apex/answer-apex-rest.ts';
import { answerIdentity, answerOAuth, type PlainRequest } from '../identity/answer-oauth.ts';
import { findSession } from '../identity/find-session.ts';
import type { OrgBehindHttp, OrgUser } from '../org-behind-http.ts';
import { answerSoap } from '../soap/answer-soap.ts';
import { answerData } from './answer-data.ts';
import { answerSafely } from './answer-safely.ts';
import { answerWith, type Answer } from './answer.ts';
import { refuse, refuseUnknown, refuseUnsupported } from './rest-error.ts';
import type { Site } from './site.ts';
import { isServed, versions } from './versions.ts';

/** The answer to any request, errors included. It is one transaction after another: nothing here waits. */
export function answerRequest(site: Site, request: PlainRequest): Answer {
  return answerSafely(() => {
    const [first, second, third, ...more] = request.path;
    if (first === 'id') {
      return answerIdentity(site, request);
    }
    if (first !== 'services') {
      return refuseUnknown();
    }
    switch (second) {
      case 'oauth2':
        return answerOAuth(site, request, third);
      case 'data':
        return third === undefined ? answerVersions(request) : answerVersion(site, request, third, more);
      case 'apexrest':
        return answerApexRest(site, countCall(site, demandSession(site, request)), {
          ...request,
          path: ['', ...request.path.slice(2)].join('/'),
        });
      case 'Soap':
        return answerSoap(site, request);
      case 'async':
        return refuseUnsupported('the first Bulk API (services/async); Bulk API 2.0 is at jobs/ingest');
      default:
        return refuseUnknown();
    }
  });
}

function answerVersions({ method }: PlainRequest): Answer {
  if (method !== 'GET' && method !== 'HEAD') {
    return refuse(405, 'METHOD_NOT_ALLOWED', `HTTP Method '${method}' not allowed. Allowed are GET,HEAD`);
  }
  return answerWith(
    200,
    versions().map(({ label, version }) => ({ label, url: `/services/data/v${version}`, version })),
  );
}

function answerVersion(site: Site, request: PlainRequest, version: string, path: readonly string[]): Answer {
  const user = demandSession(site, request);
  if (!isServed(version)) {
    return refuseUnknown();
  }
  return answerData({
    ...request,
    site: siteFor(site, user),
    user: countCall(site, user),
    version: version.slice(1),
    path,
  });
}

/** The site with the org's schema as the user sees it. */
function siteFor(site: Site, user: OrgUser): Site {
  const view = site.org.viewOf?.(user);
  return view === undefined ? site : { ...site, org: Object.assign(Object.create(site.org) as OrgBehindHttp, view) };
}

function demandSession(site: Site, request: PlainRequest): OrgUser {
  return findSession(site, request) ?? refuse(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
}

/** Counts a call of a user against the day's limit. */
function countCall(site: Site, user: OrgUser): OrgUser {
  const { usage } = site;
  if (usage.used >= usage.limit) {
    return refuse(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.');
  }
  usage.used += 1;
  return user;
}
