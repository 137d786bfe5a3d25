import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { HubSpotCrm } from '../../../hubspot/handlers/crm/hubspot-crm.ts';
import type { HubSpotCallsOptions } from '../../../hubspot/handlers/crm/calls/hubspot-calls.ts';
import type { CallBudget, CallKind } from '../../../hubspot/handlers/crm/call-budget.ts';
import type { CallRecord } from '../../../hubspot/handlers/crm/call-record.ts';
import { CrmError } from '../../../hubspot/handlers/crm/crm-error.ts';

/** A request as it came over the wire. */
export type Received = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
};

export type Reply = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** In place of a body in JSON. */
  readonly text?: string;
  /** The request is read, and then the connection is cut. */
  readonly isCut?: boolean;
  /** No answer ever comes. */
  readonly isSilent?: boolean;
};

export type Answering = (received: Received, number: number) => Reply;

/** A real server that answers as a test says, request by request. */
export class ScriptedPortal {
  readonly received: Received[] = [];
  readonly waits: number[] = [];
  readonly records: CallRecord[] = [];
  readonly pauses: { readonly kind: CallKind; readonly millis: number }[] = [];
  readonly taken: CallKind[] = [];
  readonly url: string;
  readonly #server: Server;
  /** The adapter's clock: waiting moves it on, and takes no time. */
  now = Date.UTC(2026, 10, 20, 9);

  private constructor(server: Server, url: string) {
    this.#server = server;
    this.url = url;
  }

  static async start(answering: Answering): Promise<ScriptedPortal> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const portal = new ScriptedPortal(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on('request', (request, response) => {
      void text(request).then((body) => {
        const url = new URL(request.url ?? '/', portal.url);
        const received = {
          method: request.method ?? '',
          path: url.pathname,
          query: url.searchParams,
          headers: request.headers,
          text: body,
        };
        portal.received.push(received);
        const reply = answering(received, portal.received.length);
        if (reply.isSilent === true) {
          return;
        }
        if (reply.isCut === true) {
          request.socket.destroy();
          return;
        }
        response.writeHead(reply.status ?? 200, { 'content-type': 'application/json;charset=utf-8', ...reply.headers });
        response.end(reply.text ?? (reply.body === undefined ? '' : JSON.stringify(reply.body)));
      });
    });
    return portal;
  }

  /** Answers one reply after the other, the last one for ever. */
  static inTurn(...replies: Reply[]): Promise<ScriptedPortal> {
    return ScriptedPortal.start((_received, number) => replies[Math.min(number, replies.length) - 1] ?? {});
  }

  crm(options: Partial<HubSpotCallsOptions> = {}): HubSpotCrm {
    const budget: CallBudget = {
      take: (kind) => {
        this.taken.push(kind);
        return Promise.resolve();
      },
      pause: (kind, millis) => {
        this.pauses.push({ kind, millis });
      },
    };
    return new HubSpotCrm({
      token: () => Promise.resolve('token-1'),
      budget,
      baseUrl: this.url,
      chance: () => 0,
      clock: {
        now: () => this.now,
        sleep: (millis) => {
          this.waits.push(millis);
          this.now += millis;
          return Promise.resolve();
        },
      },
      onCall: (record) => this.records.push(record),
      ...options,
    });
  }

  /** The bodies that came, as JSON. */
  get bodies(): Record<string, unknown>[] {
    return this.received.map((received) => jsonOf(received));
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

export function jsonOf(received: Received): Record<string, unknown> {
  return received.text === '' ? {} : (JSON.parse(received.text) as Record<string, unknown>);
}

/** The inputs of a batch, as they came. */
export function inputsOf(received: Received): {
  id: string;
  properties: Record<string, string>;
  objectWriteTraceId?: string;
}[] {
  return jsonOf(received)['inputs'] as never;
}

/** The CrmError that a call ends with. */
export async function failureOf(call: Promise<unknown>): Promise<CrmError> {
  const error: unknown = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof CrmError) {
    return error;
  }
  throw new Error('The call should have failed with a CrmError.', { cause: error });
}

/** A record as HubSpot writes it. */
export function recordOf(id: string, properties: Record<string, string | null> = {}): Record<string, unknown> {
  return {
    id,
    properties: { hs_object_id: id, ...properties },
    createdAt: '2026-11-20T08:00:00.000Z',
    updatedAt: '2026-11-20T08:30:00.123Z',
    archived: false,
  };
}

/** A batch's answer as HubSpot writes it. */
export function batchOf(results: unknown[], errors: unknown[] = []): Reply {
  const times = { startedAt: '2026-11-20T09:00:00.000Z', completedAt: '2026-11-20T09:00:00.100Z' };
  return errors.length === 0
    ? { body: { status: 'COMPLETE', results, ...times } }
    : { status: 207, body: { status: 'COMPLETE', results, numErrors: errors.length, errors, ...times } };
}

/** A refusal as HubSpot writes it. */
export function refusalOf(status: number, category: string, more: Readonly<Record<string, unknown>> = {}): Reply {
  return {
    status,
    body: { status: 'error', message: 'A message.', correlationId: 'a43683b0-5717', category, ...more },
  };
}
