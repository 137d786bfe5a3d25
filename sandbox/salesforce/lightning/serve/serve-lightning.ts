import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bundleComponents, type Bundle } from '../bundle/bundle-components.ts';
import { LightningFailure } from '../lightning-failure.ts';
import { answerQuestion, type Answers } from './answer-question.ts';
import type { LightningPage, LightningUser } from './page.ts';
import { readStaticFile } from './static-files.ts';
import { writePage, writePageList } from './write-page.ts';

export type LightningSettings = Answers & {
  /** The folder whose Lightning web components are shown. */
  folder: string;
  /** 0 for any free one. */
  port: number;
  pages: LightningPage[];
  /** The first looks at the pages unless the address says another with `?user=<id>`. */
  users?: LightningUser[];
};

export type LightningServer = { address: string; close(): Promise<void> };

const nobody: LightningUser = { id: '005000000000001AAA', name: 'Example User' };

/**
 * Serves pages with the Lightning web components below a folder, on this machine only. Throws LGT001 to LGT003 as
 * `bundleComponents` does, and LGT004 when a page names a component that there is not.
 *
 * Example: `await serveLightning({ folder: 'salesforce/app', port: 0, pages, answerApex })` has the `address`
 * `'http://127.0.0.1:40123'`.
 */
export async function serveLightning(settings: LightningSettings): Promise<LightningServer> {
  const bundle = await bundleComponents(settings);
  checkPages(settings.pages, bundle);
  const server = createServer((request, response) => {
    answer(request, response, settings, bundle).catch((error: unknown) => {
      send(response, 500, 'text/plain; charset=utf-8', (error as Error).message);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.port, '127.0.0.1', resolve);
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function checkPages(pages: LightningPage[], bundle: Bundle): void {
  for (const page of pages) {
    const unknown = page.components.find(({ name }) => !bundle.names.includes(name));
    if (unknown === undefined) continue;
    throw new LightningFailure(
      'LGT004',
      `The page ${page.path} has the component ${unknown.name}, which there is not.`,
      `Use some of: ${bundle.names.join(', ')}.`,
    );
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  settings: LightningSettings,
  bundle: Bundle,
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (request.method === 'POST') {
    const { status, body } = await answerQuestion(pathname, request, settings);
    return send(response, status, 'application/json', JSON.stringify(body));
  }
  const user = chooseUser(settings.users ?? [nobody], searchParams.get('user'));
  if (user === null) return send(response, 404, 'text/plain', 'There is no such user.');
  const html = 'text/html; charset=utf-8';
  if (pathname === '/') return send(response, 200, html, writePageList(settings.pages, user));
  const page = settings.pages.find((each) => each.path === pathname);
  if (page !== undefined) return send(response, 200, html, writePage(page, user, settings.pages));
  const file = readStaticFile(pathname, bundle);
  if (file === null) return send(response, 404, 'text/plain', `There is no ${pathname} here.`);
  return send(response, 200, file.type, file.content);
}

function chooseUser(users: LightningUser[], id: string | null): Required<LightningUser> | null {
  const chosen = id === null ? (users[0] ?? nobody) : users.find((user) => user.id === id);
  if (chosen === undefined) return null;
  const locale = chosen.locale ?? 'en-US';
  const rest = { timeZone: 'Etc/UTC', isGuest: false, customPermissions: [], userPermissions: [] };
  return { ...rest, locale, language: locale, ...chosen };
}

function send(response: ServerResponse, status: number, type: string, content: string | Buffer): void {
  response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-cache' });
  response.end(content);
}
