import { connect } from 'node:net';
import { headersOfV3 } from '../../../sandbox/hubspot/hub/signing/sign.ts';
import type { Edition } from '../../../sandbox/hubspot/edition/start-edition.ts';

/** A call as a stranger, or somebody who knows the secret, sends it. */
export type HostileCall = {
  readonly name: string;
  /** What it is to be answered with. */
  readonly status: number;
  /** The status of the answer. */
  readonly send: (edition: Edition) => Promise<number>;
};

type Signed = {
  readonly path: string;
  readonly method?: string;
  readonly body?: string;
  /** Of the signature; now where it is left out. */
  readonly at?: number;
  readonly secret?: string;
  /** What is signed instead of what is sent. */
  readonly signedPath?: string;
  readonly signedBody?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

const webhooks = '/hubspot/webhooks';
const otherPortalId = 999_999;
/** Just more than the five minutes for which a signature holds. */
const staleMillis = 301_000;

/** Sends a call with a signature of version 3, and says what it was answered with. */
export async function sendSigned({ servers, app }: Edition, signed: Signed): Promise<number> {
  const url = servers[0]!.url;
  const { path, method = 'POST', body = '', at = Date.now(), secret = app.clientSecret } = signed;
  const request = { method, url: `${url}${signed.signedPath ?? path}`, body: signed.signedBody ?? body };
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...headersOfV3(secret, request, at), ...signed.headers },
    ...(method === 'GET' ? {} : { body }),
  });
  await answer.arrayBuffer();
  return answer.status;
}

/** A creation that would be decided if anybody believed it. */
export function creationOf(edition: Edition, change: { portalId?: number; appId?: number } = {}): string {
  const { portal, app } = edition;
  return JSON.stringify([
    {
      eventId: 7_000_000,
      subscriptionId: 1,
      portalId: change.portalId ?? portal.portalId,
      appId: change.appId ?? app.appId,
      occurredAt: Date.now(),
      subscriptionType: 'object.creation',
      objectTypeId: '0-1',
      objectId: 123_456_789,
      changeFlag: 'CREATED',
      changeSource: 'CRM_UI',
      sourceId: 'userId:1',
      attemptNumber: 0,
    },
  ]);
}

function actionBody(edition: Edition, change: { portalId?: number; objectId?: number } = {}): string {
  return JSON.stringify({
    callbackId: `ap-hostile-${Date.now()}`,
    origin: { portalId: change.portalId ?? edition.portal.portalId },
    context: { source: 'WORKFLOWS', workflowId: 1 },
    object: { objectId: change.objectId ?? 1, objectType: 'CONTACT' },
    inputFields: {},
    fields: {},
  });
}

function uiPath(edition: Edition, path: string, change: { portalId?: number; appId?: number } = {}): string {
  const { portal, app } = edition;
  const { userId, email } = portal.users[0]!;
  const query = new URLSearchParams({
    userId: String(userId),
    userEmail: email,
    portalId: String(change.portalId ?? portal.portalId),
    appId: String(change.appId ?? app.appId),
  });
  return `${path}${path.includes('?') ? '&' : '?'}${query.toString()}`;
}

const webhook = (name: string, status: number, change: (edition: Edition) => Partial<Signed>): HostileCall => ({
  name,
  status,
  send: (edition) => sendSigned(edition, { path: webhooks, body: creationOf(edition), ...change(edition) }),
});

/** The ones whose signature must not hold. */
export const forgedCalls: readonly HostileCall[] = [
  webhook('signed with another secret', 401, () => ({ secret: '00000000-0000-0000-0000-000000000000' })),
  webhook('signed five minutes ago', 401, () => ({ at: Date.now() - staleMillis })),
  webhook('signed for a time to come', 401, () => ({ at: Date.now() + staleMillis })),
  webhook('a body that was changed', 401, (edition) => ({ signedBody: `${creationOf(edition)} ` })),
  webhook('an address that was changed', 401, () => ({ path: `${webhooks}?portalId=1`, signedPath: webhooks })),
  webhook('a signature that is no text of this length', 401, () => ({ headers: { 'x-hubspot-signature-v3': 'AAAA' } })),
  webhook('an instant that is no number', 401, () => ({ headers: { 'x-hubspot-request-timestamp': 'now' } })),
  {
    name: 'a card of another contact than was signed',
    status: 401,
    send: (edition) =>
      sendSigned(edition, {
        method: 'GET',
        path: uiPath(edition, '/ui/card?contactId=2'),
        signedPath: uiPath(edition, '/ui/card?contactId=1'),
      }),
  },
  {
    name: 'no signature at all',
    status: 401,
    send: async (edition) => sendPlain(edition, webhooks, creationOf(edition)),
  },
  {
    name: 'two signatures, one of them right',
    status: 401,
    send: (edition) => {
      const body = creationOf(edition);
      const request = { method: 'POST', url: `${edition.servers[0]!.url}${webhooks}`, body };
      const right = Object.entries(headersOfV3(edition.app.clientSecret, request, Date.now()));
      const lines = [...right, ['X-HubSpot-Signature-v3', 'AAAA']].map(([name, value]) => `${name}: ${value}`);
      return sendRaw(edition, [...head(webhooks, body.length), ...lines, '', body].join('\r\n'));
    },
  },
];

