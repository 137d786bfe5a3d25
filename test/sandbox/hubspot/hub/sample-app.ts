import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A request that the app's backend got, whole. */
export type Received = {
  readonly method: string;
  readonly path: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
};

/** A text is sent as it is, anything else as JSON. */
type Answer = { readonly status: number; readonly body?: unknown; readonly headers?: Record<string, string> };
type Answering = (request: Received) => Answer | Promise<Answer> | null;

/** An app with a backend on this machine. What `answer` leaves open is answered with 200; null breaks the connection. */
export class SampleApp {
  readonly received: Received[] = [];
  readonly folder: string;
  answer: Answering = () => ({ status: 200, body: {} });
  url = '';
  private readonly server: Server;

  private constructor() {
    this.folder = mkdtempSync(path.join(tmpdir(), 'stand-in-app-'));
    this.server = createServer((request, response) => {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => {
        const url = `${this.url}${request.url!}`;
        const received = {
          method: request.method!,
          path: new URL(url).pathname,
          url,
          headers: request.headers,
          body: Buffer.concat(pieces).toString('utf8'),
        };
        this.received.push(received);
        void Promise.resolve(this.answer(received)).then((answer) => {
          if (answer === null) {
            request.socket.destroy();
            return;
          }
          response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
          response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? {}));
        });
      });
    });
  }

  static async start(): Promise<SampleApp> {
    const app = new SampleApp();
    await new Promise<void>((resolve) => app.server.listen(0, '127.0.0.1', resolve));
    const address = app.server.address();
    app.url = `http://127.0.0.1:${typeof address === 'object' ? address!.port : 0}`;
    app.write('hsproject.json', { name: 'sample', srcDir: 'src', platformVersion: '2026.09' });
    app.write('src/app/app-hsmeta.json', appMetadata());
    app.write('src/app/webhooks/webhooks-hsmeta.json', webhooksMetadata());
    app.write('src/app/workflow-actions/route-hsmeta.json', actionMetadata());
    return app;
  }

  /** Writes a file of the project. */
  write(file: string, content: unknown): void {
    const place = path.join(this.folder, file);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  }

  /** What its metadata's variables stand for. */
  get variables(): Record<string, string> {
    return { ORIGIN: this.url };
  }

  requestsTo(where: string): Received[] {
    return this.received.filter((each) => each.path === where);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
    rmSync(this.folder, { recursive: true });
  }
}

export function appMetadata(auth: object = {}): Record<string, unknown> {
  return {
    uid: 'sample_app',
    type: 'app',
    config: {
      name: 'Sample',
      description: 'An app for tests.',
      distribution: 'marketplace',
      auth: {
        type: 'oauth',
        redirectUrls: ['${ORIGIN}/oauth/callback'],
        requiredScopes: [
          'oauth',
          'crm.objects.contacts.read',
          'crm.objects.contacts.write',
          'crm.objects.companies.read',
          'crm.schemas.contacts.write',
          'files',
          'forms',
        ],
        optionalScopes: ['automation', 'crm.objects.custom.read', 'crm.objects.custom.write'],
        ...auth,
      },
      permittedUrls: { fetch: ['${ORIGIN}'] },
    },
  };
}

export function webhooksMetadata(): Record<string, unknown> {
  const contact = { objectType: 'contact', active: true };
  return {
    uid: 'sample_webhooks',
    type: 'webhooks',
    config: {
      settings: { targetUrl: '${ORIGIN}/hooks?from=hubspot', maxConcurrentRequests: 10 },
      subscriptions: {
        crmObjects: [
          { subscriptionType: 'object.creation', ...contact },
          { subscriptionType: 'object.deletion', ...contact },
          { subscriptionType: 'object.merge', ...contact },
          { subscriptionType: 'object.propertyChange', propertyName: 'lastname', ...contact },
          { subscriptionType: 'object.propertyChange', propertyName: 'recent_conversion_date', ...contact },
          { subscriptionType: 'object.propertyChange', propertyName: 'website', objectType: 'contact', active: false },
          { subscriptionType: 'object.creation', objectType: 'rule', active: true },
        ],
        legacyCrmObjects: [],
        hubEvents: [{ subscriptionType: 'contact.privacyDeletion', active: true }],
      },
    },
  };
}

export function actionMetadata(): Record<string, unknown> {
  const text = (name: string): object => ({ name, type: 'string', fieldType: 'text' });
  return {
    uid: 'route',
    type: 'workflow-action',
    config: {
      actionUrl: '${ORIGIN}/actions/route',
      isPublished: true,
      supportedClients: [{ client: 'WORKFLOWS' }],
      inputFields: [
        { typeDefinition: text('pool'), supportedValueTypes: ['STATIC_VALUE'], isRequired: true },
        { typeDefinition: text('company'), supportedValueTypes: ['OBJECT_PROPERTY'], isRequired: false },
      ],
      outputFields: [{ typeDefinition: text('owner_id') }, { typeDefinition: text('reason') }],
      objectRequestOptions: { properties: ['email'] },
      labels: { en: { actionName: 'Route' } },
      objectTypes: ['CONTACT'],
    },
  };
}
