import { headersOfV3 } from '../../hub/signing/sign.ts';
import type { HostFetchRequest, HostFetchResponse } from '../ports/host-ports.ts';
import { UiHostError } from '../ports/ui-host-error.ts';

/** Whom a request is sent for, as HubSpot adds it to the query. */
export type AskedFor = { userId: number; userEmail: string; portalId: number; appId: number | string };

export type Backend = {
  /** Where requests go, whatever origin the extension named. */
  readonly address: string;
  /** The app's secret; null sends them without a signature. */
  readonly clientSecret: string | null;
  readonly now: () => number;
};

/**
 * Sends what an extension fetches to its backend, with who asks in the query and HubSpot's signature.
 *
 * @throws UiHostError UIH013 the backend did not answer
 */
export async function sendToBackend(
  backend: Backend,
  asked: AskedFor,
  request: HostFetchRequest,
): Promise<HostFetchResponse> {
  const named = new URL(request.url);
  const url = new URL(`${named.pathname}${named.search}`, backend.address);
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, String(value));
  const body = request.method === 'GET' || request.body === null ? '' : JSON.stringify(request.body);
  const signed = { method: request.method, url: url.href, body };
  const authorization = request.headers['authorization'];
  try {
    const response = await fetch(url, {
      method: request.method,
      headers: {
        'content-type': 'application/json',
        ...(authorization === undefined ? {} : { authorization }),
        ...(backend.clientSecret === null ? {} : headersOfV3(backend.clientSecret, signed, backend.now())),
      },
      ...(body === '' ? {} : { body }),
      signal: AbortSignal.timeout(Math.min(request.timeout ?? 15_000, 120_000)),
    });
    return { status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() };
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new UiHostError('UIH013', `The backend at ${backend.address} did not answer: ${cause}. Next: start it.`);
  }
}
