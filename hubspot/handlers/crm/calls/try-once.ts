/** A request as it goes over the wire, without the token. */
export type WireRequest = {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer> | null;
};

/** What came of one try. */
export type Outcome =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly text: string;
    }
  | { readonly kind: 'timedOut' }
  /** `wasSent` is false when no connection came about, so that HubSpot cannot have seen the request. */
  | { readonly kind: 'lost'; readonly wasSent: boolean; readonly cause: unknown };

const neverConnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Sends a request and reads the whole answer within the time. Whatever goes wrong is an outcome, no exception. */
export async function tryOnce(request: WireRequest, timeoutMillis: number): Promise<Outcome> {
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: request.headers,
      body: request.body,
      signal: AbortSignal.timeout(timeoutMillis),
    });
    const text = await response.text();
    return { kind: 'answered', status: response.status, headers: Object.fromEntries(response.headers), text };
  } catch (error) {
    if (fieldOf(error, 'name') === 'TimeoutError') {
      return { kind: 'timedOut' };
    }
    // fetch says only "fetch failed"; what happened is in the cause.
    const code = fieldOf(fieldOf(error, 'cause'), 'code');
    return { kind: 'lost', wasSent: typeof code !== 'string' || !neverConnected.has(code), cause: error };
  }
}

// The platform's errors may be of another realm than ours, where they are no instances of our Error.
function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[field] : undefined;
}
