import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { bundleBrowser, type BrowserFiles } from '../bundle/bundle-browser.ts';
import { bundleExtension } from '../bundle/bundle-extension.ts';
import { answerPortCall, isPortName } from '../ports/answer-port-call.ts';
import type { UiFrame } from '../ports/ui-frame.ts';
import { framePage, noFramePage, policyOfPage, policyOfWorker } from './frame-page.ts';
import { OpenFrames } from './open-frames.ts';
import { watchSource } from './watch-source.ts';

/** What whoever embeds the host gives it. */
export type UiHostGiven = {
  /**
   * Opens the extension that the query of `/ui-host/frame` names; null where it names none. Here the embedder decides who
   * may see what: what the query says is what a browser said.
   */
  openFrame(query: Readonly<Record<string, string>>): Promise<UiFrame | null>;
  /** Whether pages load themselves again when a source file changes. */
  readonly isLive?: boolean;
};

/** The query's own words; all others are the embedder's. */
const ownWords = z.object({ path: z.string().startsWith('/').max(4_000).default('/'), bare: z.string().optional() });

const files: Readonly<Record<keyof BrowserFiles, string>> = {
  'page.js': 'text/javascript; charset=utf-8',
  'page.css': 'text/css; charset=utf-8',
  'worker.js': 'text/javascript; charset=utf-8',
  'embed.js': 'text/javascript; charset=utf-8',
};

/**
 * Adds the preview host to a server: its pages under /ui-host, and the ports that they ask.
 *
 * A portal's page shows an extension by `<iframe src="/ui-host/frame?…">`, or by /ui-host/embed.js, which lets the frame
 * be as high as what is in it.
 */
export function serveUiHost(app: FastifyInstance, given: UiHostGiven): void {
  const frames = new OpenFrames();
  // Starts now, so the first page waits less. Who asks for the page hears why it failed.
  bundleBrowser().catch(() => undefined);

  for (const [name, type] of Object.entries(files)) {
    app.get(`/ui-host/${name}`, async (_request, reply) => {
      const bundled = await bundleBrowser();
      if (name === 'worker.js') reply.header('content-security-policy', policyOfWorker);
      return reply
        .header('cache-control', 'no-cache')
        .type(type)
        .send(bundled[name as keyof BrowserFiles]);
    });
  }

  app.get('/ui-host/frame', async (request, reply) => {
    const query = Object.fromEntries(new URL(request.url, 'http://ui-host.invalid').searchParams);
    const { path, bare } = ownWords.parse(query);
    const frame = await given.openFrame(query);
    if (frame === null) return sendPage(reply.code(404), noFramePage('UIH003: The address names no extension.'));
    const data = {
      id: frames.add(frame),
      title: frame.title,
      location: frame.location,
      context: frame.context,
      path,
      isBare: bare !== undefined,
      isLive: given.isLive === true,
    };
    return sendPage(reply.header('content-security-policy', policyOfPage(frame.permittedUrls)), framePage(data));
  });

  app.get<{ Params: { id: string } }>('/ui-host/frames/:id/extension.js', async (request, reply) => {
    const frame = frames.find(request.params.id);
    if (frame === null) return reply.code(404).type('text/javascript').send(failing(forgotten));
    try {
      const { script } = await bundleExtension(frame.source);
      return await reply.header('cache-control', 'no-store').type('text/javascript; charset=utf-8').send(script);
    } catch (error) {
      return reply.type('text/javascript; charset=utf-8').send(failing(messageOf(error)));
    }
  });

  app.post<{ Params: { id: string; port: string } }>('/ui-host/frames/:id/ports/:port', async (request, reply) => {
    const frame = frames.find(request.params.id);
    const { port } = request.params;
    if (frame === null) return reply.code(404).send({ error: forgotten });
    if (!isPortName(port)) return reply.code(404).send({ error: `UIH005: There is no port "${port}".` });
    try {
      return await reply.send({ value: (await answerPortCall(frame, port, request.body)) ?? null });
    } catch (error) {
      // The page is fine, the call is not: its answer says so.
      return reply.send({ error: messageOf(error) });
    }
  });

  app.get<{ Params: { id: string } }>('/ui-host/frames/:id/changes', (request, reply) => {
    const frame = frames.find(request.params.id);
    if (frame === null || given.isLive !== true) return reply.code(404).send({ error: forgotten });
    reply.hijack();
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    reply.raw.write(': listening\n\n');
    const stop = watchSource(frame.source, () => reply.raw.write('event: changed\ndata: -\n\n'));
    reply.raw.on('close', stop);
    return reply;
  });
}

const forgotten = 'UIH004: The frame is no longer known. Next: load the page again.';

function sendPage(reply: FastifyReply, page: string): FastifyReply {
  return reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page);
}

/** A script that fails with a message, so that the page shows it where the extension would be. */
function failing(message: string): string {
  return `throw new Error(${JSON.stringify(message)});`;
}

function messageOf(error: unknown): string {
  if (error instanceof z.ZodError) {
    return `UIH006: The call does not fit. ${error.issues.map((each) => `${each.path.join('.')}: ${each.message}`).join('; ')}`;
  }
  return error instanceof Error ? error.message : String(error);
}
