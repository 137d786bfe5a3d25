import { createHmac, randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { PortalEvent } from '../../../../hubspot/handlers/events/portal-event.ts';
import { readConfiguration } from '../../../../hubspot/server/configuration/read-configuration.ts';
import type { Configuration } from '../../../../hubspot/server/configuration/configuration.ts';
import { buildApp } from '../../../../hubspot/server/http/app.ts';
import type { AcceptedEvents, HttpPorts } from '../../../../hubspot/server/http/http-ports.ts';
import { DatabaseOnceMemory } from '../../../../hubspot/server/http/once/database-once-memory.ts';
import { uiCalls } from '../../../../hubspot/handlers/ui/ui-calls.ts';
import type { UiPorts } from '../../../../hubspot/handlers/ui/ui-ports.ts';
import { rights, type Right } from '../../../../hubspot/handlers/ui/right.ts';
import { TokenSeal } from '../../../../hubspot/server/installing/sealing/token-seal.ts';
import { TableCredentialStore } from '../../../../hubspot/server/installing/storing/table-credential-store.ts';
import { createLog } from '../../../../hubspot/server/observing/create-log.ts';
import { createMetrics, type Metrics } from '../../../../hubspot/server/observing/create-metrics.ts';
import { openTables, type Tables } from '../installing/embedded-tables.ts';
import { send, type Answered, type Sent } from './send.ts';

export const portalId = 4711;
export const otherPortalId = 815;
export const appId = 99;
export const secret = '12345678-abcd-abcd-abcd-1234567890ab';
export const publicUrl = 'https://signalbox.example.com';
export const startedAt = Date.UTC(2026, 10, 20, 9);
/** Never to be seen in a log or an answer. */
export const email = 'ana.person@customer.example';

export const environment = {
  PUBLIC_URL: publicUrl,
  HUBSPOT_CLIENT_ID: 'client-1',
  HUBSPOT_CLIENT_SECRET: secret,
  HUBSPOT_APP_ID: String(appId),
  TOKEN_KEY: Buffer.alloc(32, 7).toString('base64'),
};

export type Edge = {
  readonly app: FastifyInstance;
  readonly port: number;
  send(sent: Sent): Promise<Answered>;
  readonly database: Tables;
  readonly store: TableCredentialStore;
  readonly metrics: Metrics;
  readonly lines: string[];
  readonly clock: { now: number };
  /** How often each of the ports behind the edge was called. */
  readonly calls: string[];
  close(): Promise<void>;
};

/** The edge over tables in memory, with one portal in which the app is installed. Events are stored as the server stores them. */
export async function startEdge(
  change: {
    readonly port?: number;
    readonly ports?: Partial<HttpPorts>;
    readonly ui?: Partial<UiPorts>;
    /** What the caller may do; everything unless it is said. */
    readonly rights?: readonly Right[];
    readonly isWorker?: boolean;
    readonly environment?: { readonly [name: string]: string };
    readonly configuration?: Partial<Configuration>;
  } = {},
): Promise<Edge> {
  const configuration = { ...readConfiguration({ ...environment, ...change.environment }), ...change.configuration };
  const database = await openTables();
  const clock = { now: startedAt };
  const store = new TableCredentialStore(database, new TokenSeal(configuration.tokenKeys));
  await store.keepInstallation({
    portalId,
    appId,
    scopes: ['oauth'],
    installedAt: startedAt,
    installedBy: email,
    tokens: { accessToken: 'a', refreshToken: 'r', obtainedAt: startedAt, expiresAt: startedAt + 1_800_000 },
  });
  const metrics = createMetrics({ isProcessMeasured: false });
  const lines: string[] = [];
  const calls: string[] = [];
  const log = createLog({ level: 'debug', write: (line) => lines.push(line) });
  const asked = (name: string) => () => {
    calls.push(name);
    return Promise.resolve({ state: 'answered' as const, content: { name } as never });
  };
  const ports: HttpPorts = {
    now: () => clock.now,
    newId: randomUUID,
    metrics,
    store,
    once: new DatabaseOnceMemory(database),
    oauth: {
      exchangeCode: () => Promise.reject(new Error('no code is exchanged here')),
      introspect: () => Promise.reject(new Error('no token is looked at here')),
    },
    acceptEvents: (events) => storeEvents(database, events, clock.now),
    answerAction: (call) => {
      calls.push(`action ${call.action} ${call.callbackId}`);
      return Promise.resolve({ kind: 'answered', outputFields: { band: 'warm' } });
    },
    installed: () => Promise.resolve(),
    ui: {
      ...(Object.fromEntries(Object.keys(uiCalls).map((name) => [name, asked(name)])) as unknown as UiPorts),
      ...change.ui,
    },
    accessOf: () =>
      Promise.resolve({
        state: 'answered',
        content: { rights: change.rights ?? rights, isWorker: change.isWorker ?? true, isSignInNeeded: false },
      }),
    health: () => Promise.resolve({ isReady: true, parts: [{ name: 'database', isGood: true, found: 'answers' }] }),
    ...change.ports,
  };
  const app = buildApp(ports, configuration, log);
  await app.listen({ host: '127.0.0.1', port: change.port ?? 0 });
  const { port } = app.server.address() as AddressInfo;
  return {
    app,
    port,
    send: (sent) => send(port, sent),
    database,
    store,
    metrics,
    lines,
    clock,
    calls,
    close: () => app.close(),
  };
}

/** Each event once, in one transaction. */
export async function storeEvents(
  database: Tables,
  events: readonly PortalEvent[],
  now: number,
): Promise<AcceptedEvents> {
  const rows = await database.transaction((transaction) =>
    transaction.query(
      `insert into webhook_event (event_key, portal_id, received_at, event)
       select key, (event ->> 'portalId')::bigint, $3, event
       from unnest($1::text[], $2::jsonb[]) as arrived (key, event)
       on conflict do nothing returning event_key`,
      [
        events.map((event) => [event.portalId, event.subscriptionId, event.eventId, event.occurredAt].join(':')),
        events.map((event) => JSON.stringify(event)),
        now,
      ],
    ),
  );
  return { fresh: rows.length, counts: new Map([['route', rows.length]]) };
}

export async function storedEvents(edge: Edge): Promise<number> {
  const [row] = await edge.database.query<{ count: number }>('select count(*)::int as count from webhook_event');
  return row!.count;
}

/** HubSpot's v3 headers for a call; `address` is path and query as they are sent. */
export function signedHeaders(
  method: string,
  address: string,
  body: string | Buffer,
  at: number,
  key = secret,
): Record<string, string> {
  const signature = createHmac('sha256', key)
    .update(method + publicUrl + decodeAsDocumented(address))
    .update(body)
    .update(String(at))
    .digest('base64');
  return { 'x-hubspot-signature-v3': signature, 'x-hubspot-request-timestamp': String(at) };
}

export function decodeAsDocumented(uri: string): string {
  return [':', '/', '?', '@', '!', '$', "'", '(', ')', '*', ',', ';'].reduce(
    (text, sign) => text.replaceAll(`%${sign.charCodeAt(0).toString(16).toUpperCase()}`, sign),
    uri,
  );
}

export function contactEvent(
  eventId: number,
  of: { readonly portal?: number; readonly app?: number | null } = {},
): object {
  return {
    eventId,
    subscriptionId: 1,
    portalId: of.portal ?? portalId,
    ...(of.app === null ? {} : { appId: of.app ?? appId }),
    occurredAt: startedAt - 1000,
    subscriptionType: 'object.propertyChange',
    objectTypeId: '0-1',
    attemptNumber: 0,
    objectId: 100 + eventId,
    changeSource: 'CRM_UI',
    propertyName: 'email',
    propertyValue: email,
  };
}

/** What HubSpot appends to the address of a card's call. */
export function uiAddress(path: string, query: { readonly [name: string]: string } = {}): string {
  const appended = { userId: '7', userEmail: email, portalId: String(portalId), appId: String(appId) };
  return `${path}?${new URLSearchParams({ ...query, ...appended }).toString()}`;
}
