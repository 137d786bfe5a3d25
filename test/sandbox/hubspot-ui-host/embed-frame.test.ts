import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AddressInfo } from 'node:net';
import fastify, { type FastifyInstance } from 'fastify';
import type { Browser, Page } from 'playwright-core';
import { usualContext } from '../../../sandbox/hubspot/ui-host/develop/usual-context.ts';
import { recordPorts } from '../../../sandbox/hubspot/ui-host/develop/record-file.ts';
import { serveUiHost } from '../../../sandbox/hubspot/ui-host/serve/serve-ui-host.ts';
import { findChromium, openBrowser } from '../../browser/open-browser.ts';
import { demo, describeInBrowser } from './in-browser.ts';

describeInBrowser('a frame within a page of a portal', () => {
  let app: FastifyInstance;
  let browser: Browser;
  let origin: string;

  beforeAll(async () => {
    app = fastify({ forceCloseConnections: true });
    serveUiHost(app, {
      openFrame: ({ card }) =>
        Promise.resolve({
          title: 'Actions',
          source: { kind: 'entry', file: demo(`${card}.tsx`) },
          location: 'crm.record.tab',
          context: { ...usualContext, crm: { objectId: 501, objectTypeId: '0-1' } },
          permittedUrls: { fetch: [], iframe: [], img: [] },
          ports: {
            ...recordPorts(null),
            fetch: () => Promise.reject(new Error('none')),
            serverless: () => Promise.reject(new Error('none')),
          },
        }),
    });
    app.get('/record', (_request, reply) =>
      reply.type('text/html').send(`<!doctype html><html lang="en"><title>Record</title><body>
        <h1>A record</h1><p style="height: 300px">Above</p>
        <iframe title="Card" src="/ui-host/frame?card=actions-alone&amp;bare=1" style="width: 100%; border: 0"></iframe>
        <script src="/ui-host/embed.js"></script></body></html>`),
    );
    await app.listen({ port: 0, host: '127.0.0.1' });
    origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
    browser = await openBrowser(findChromium()!);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  test('is as high as what is in it, and opens dialogs where the reader looks', async () => {
    const page = await browser.newPage({ viewport: { width: 900, height: 700 } });
    await page.goto(`${origin}/record`);
    const frame = page.frameLocator('iframe');
    await frame.getByRole('button', { name: 'Reload' }).waitFor();
    await grownTo(page, 600);
    const inner = page.frames().find((each) => each.url().includes('/ui-host/frame'))!;
    const isScrolled = await inner.evaluate<boolean>(
      'document.documentElement.scrollHeight > document.documentElement.clientHeight + 1',
    );
    expect(isScrolled).toBe(false);
    await frame.getByRole('button', { name: 'Frame', exact: true }).scrollIntoViewIfNeeded();
    await page.evaluate('scrollTo(0, 10000)');
    await frame.getByRole('button', { name: 'Alert', exact: true }).click();
    const alert = frame.getByText('The lead is yours.');
    await alert.waitFor();
    const place = (await alert.boundingBox())!;
    expect(place.y >= 0 && place.y < 700).toBe(true);
    await frame.getByRole('button', { name: 'Open modal' }).click();
    const dialog = frame.getByRole('dialog');
    await dialog.waitFor();
    const box = (await dialog.boundingBox())!;
    expect(box.y).toBeLessThan(700);
    await page.screenshot({ path: 'out/ui-host/embedded.png' });
    await page.close();
  });
});

/** Waits until the frame has told how high it is. */
async function grownTo(page: Page, height: number): Promise<void> {
  for (let left = 100; left > 0; left -= 1) {
    if ((await page.locator('iframe').boundingBox())!.height > height) return;
    await page.waitForTimeout(50);
  }
  throw new Error('The frame did not grow.');
}
