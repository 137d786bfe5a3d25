import type { Json } from '../json.ts';
import type { OrgUser } from '../org-behind-http.ts';
import type { Site } from './site.ts';
import type { Answer } from './answer.ts';
import { refuse, RestError } from './rest-error.ts';

/** A request to a versioned resource by somebody who is known. */
export interface Call {
  readonly site: Site;
  readonly user: OrgUser;
  readonly method: string;
  /** `68.0` */
  readonly version: string;
  /** What follows the version, decoded: sobjects, Lead, 00Q…. */
  readonly path: readonly string[];
  readonly parameters: URLSearchParams;
  /** By lower-case name. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

/** The answer of the handler for the call's method; HEAD is GET without its body. Others are 405, with what is allowed. */
export function answerByMethod(call: Call, handlers: Readonly<Record<string, () => Answer>>): Answer {
  const handler = handlers[call.method === 'HEAD' ? 'GET' : call.method];
  if (handler !== undefined) {
    return handler();
  }
  const allowed = Object.keys(handlers).flatMap((each) => (each === 'GET' ? ['GET', 'HEAD'] : [each]));
  const list = allowed.toSorted().join(',');
  const message = `HTTP Method '${call.method}' not allowed. Allowed are ${list}`;
  throw new RestError(405, [{ code: 'METHOD_NOT_ALLOWED', message, fields: [] }], { allow: list });
}

/** The JSON that the request brings. */
export function readJsonBody(call: Call): Json {
  const type = (call.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') {
    return refuse(
      415,
      'UNSUPPORTED_MEDIA_TYPE',
      `Content-Type header specified in HTTP request is not supported: ${type === undefined || type === '' ? 'none' : type}`,
    );
  }
  return parseJson(Buffer.from(call.body).toString('utf8'));
}

function parseJson(text: string): Json {
  if (text.trim() === '') {
    return refuse(400, 'JSON_PARSER_ERROR', 'No content to map to Object due to end of input');
  }
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    // The engine says where the text stops being JSON, in words of its own.
    const found = error instanceof Error ? error.message : String(error);
    return refuse(400, 'JSON_PARSER_ERROR', `The request body is no JSON: ${found}`);
  }
}

/** The body as an object: readObjectBody(call).records. */
export function readObjectBody(call: Call): Readonly<Record<string, Json | undefined>> {
  const body = readJsonBody(call);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return refuse(400, 'JSON_PARSER_ERROR', 'The request body has to be a JSON object.');
  }
  return body as Readonly<Record<string, Json | undefined>>;
}

/** The address of a resource in the version that was asked: resourceUrl(call, 'sobjects', 'Lead'). */
export function resourceUrl(call: Pick<Call, 'version'>, ...path: readonly string[]): string {
  return ['/services/data', `v${call.version}`, ...path].join('/');
}
