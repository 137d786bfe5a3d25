import { ApexMap } from '../../../apex/library/collection/apex-map.ts';
import { PlainData } from '../../../apex/library/system/plain-data.ts';
import { transactionState } from '../../../apex/library/system/transaction-state.ts';
import { ApexBlob } from '../../../apex/library/text/apex-blob.ts';
import type { Program, Transaction } from '../../../apex/run/program.ts';
import { stringType, typeOf, voidType } from '../../../apex/types/apex-type.ts';
import type { DeclaredType, MethodSymbol } from '../../../apex/types/declared-type.ts';
import { isJsonObject, type Json } from '../json.ts';
import { OrgRefusal, type ApexRestAnswer, type ApexRestRequest } from '../org-behind-http.ts';
import { readApexJson, writeApexJson } from './apex-json.ts';

/** A class with @RestResource and the pattern of its addresses. */
interface RestResource {
  readonly declared: DeclaredType;
  readonly urlMapping: string;
}

/** The class that answers to an address: the exact one, or else that with the longest beginning. Null where none does. */
export function findRestResource(program: Program, path: string): RestResource | null {
  const local = withoutNamespace(program, path);
  if (local === null) {
    return null;
  }
  const matching = resourcesOf(program).filter(({ urlMapping }) => {
    const isPrefix = urlMapping.endsWith('*');
    const stem = urlMapping.slice(0, -1);
    return isPrefix ? local.startsWith(stem) || `${local}/` === stem : local === urlMapping;
  });
  const rank = ({ urlMapping }: RestResource): number => (urlMapping.endsWith('*') ? urlMapping.length : Infinity);
  return matching.toSorted((one, other) => rank(other) - rank(one))[0] ?? null;
}

/** Resources of a package stand below its namespace: `/acme/leads`. */
function withoutNamespace({ namespace }: Program, path: string): string | null {
  if (namespace === null) {
    return path;
  }
  const prefix = `/${namespace}/`;
  return path.toLowerCase().startsWith(prefix.toLowerCase()) ? path.slice(prefix.length - 1) : null;
}

function resourcesOf(program: Program): RestResource[] {
  return [...program.world.all()].flatMap((declared) => {
    const found = declared.declaration.modifiers.annotations.find((each) => each.name === 'restresource');
    const urlMapping = found?.settings.find(([name]) => name === 'urlmapping')?.[1];
    return urlMapping === undefined ? [] : [{ declared, urlMapping: urlMapping.replace(/^'|'$/g, '') }];
  });
}

/** Runs the method for the request's HTTP method, and answers with what it returned or put into RestContext.response. */
export function runRestResource(
  transaction: Transaction,
  { declared, urlMapping }: RestResource,
  request: ApexRestRequest,
  namespace: string | null,
): ApexRestAnswer {
  const method = findMethod(declared, request.method);
  const response = new PlainData(typeOf('System.RestResponse'));
  response.values.set('headers', textMap(new Map()));
  const { rest } = transactionState();
  rest.request = restRequest(request, urlMapping, namespace);
  rest.response = response;
  const returned = transaction.call(declared.name, method.name, readArguments(method, request));
  const { values } = rest.response as PlainData;
  const given = values.get('responseBody');
  const body =
    method.returns === voidType ? (given instanceof ApexBlob ? given.bytes : new Uint8Array()) : bytesOf(returned);
  const status = values.get('statusCode') ?? 200;
  if (typeof status !== 'number' || !knownStatuses.has(status)) {
    const refused = [
      { errorCode: 'APEX_ERROR', message: `Invalid status code for HTTP response: ${JSON.stringify(status)}` },
    ];
    return { status: 500, headers: new Map(), body: Buffer.from(JSON.stringify(refused)) };
  }
  return { status, headers: textsOf(values.get('headers')), body };
}

/** Those that the documentation of RestResponse lists; any other is an error of the server. */
const knownStatuses = new Set([
  200, 201, 202, 204, 206, 300, 301, 302, 304, 400, 401, 403, 404, 405, 406, 409, 410, 412, 413, 414, 415, 417, 500,
  503,
]);

function bytesOf(value: unknown): Uint8Array {
  return Buffer.from(writeApexJson(value));
}

function findMethod(declared: DeclaredType, httpMethod: string): MethodSymbol {
  const methods = [...declared.methods.values()].flat().flatMap((method) => {
    const annotation = method.node?.modifiers.annotations.find(({ name }) =>
      /^http(get|post|put|patch|delete)$/.test(name),
    );
    return annotation === undefined ? [] : [{ method, allowed: annotation.name.slice('http'.length).toUpperCase() }];
  });
  const found = methods.find(({ allowed }) => allowed === httpMethod);
  if (found === undefined) {
    const allowed = methods.map((each) => each.allowed).toSorted();
    throw new OrgRefusal(
      'METHOD_NOT_ALLOWED',
      `HTTP Method '${httpMethod}' not allowed. Allowed are ${allowed.join(',')}`,
    );
  }
  return found.method;
}

/** Parameters of a method are members of the JSON object in the body. */
function readArguments(method: MethodSymbol, request: ApexRestRequest): unknown[] {
  if (method.parameters.length === 0) {
    return [];
  }
  const body = parseBody(request.body);
  return method.parameters.map(({ name, type }) => {
    const value = body[name];
    return value === undefined || value === null ? null : readApexJson(value, type);
  });
}

function parseBody(bytes: Uint8Array): Readonly<Record<string, Json>> {
  try {
    const body = JSON.parse(Buffer.from(bytes).toString('utf8')) as Json;
    if (isJsonObject(body)) {
      return body;
    }
  } catch {
    // Told below, as for JSON that is no object.
  }
  throw new OrgRefusal(
    'JSON_PARSER_ERROR',
    'The request body has to be a JSON object with the parameters of the method.',
  );
}

function restRequest(request: ApexRestRequest, urlMapping: string, namespace: string | null): PlainData {
  const made = new PlainData(typeOf('System.RestRequest'));
  made.values.set('headers', textMap(request.headers));
  made.values.set('params', textMap(request.parameters));
  made.values.set('httpMethod', request.method);
  made.values.set('remoteAddress', '127.0.0.1');
  made.values.set('requestBody', new ApexBlob(request.body));
  made.values.set('requestURI', request.path);
  made.values.set('resourcePath', `/services/apexrest${namespace === null ? '' : `/${namespace}`}${urlMapping}`);
  return made;
}

function textMap(texts: ReadonlyMap<string, string>): ApexMap {
  const map = new ApexMap(typeOf('System.Map', [stringType, stringType]));
  for (const [name, text] of texts) {
    map.put(name, text);
  }
  return map;
}

function textsOf(map: unknown): Map<string, string> {
  return new Map(map instanceof ApexMap ? (JSON.parse(writeApexJson(map), toEntries) as [string, string][]) : []);
}

/** The outermost object as pairs. */
function toEntries(key: string, value: unknown): unknown {
  return key === '' ? Object.entries(value as object).map(([name, text]) => [name, String(text)]) : value;
}
