import type { Answer } from '../answer/answer.ts';
import type { Call } from '../answer/call.ts';
import { refuse } from '../answer/rest-error.ts';
import { splitTarget } from '../answer/split-target.ts';
import type { Json, JsonObject } from '../json.ts';

export interface InnerRequest {
  readonly method: string;
  /** With the version and, in composite requests, `/services/data` before it. */
  readonly url: string;
  readonly body: Json | undefined;
  readonly headers: JsonObject;
}

/** Serves a request that stands in the body of another, if it is of a resource that may stand there. */
export function answerInside(
  call: Call,
  inner: InnerRequest,
  answer: (call: Call) => Answer,
  supported: readonly string[],
): Answer {
  const target = splitTarget(inner.url.replace(/^\/?(services\/data\/)?(?=v\d)/, '/services/data/'));
  const [, , version = '', ...path] = target.path;
  const [resource = ''] = path;
  const isNested = resource === 'composite' && path[1] !== 'sobjects' && path[1] !== 'tree';
  if (!/^v\d\d\.0$/.test(version) || !supported.includes(resource) || isNested) {
    return refuse(400, 'INVALID_INPUT', `This address may not be asked for inside another request: ${inner.url}`);
  }
  const own = Object.entries(inner.headers).map(([name, value]) => [name.toLowerCase(), writeHeader(value)] as const);
  return answer({
    ...call,
    method: inner.method,
    version: version.slice(1),
    path,
    parameters: target.parameters,
    headers: new Map([...call.headers, ['content-type', 'application/json'], ...own]),
    body: Buffer.from(inner.body === undefined ? '' : JSON.stringify(inner.body)),
  });
}

function writeHeader(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const methods = ['DELETE', 'GET', 'HEAD', 'PATCH', 'POST', 'PUT'];

/** The method of a subrequest: readMethod('post') → "POST". */
export function readMethod(value: Json | undefined): string {
  const method = typeof value === 'string' ? value.toUpperCase() : '';
  return methods.includes(method) ? method : refuse(400, 'INVALID_INPUT', 'Every subrequest needs a method.');
}
