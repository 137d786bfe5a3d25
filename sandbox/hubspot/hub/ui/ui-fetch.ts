import type { HubSpotApp } from '../apps/hubspot-app.ts';
import type { PortalUser } from '../portals/portal-user.ts';
import { headersOfV3 } from '../signing/sign.ts';
import { callApp, type AppAnswer } from '../webhooks/call-app.ts';

/** What an app's card, page or settings hand to `hubspot.fetch`. */
export type UiRequest = {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON; not with GET. */
  readonly body?: unknown;
  /** Milliseconds; 15,000 where it is left out, 120,000 at most. */
  readonly timeout?: number;
  /** The one header that HubSpot hands on. */
  readonly authorization?: string;
};

/** What the card gets back. */
export type UiResponse = {
  readonly status: number;
  readonly ok: boolean;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** The body, read as JSON. Throws where it is none. */
  json(): unknown;
};

/** A request that HubSpot does not send on. */
export class UiFetchError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'UiFetchError';
    this.code = code;
  }
}

const mostBytes = 1_048_576;
const mostAtOnce = 20;

/**
 * HubSpot's proxy between an app's user interface and its backend: only to addresses that the app names, signed, and with who
 * asks added to the query. A request that does not get through, or is answered with 5xx, is sent once more.
 */
export class UiProxy {
  private readonly now: () => number;
  private readonly underWay = new Map<string, number>();

  constructor(now: () => number) {
    this.now = now;
  }

  /** @throws UiFetchError UIF001 address, UIF002 size, UIF003 too many at once, UIF004 no answer */
  async fetch(
    app: HubSpotApp,
    portalId: number,
    user: PortalUser,
    address: string,
    request: UiRequest = {},
  ): Promise<UiResponse> {
    const method = request.method ?? 'GET';
    const body = method === 'GET' || request.body === undefined ? '' : JSON.stringify(request.body);
    if (Buffer.byteLength(body) > mostBytes) throw new UiFetchError('UIF002', 'The request is larger than 1 MB.');
    const url = addressFor(app, portalId, user, address);
    const key = `${app.appId} ${portalId}`;
    const underWay = this.underWay.get(key) ?? 0;
    if (underWay >= mostAtOnce) throw new UiFetchError('UIF003', `More than ${mostAtOnce} requests are under way.`);
    this.underWay.set(key, underWay + 1);
    try {
      const timeoutMillis = Math.min(request.timeout ?? 15_000, 120_000);
      const { authorization = null } = request;
      const send = (): Promise<AppAnswer> => this.send(app, url, method, body, authorization, timeoutMillis);
      const first = await send();
      const answer = isWorthAnother(first) ? await send() : first;
      if (answer.kind !== 'answered') {
        const what = answer.kind === 'timedOut' ? 'did not answer in time' : 'could not be reached';
        throw new UiFetchError('UIF004', `The backend of "${app.name}" ${what}.`);
      }
      if (Buffer.byteLength(answer.body) > mostBytes)
        throw new UiFetchError('UIF002', 'The answer is larger than 1 MB.');
      const { status, body: text } = answer;
      const headers = Object.fromEntries(answer.headers);
      const ok = status >= 200 && status < 300;
      return { status, ok, headers, text, json: () => JSON.parse(text) as unknown };
    } finally {
      this.underWay.set(key, this.underWay.get(key)! - 1);
    }
  }

  private send(
    app: HubSpotApp,
    url: string,
    method: string,
    body: string,
    authorization: string | null,
    timeoutMillis: number,
  ): Promise<AppAnswer> {
    return callApp({
      url,
      method,
      headers: {
        'Content-Type': 'application/json',
        ...(authorization !== null && { Authorization: authorization }),
        ...headersOfV3(app.clientSecret, { method, url, body }, this.now()),
      },
      body,
      timeoutMillis,
    });
  }
}

function addressFor(app: HubSpotApp, portalId: number, user: PortalUser, address: string): string {
  if (!URL.canParse(address) || !app.permittedUrls.fetch.some((permitted) => covers(permitted, address))) {
    throw new UiFetchError(
      'UIF001',
      `The address is not among permittedUrls.fetch of "${app.name}". Next: name its origin in app-hsmeta.json.`,
    );
  }
  const url = new URL(address);
  // Whatever a card says of these itself, HubSpot writes over it.
  url.searchParams.set('userId', String(user.userId));
  url.searchParams.set('userEmail', user.email);
  url.searchParams.set('portalId', String(portalId));
  url.searchParams.set('appId', String(app.appId));
  return url.href;
}

function covers(permitted: string, address: string): boolean {
  const [one, other] = [new URL(permitted), new URL(address)];
  return one.origin === other.origin && other.pathname.startsWith(one.pathname);
}

// Silence may be a slow backend; sending again would double the wait.
function isWorthAnother(answer: AppAnswer): boolean {
  return answer.kind === 'unreachable' || (answer.kind === 'answered' && answer.status >= 500);
}
