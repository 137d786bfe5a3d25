import { answerWith, RawBody, type Answer } from '../answer/answer.ts';
import { refuse } from '../answer/rest-error.ts';
import type { Site } from '../answer/site.ts';
import type { OrgUser } from '../org-behind-http.ts';

const methods = ['DELETE', 'GET', 'PATCH', 'POST', 'PUT'];

/** `/services/apexrest/…`: what a class with @RestResource answers, unchanged. */
export function answerApexRest(
  site: Site,
  user: OrgUser,
  request: {
    readonly method: string;
    readonly path: string;
    readonly parameters: URLSearchParams;
    readonly headers: ReadonlyMap<string, string>;
    readonly body: Uint8Array;
  },
): Answer {
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  if (!methods.includes(method)) {
    return refuse(405, 'METHOD_NOT_ALLOWED', `HTTP Method '${method}' not allowed. Allowed are ${methods.join(',')}`);
  }
  const answer = site.org.runApexRest(user, { ...request, method, parameters: new Map(request.parameters) });
  if (answer === null) {
    return refuse(404, 'NOT_FOUND', 'Could not find a match for URL');
  }
  const headers = Object.fromEntries([...answer.headers].map(([name, value]) => [name.toLowerCase(), value] as const));
  const { 'content-type': type = 'application/json;charset=UTF-8', ...others } = headers;
  return answer.body.length === 0
    ? { status: answer.status, headers: others, body: null }
    : answerWith(answer.status, new RawBody(type, answer.body), others);
}
