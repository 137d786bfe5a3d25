import * as z from 'zod';

/** What HubSpot hands to a function that is called at its public address. */
export type EndpointContext = {
  readonly body?: unknown;
  readonly headers?: unknown;
  readonly method?: unknown;
};

/** A request as it came in. */
export type EndpointRequest = {
  readonly method: string;
  readonly headers: ReadonlyMap<string, string>;
  /** The body as it was sent, or as near to that as HubSpot lets us come: it hands over what it has read. */
  readonly rawBody: string;
  readonly body: unknown;
};

const headersSchema = z.record(z.string(), z.unknown()).catch({});

/** Reads a request. Names of headers are in small letters; one that came several times counts with its first value. */
export function readRequest(context: EndpointContext): EndpointRequest {
  const headers = new Map<string, string>();
  for (const [name, value] of Object.entries(headersSchema.parse(context.headers))) {
    const first: unknown = Array.isArray(value) ? value[0] : value;
    if (typeof first === 'string') {
      headers.set(name.toLowerCase(), first);
    }
  }
  const isText = typeof context.body === 'string';
  return {
    method: typeof context.method === 'string' ? context.method.toUpperCase() : 'POST',
    headers,
    rawBody: isText ? context.body : JSON.stringify(context.body ?? null),
    body: isText ? jsonOf(context.body) : context.body,
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
