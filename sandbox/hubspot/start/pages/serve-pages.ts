import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { html } from '../../../../core/src/author/report/html.ts';
import { readPageFiles } from '../../../../core/src/author/report/read-page-files.ts';
import type { Edition } from '../../edition/start-edition.ts';
import type { Arrivals } from '../arrivals.ts';
import { readQuestion } from './find-leads.ts';
import { inboxPage } from './inbox-page.ts';
import { leadPage } from './lead-page.ts';
import { writeFrame } from './page-frame.ts';
import { PortalView } from './portal-view.ts';
import { reportPage } from './report-page.ts';

export type ServedPages = {
  readonly address: string;
  /** The port that was asked for is somebody else's. */
  readonly isOtherPort: boolean;
  close(): Promise<void>;
};

const host = '127.0.0.1';

/** Nothing runs and nothing loads but what this server has; other pages may not frame it. */
const contentPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Serves the inbox, the leads and the report at a port; at any free one where it is taken. */
export async function servePages(edition: Edition, arrivals: Arrivals, port: number): Promise<ServedPages> {
  const app = fastify({ forceCloseConnections: true });
  const view = new PortalView(edition, arrivals);
  await addFiles(app);
  app.addHook('onSend', async (_request, reply) => {
    void reply.headers({
      'content-security-policy': contentPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
  });
  app.get('/', (request, reply) => reply.type(htmlType).send(inboxPage(view, readQuestion(request.query))));
  app.get<{ Params: { contactId: string } }>('/leads/:contactId', async ({ params }, reply) => {
    const lead = /^\d{1,20}$/.test(params.contactId) ? view.findLead(params.contactId) : null;
    return reply
      .code(lead === null ? 404 : 200)
      .type(htmlType)
      .send(lead === null ? missingPage(view) : await leadPage(view, lead));
  });
  app.get<{ Querystring: { revision?: unknown } }>('/report', ({ query }, reply) =>
    reply.type(htmlType).send(reportPage(view, typeof query.revision === 'string' ? query.revision : '')),
  );
  app.setNotFoundHandler((_request, reply) => reply.code(404).type(htmlType).send(missingPage(view)));
  const { address, isOtherPort } = await listen(app, port);
  return { address, isOtherPort, close: () => app.close() };
}

const htmlType = 'text/html; charset=utf-8';

async function addFiles(app: FastifyInstance): Promise<void> {
  const read = (name: string): Promise<string> => readFile(path.join(import.meta.dirname, name), 'utf8');
  const [{ style }, ownStyle, script] = await Promise.all([readPageFiles(), read('page.css'), read('page.js')]);
  app.get('/page.css', (_request, reply) => reply.type('text/css; charset=utf-8').send(`${style}\n${ownStyle}`));
  app.get('/page.js', (_request, reply) => reply.type('text/javascript; charset=utf-8').send(script));
}

async function listen(app: FastifyInstance, port: number): Promise<{ address: string; isOtherPort: boolean }> {
  try {
    return { address: await app.listen({ host, port }), isOtherPort: false };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return { address: await app.listen({ host, port: 0 }), isOtherPort: true };
  }
}

function missingPage(view: PortalView): string {
  return writeFrame(view, {
    title: 'Not found',
    subtitle: '',
    path: null,
    refreshSeconds: 60,
    content: html`<p>There is no such page. <a href="/">To the inbox</a></p>`,
  });
}