/** The ones that are signed rightly and are still nothing that we do. */
export const unwantedCalls: readonly HostileCall[] = [
  webhook('a body of more than a megabyte', 413, () => ({ body: `["${'x'.repeat(1_048_600)}"]` })),
  webhook('a body that is no JSON', 400, () => ({ body: '[{"portalId":' })),
  webhook('a body that is no UTF-8 text of JSON', 400, () => ({ body: '\u{feff}[' })),
  webhook('a body of a hundred levels', 400, () => ({ body: `${'['.repeat(100)}${']'.repeat(100)}` })),
  webhook('a body with __proto__', 400, () => ({ body: '[{"__proto__":{"isAdmin":true}}]' })),
  webhook('a body with constructor.prototype', 400, () => ({ body: '[{"constructor":{"prototype":{"a":1}}}]' })),
  webhook('a body that is no list', 400, () => ({ body: '{"events":[]}' })),
  webhook('a body that says it is text', 415, () => ({ headers: { 'content-type': 'text/plain' } })),
  webhook('a body that says it is compressed', 415, () => ({ headers: { 'content-encoding': 'gzip' } })),
  webhook('an event of another app', 200, (edition) => ({ body: creationOf(edition, { appId: 1 }) })),
  webhook('an event of a portal without the app', 200, (edition) => ({
    body: creationOf(edition, { portalId: otherPortalId }),
  })),
  webhook('a slash too many', 404, () => ({ path: `${webhooks}/` })),
  {
    name: 'settings of a portal without the app',
    status: 403,
    send: (edition) =>
      sendSigned(edition, { method: 'GET', path: uiPath(edition, '/ui/status', { portalId: otherPortalId }) }),
  },
  {
    name: 'settings for another app',
    status: 403,
    send: (edition) => sendSigned(edition, { method: 'GET', path: uiPath(edition, '/ui/status', { appId: 1 }) }),
  },
  {
    name: 'a card of a contact that is not in this portal',
    status: 404,
    send: (edition) => sendSigned(edition, { method: 'GET', path: uiPath(edition, '/ui/card?contactId=987654321') }),
  },
  {
    name: 'a portal named twice',
    status: 400,
    send: (edition) =>
      sendSigned(edition, { method: 'GET', path: `${uiPath(edition, '/ui/status')}&portalId=${otherPortalId}` }),
  },
  {
    name: 'an action of a portal without the app',
    status: 403,
    send: (edition) =>
      sendSigned(edition, {
        path: '/hubspot/actions/score-and-route',
        body: actionBody(edition, { portalId: otherPortalId }),
      }),
  },
  {
    name: 'an action that there is not',
    status: 404,
    send: (edition) => sendSigned(edition, { path: '/hubspot/actions/erase-all', body: actionBody(edition) }),
  },
  {
    name: 'an action for nothing',
    status: 400,
    send: (edition) => sendSigned(edition, { path: '/hubspot/actions/score-and-route', body: '{"callbackId":"1"}' }),
  },
  {
    name: 'an action for a contact that is not there',
    status: 200,
    send: (edition) =>
      sendSigned(edition, {
        path: '/hubspot/actions/score-and-route',
        body: actionBody(edition, { objectId: 987_654_321 }),
      }),
  },
];

/** The ones that never become a request. */
export const brokenCalls: readonly HostileCall[] = [
  {
    name: 'a body that does not come',
    status: 408,
    send: (edition) => sendRaw(edition, [...head(webhooks, 1_000), '', '[{'].join('\r\n')),
  },
  {
    name: 'a head of 100,000 characters',
    status: 431,
    send: (edition) => sendRaw(edition, [...head(webhooks, 0), `x-long: ${'x'.repeat(100_000)}`, '', ''].join('\r\n')),
  },
  { name: 'no HTTP', status: 400, send: (edition) => sendRaw(edition, 'HELO signalbox\r\n\r\n') },
];

function head(path: string, length: number): string[] {
  return [
    `POST ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    'Content-Type: application/json',
    `Content-Length: ${length}`,
    'Connection: close',
  ];
}

async function sendPlain({ servers }: Edition, path: string, body: string): Promise<number> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${servers[0]!.url}${path}`, { method: 'POST', headers, body });
  await answer.arrayBuffer();
  return answer.status;
}

/** Bytes as they are; what comes back until the server closes. 0 where it says nothing. */
function sendRaw({ servers }: Edition, text: string): Promise<number> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(Number(new URL(servers[0]!.url).port), '127.0.0.1', () => socket.write(text));
    const end = (): void => resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0));
    socket.setEncoding('utf8').on('data', (piece: string) => (answer += piece));
    socket.on('close', end).on('error', end);
    socket.setTimeout(20_000, () => socket.destroy());
  });
}
