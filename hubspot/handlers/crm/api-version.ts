import type { CallKind } from './call-budget.ts';

/** The version of HubSpot's API that is called. HubSpot supports each for 18 months. */
export const apiVersion = '2026-09';

/** One of the calls that we make, as HubSpot documents it. */
export type Endpoint = {
  readonly method: 'GET' | 'POST';
  /** The path, with names for what differs from call to call. It names nobody, so metrics may carry it. */
  readonly template: string;
  readonly kind: CallKind;
  /** Whether doing it twice is the same as doing it once. */
  readonly isRepeatable: boolean;
  /** The status by which the library knows a success. */
  readonly successStatus: 200 | 201 | 204;
  /** What this version wants in the body and the library does not know. */
  readonly bodyNeeds: Readonly<Record<string, unknown>>;
};

type Row = readonly [from: string, to: string, more?: Partial<Endpoint>];

const search = { kind: 'search' } as const;
const creates = { isRepeatable: false, successStatus: 201 } as const;
const saysNothing = { successStatus: 204 } as const;

// The library still asks for the paths of v3 and v4, which HubSpot supports until 2027. Left as it asks, right as it is sent.
const posts: readonly Row[] = [
  ['/crm/v3/objects/{objectType}/batch/read', '/crm/objects/{version}/{objectType}/batch/read'],
  ['/crm/v3/objects/{objectType}/batch/update', '/crm/objects/{version}/{objectType}/batch/update'],
  ['/crm/v3/objects/{objectType}/batch/create', '/crm/objects/{version}/{objectType}/batch/create', creates],
  ['/crm/v3/objects/{objectType}/batch/archive', '/crm/objects/{version}/{objectType}/batch/archive', saysNothing],
  ['/crm/v3/objects/{objectType}/search', '/crm/objects/{version}/{objectType}/search', search],
  ['/crm/v4/associations/{fromType}/{toType}/batch/read', '/crm/associations/{version}/{fromType}/{toType}/batch/read'],
  ['/crm/v3/properties/{objectType}/batch/create', '/crm/properties/{version}/{objectType}/batch/create', creates],
  ['/crm/v3/properties/{objectType}/groups', '/crm/properties/{version}/{objectType}/groups', creates],
  [
    '/crm-object-schemas/v3/schemas',
    '/crm-object-schemas/{version}/schemas',
    { ...creates, bodyNeeds: { allowsSensitiveProperties: false, shouldCreateSameObjectAssociation: false } },
  ],
  ['/automation/v4/flows/batch/read', '/automation/v4/flows/batch/read'],
  // A file is written over the one of its name, so that writing it again is harmless.
  ['/files/v3/files', '/files/{version}/files', { successStatus: 201 }],
  [
    '/automation/v4/actions/callbacks/{callbackId}/complete',
    '/automation/actions/callbacks/{version}/{callbackId}/complete',
    { ...saysNothing, bodyNeeds: { typedOutputs: {} } },
  ],
];

const gets: readonly Row[] = [
  ['/crm/v3/objects/{objectType}', '/crm/objects/{version}/{objectType}'],
  ['/crm/v3/owners', '/crm/owners/{version}'],
  ['/crm/v3/properties/{objectType}', '/crm/properties/{version}/{objectType}'],
  ['/crm-object-schemas/v3/schemas', '/crm-object-schemas/{version}/schemas'],
  ['/account-info/v3/details', '/account-info/{version}/details'],
  // The documentation has no dated path of it.
  ['/automation/v4/flows', '/automation/v4/flows'],
  ['/files/v3/files/search', '/files/{version}/files/search'],
  ['/files/v3/files/{fileId}/signed-url', '/files/{version}/files/{fileId}/signed-url'],
  ['/files/v3/folders/{folderPath}', '/files/{version}/folders/{folderPath}'],
];

const routes = [...gets.map((row) => routeOf('GET', row)), ...posts.map((row) => routeOf('POST', row))];

/**
 * What is really called when the library asks for a path.
 *
 * findEndpoint('GET', '/crm/v3/owners/') has the path '/crm/owners/2026-09'.
 *
 * @throws UnknownEndpointError for a path that is not in the table: a call was added without saying how it is made
 */
export function findEndpoint(method: string, path: string): { readonly endpoint: Endpoint; readonly path: string } {
  for (const { endpoint, pattern } of routes) {
    const match = endpoint.method === method ? pattern.exec(path) : null;
    if (match !== null) {
      const filled = endpoint.template.replace(/\{(\w+)\}/g, (_whole, name: string) => match.groups?.[name] ?? '');
      return { endpoint, path: filled };
    }
  }
  throw new UnknownEndpointError(`No endpoint is known for ${method} ${path}. Add it to the table in api-version.ts.`);
}

/** The program is broken, which no caller can mend. */
export class UnknownEndpointError extends Error {}

function routeOf(
  method: Endpoint['method'],
  [from, to, more]: Row,
): { readonly endpoint: Endpoint; readonly pattern: RegExp } {
  const template = to.replace('{version}', apiVersion);
  return {
    endpoint: { method, template, kind: 'general', isRepeatable: true, successStatus: 200, bodyNeeds: {}, ...more },
    pattern: new RegExp(`^${from.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}/?$`),
  };
}
