import { answerWith, RawBody, type Answer } from '../answer/answer.ts';
import type { Site } from '../answer/site.ts';
import { isServed } from '../answer/versions.ts';
import type { PlainRequest } from '../identity/answer-oauth.ts';
import type { OrgUser } from '../org-behind-http.ts';
import { readEnvelope, type SoapCall } from './read-envelope.ts';

/**
 * `/services/Soap/u/68.0` and `/services/Soap/s/68.0`: of the SOAP APIs only what has no other address in use: login, logout, who
 * one is, and the anonymous Apex of the command line. All else is a fault that names itself.
 */
export function answerSoap(site: Site, { path, body }: PlainRequest): Answer {
  const [, , api = '', version = ''] = path;
  if (!isServed(`v${version}`)) {
    return fault('sf:UNSUPPORTED_API_VERSION', `Invalid Api version specified on URL: ${version}`);
  }
  const call = readEnvelope(Buffer.from(body).toString('utf8'));
  if (call === null) {
    return fault('soapenv:Client', 'The request is no SOAP envelope with a call in its body.');
  }
  if (api === 'u' || api === 'c') {
    return answerPartner(site, version, call);
  }
  return api === 's' && call.name === 'executeAnonymous'
    ? withUser(site, call, (user) => executeAnonymous(site, user, call.texts.get('String') ?? ''))
    : refuseCall(api, call);
}

function answerPartner(site: Site, version: string, call: SoapCall): Answer {
  switch (call.name) {
    case 'login':
      return logIn(site, version, call);
    case 'logout':
      site.org.logOut(call.sessionId ?? '');
      return respond('partner', '<logoutResponse/>');
    case 'getUserInfo':
      return withUser(site, call, (user) =>
        respond('partner', `<getUserInfoResponse><result>${userInfo(site, user)}</result></getUserInfoResponse>`),
      );
    default:
      return refuseCall('u', call);
  }
}

function logIn(site: Site, version: string, { texts }: SoapCall): Answer {
  const sessionId = site.org.logIn(texts.get('username') ?? '', texts.get('password') ?? '');
  const user = sessionId === null ? null : site.org.authenticate(sessionId);
  if (sessionId === null || user === null) {
    const message = 'Invalid username, password, security token; or user locked out.';
    return fault('sf:INVALID_LOGIN', `INVALID_LOGIN: ${message}`);
  }
  const organization = site.org.organization.id.slice(0, 15);
  const address = (api: string): string => `${site.url}/services/Soap/${api}/${version}/${organization}`;
  return respond(
    'partner',
    `<loginResponse><result><metadataServerUrl>${address('m')}</metadataServerUrl><passwordExpired>false</passwordExpired>` +
      `<sandbox>false</sandbox><serverUrl>${address('u')}</serverUrl><sessionId>${escape(sessionId)}</sessionId>` +
      `<userId>${user.id}</userId><userInfo>${userInfo(site, user)}</userInfo></result></loginResponse>`,
  );
}

function userInfo({ org }: Site, user: OrgUser): string {
  const values = {
    organizationId: org.organization.id,
    organizationName: org.organization.name,
    userEmail: user.email,
    userFullName: [user.firstName, user.lastName].filter((each) => each !== null).join(' '),
    userId: user.id,
    userLanguage: user.language,
    userLocale: user.locale,
    userName: user.username,
    userTimeZone: user.timeZone,
    userType: user.userType,
  };
  return Object.entries(values)
    .map(([name, value]) => `<${name}>${escape(value)}</${name}>`)
    .join('');
}

function executeAnonymous({ org }: Site, user: OrgUser, text: string): Answer {
  const outcome = org.executeAnonymous(user, text);
  const isCompiled = outcome.compileProblem === null;
  const values = {
    column: String(outcome.column),
    compileProblem: outcome.compileProblem,
    compiled: String(isCompiled),
    exceptionMessage: outcome.exceptionMessage,
    exceptionStackTrace: outcome.exceptionStackTrace,
    line: String(outcome.line),
    success: String(isCompiled && outcome.exceptionMessage === null),
  };
  const result = Object.entries(values).map(([name, value]) =>
    value === null ? `<${name} xsi:nil="true"/>` : `<${name}>${escape(value)}</${name}>`,
  );
  return respond(
    'apex',
    `<executeAnonymousResponse><result>${result.join('')}</result></executeAnonymousResponse>`,
    `<DebuggingInfo><debugLog></debugLog></DebuggingInfo>`,
  );
}

function withUser(site: Site, { sessionId }: SoapCall, answer: (user: OrgUser) => Answer): Answer {
  const user = sessionId === null ? null : site.org.authenticate(sessionId);
  return user === null
    ? fault('sf:INVALID_SESSION_ID', 'INVALID_SESSION_ID: Invalid Session ID found in SessionHeader')
    : answer(user);
}

function refuseCall(api: string, { name }: SoapCall): Answer {
  return fault('sf:UNSUPPORTED', `UNSUPPORTED: This stand-in org does not support the SOAP call ${name} of ${api}.`);
}

const namespaces =
  'xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

function respond(api: 'partner' | 'apex', content: string, header = ''): Answer {
  const own = api === 'partner' ? 'urn:partner.soap.sforce.com' : 'http://soap.sforce.com/2006/08/apex';
  return write(
    200,
    `${header === '' ? '' : `<soapenv:Header>${header}</soapenv:Header>`}<soapenv:Body>${content}</soapenv:Body>`,
    own,
  );
}

/** As SOAP has it, what went wrong is answered with 500. */
function fault(code: string, message: string): Answer {
  const content = `<soapenv:Fault><faultcode>${code}</faultcode><faultstring>${escape(message)}</faultstring></soapenv:Fault>`;
  return write(500, `<soapenv:Body>${content}</soapenv:Body>`, 'urn:partner.soap.sforce.com');
}

function write(status: number, content: string, own: string): Answer {
  const faults = 'xmlns:sf="urn:fault.partner.soap.sforce.com"';
  const text = `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope ${namespaces} ${faults} xmlns="${own}">${content}</soapenv:Envelope>`;
  return answerWith(status, new RawBody('text/xml; charset=utf-8', text));
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function escape(text: string): string {
  return text.replace(/[&<>]/g, (each) => entities[each] ?? each);
}
