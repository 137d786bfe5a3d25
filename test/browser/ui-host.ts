import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import type { Browser, Page } from 'playwright-core';
import { contextAt } from '../../sandbox/hubspot/ui-host/develop/usual-context.ts';
import type { HostPorts } from '../../sandbox/hubspot/ui-host/ports/host-ports.ts';
import type {
  FrameContext,
  FrameLocation,
  PermittedUrls,
  UiFrame,
} from '../../sandbox/hubspot/ui-host/ports/ui-frame.ts';
import { serveUiHost } from '../../sandbox/hubspot/ui-host/serve/serve-ui-host.ts';
import { findChromium, openBrowser } from './open-browser.ts';

export { usualContext } from '../../sandbox/hubspot/ui-host/develop/usual-context.ts';

/** What a frame of a test has beside its extension; everything has a usual value. */
export type OpenGiven = {
  readonly location: FrameLocation;
  readonly title?: string;
  readonly context?: FrameContext;
  /** Ports that are left out refuse every call. */
  readonly ports?: Partial<HostPorts>;
  readonly permittedUrls?: Partial<PermittedUrls>;
  /** Where a "pages" extension opens. */
  readonly path?: string;
  /** Without the box and the title around it. */
  readonly isBare?: boolean;
  readonly width?: number;
  /** Whether a port answers never or late: then nobody waits for open calls, to see what is drawn meanwhile. */
  readonly isWaiting?: boolean;
};

export type Problem = { readonly kind: string; readonly message: string; readonly stack?: string };

/** An extension in a browser. */
export type OpenExtension = {
  readonly page: Page;
  /** Waits until it has drawn, has no call open and has not changed for a moment. */
  settled(): Promise<void>;
  /** A picture in out/ui-host at a width: of the page, or of what is in view where a dialog is open. Answers where it is. */
  screenshot(name: string, width?: number): Promise<string>;
  /** What axe finds, one line for each. */
  axe(): Promise<string[]>;
  problems(): Promise<Problem[]>;
  /** What it asked of the page: addAlert, reloadPage and the like. */
  actions(): Promise<{ name: string; [more: string]: unknown }[]>;
  /** Whether the page scrolls sideways. */
  isTooWide(): Promise<boolean>;
  /** Tells it that its record has changed. */
  recordChanged(): Promise<void>;
  close(): Promise<void>;
};

/** A server and a browser that show extensions. */
export type UiHostDriver = {
  /** Opens an entry file (.ts, .tsx, .jsx), or what "uie build" wrote (.js). */
  open(file: string, given: OpenGiven): Promise<OpenExtension>;
  close(): Promise<void>;
};

export const pictureFolder = path.join(import.meta.dirname, '..', '..', 'out', 'ui-host');

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const mostWaits = 400;
const twoFrames = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))';
const isQuiet = (mayHaveOpenCalls: boolean): string => `(() => {
  const host = window.__uiHost;
  if (host === undefined || host.state === 'loading' || (!${mayHaveOpenCalls} && host.openCalls > 0)) return false;
  return performance.now() - host.changedAt > 150;
})()`;

/** A dialog stands in what is in view, and a page of any height is more than a browser can draw at once. */
const showsWholePage =
  "document.querySelector('dialog[open]') === null && document.documentElement.scrollHeight < 14000";

const refuse = (name: string) => () => Promise.reject(new Error(`The test gave no port "${name}".`));

/** Starts both. Throws where this machine has no Chromium: ask `findChromium` first. */
export async function startUiHost(): Promise<UiHostDriver> {
  const executable = findChromium();
  if (executable === null) throw new Error('No Chromium found. Install it, or set SIGNALBOX_CHROMIUM to its place.');
  const waiting = new Map<string, UiFrame>();
  const app = fastify({ forceCloseConnections: true });
  serveUiHost(app, { openFrame: ({ test = '' }) => Promise.resolve(waiting.get(test) ?? null) });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  const browser = await openBrowser(executable);
  let count = 0;
  return {
    open: async (file, given) => {
      const name = `frame-${count++}`;
      waiting.set(name, frameOf(file, given));
      const query = new URLSearchParams({ test: name, ...(given.path === undefined ? {} : { path: given.path }) });
      if (given.isBare === true) query.set('bare', '1');
      return openPage(browser, `${origin}/ui-host/frame?${query.toString()}`, given);
    },
    close: () => closeBoth(browser, app),
  };
}

function frameOf(file: string, given: OpenGiven): UiFrame {
  return {
    title: given.title ?? 'Signalbox',
    source: { kind: file.endsWith('.js') ? 'bundle' : 'entry', file },
    location: given.location,
    context: contextAt(given.location, given.context),
    permittedUrls: { fetch: [], iframe: [], img: [], ...given.permittedUrls },
    ports: {
      fetch: refuse('fetch'),
      serverless: refuse('serverless'),
      crmProperties: refuse('crmProperties'),
      associations: refuse('associations'),
      crmSearch: refuse('crmSearch'),
      formatProperties: refuse('formatProperties'),
      ...given.ports,
    },
  };
}

async function openPage(browser: Browser, address: string, given: OpenGiven): Promise<OpenExtension> {
  const page = await browser.newPage({ viewport: { width: given.width ?? 1280, height: 900 } });
  await page.goto(address);
  const settled = async (): Promise<void> => {
    // A new size of the window is told with the next frame.
    await page.evaluate(twoFrames);
    // Asked from here in turn: the page's content policy lets nothing be compiled in it.
    for (let left = mostWaits; left > 0; left -= 1) {
      if (await page.evaluate<boolean>(isQuiet(given.isWaiting === true))) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(
      `The extension did not come to rest: ${await page.evaluate<string>('JSON.stringify(window.__uiHost)')}`,
    );
  };
  await settled();
  return {
    page,
    settled,
    screenshot: async (name, pictureWidth) => {
      if (pictureWidth !== undefined) await page.setViewportSize({ width: pictureWidth, height: 900 });
      await settled();
      mkdirSync(pictureFolder, { recursive: true });
      const file = path.join(pictureFolder, `${name}${pictureWidth === undefined ? '' : `-${pictureWidth}`}.png`);
      await page.screenshot({ path: file, fullPage: await page.evaluate<boolean>(showsWholePage) });
      return file;
    },
    axe: async () => {
      await settled();
      await page.evaluate(axe);
      const found = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>('axe.run()');
      return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    },
    problems: () => page.evaluate<Problem[]>('window.__uiHost.problems'),
    actions: () => page.evaluate<{ name: string }[]>('window.__uiHost.actions'),
    isTooWide: () => page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth'),
    recordChanged: async () => {
      await page.evaluate('window.__uiHost.recordChanged()');
      await settled();
    },
    close: () => page.close(),
  };
}

async function closeBoth(browser: Browser, app: FastifyInstance): Promise<void> {
  await browser.close();
  await app.close();
}
