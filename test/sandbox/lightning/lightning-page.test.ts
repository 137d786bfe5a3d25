import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { whyInstall } from '../../../sandbox/salesforce/lightning/install-packages.ts';
import { serveLightning, type LightningServer } from '../../../sandbox/salesforce/lightning/serve/serve-lightning.ts';
import { findChromium, openBrowser } from '../../browser/open-browser.ts';
import { leadId, otherLeadId, pages, SampleOrg, users } from './sample-pages.ts';

// The first time on a machine the base components are compiled, which takes half a minute.
jest.setTimeout(180_000);

const executable = findChromium();
const missing = whyInstall();
const reason =
  executable === null
    ? 'No Chromium was found.'
    : missing === null
      ? null
      : `${missing}: run "npm run check:lightning -- --install".`;
if (reason !== null) console.warn(`The Lightning pages were not opened. ${reason}`);

test('what Lightning pages need is there where it is required', () => {
  expect(process.env['SIGNALBOX_REQUIRE_LIGHTNING'] === undefined ? null : reason).toBeNull();
});

type AxeAnswer = { violations: { id: string; impact: string; nodes: { html: string }[] }[] };

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const screenshots = path.join(import.meta.dirname, '..', '..', '..', 'out', 'lightning');

(reason === null ? describe : describe.skip)('a Lightning page, opened in a browser', () => {
  let server: LightningServer;
  let browser: Browser;
  let org: SampleOrg;
  let page: Page;
  let messages: string[];

  beforeAll(async () => {
    browser = await openBrowser(executable!);
    mkdirSync(screenshots, { recursive: true });
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    org = new SampleOrg();
    server = await serveLightning({
      folder: path.join(import.meta.dirname, 'sample', 'package'),
      port: 0,
      pages,
      users,
      answerApex: org.answerApex,
      answerRecord: org.answerRecord,
    });
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    messages = [];
    page.on('console', (message) => {
      // A base component's own: its parts name each other across shadow roots, as they may on the platform today.
      if (!message.text().includes('sfdc.co/synthetic-aria')) messages.push(message.text());
    });
    page.on('pageerror', (error) => messages.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(server.address)) messages.push(request.url());
    });
    page.on('response', (response) => {
      if (response.status() !== 200) messages.push(`${response.status()} ${response.url()}`);
    });
  });

  afterEach(async () => {
    await page.close();
    await server.close();
    expect(messages).toEqual([]);
  });

  const open = async (id = leadId, search = ''): Promise<void> => {
    await page.goto(`${server.address}/record/Lead/${id}${search}`);
    await page.waitForSelector('html[data-lightning=started]');
  };

  test('shows the real base components with what Apex and the record answered', async () => {
    await open();
    await page.getByText('Company of the right size').waitFor();
    expect(await page.locator('c-sample-card').innerText()).toContain('Fit & engagement');
    expect(await page.locator('lightning-badge').innerText()).toBe('warm');
    expect(await page.locator('c-sample-card .company').innerText()).toBe('Example & Sons');
    expect(await page.locator('lightning-formatted-date-time').innerText()).toBe('Jul 01, 2026, 12:30 PM');
    expect(await page.locator('lightning-datatable tbody tr').count()).toBe(2);
    expect(await page.locator('c-sample-card c-sample-panel').innerText()).toBe('asked for a price');
    expect(await page.locator('.side c-sample-panel').innerText()).toBe('placed by </script>\na page');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('Jo <Example>');
    await page.screenshot({ path: path.join(screenshots, 'sample.png') });
  });

  test('asks Apex again after refreshApex, and shows the toast', async () => {
    await open();
    await page.getByRole('button', { name: 'Decide again' }).click();
    await page.getByRole('status').getByText('Now hot').waitFor();
    expect(await page.locator('lightning-badge').innerText()).toBe('hot');
    await page.screenshot({ path: path.join(screenshots, 'sample-toast.png') });
    expect(org.asked.filter((each) => 'method' in each)).toEqual(
      [
        ['getScore', true],
        ['decide', false],
        ['getScore', true],
      ].map(([method, isWire]) => {
        return { class: 'SampleScore', method, params: { recordId: leadId }, isWire, userId: users[0]!.id };
      }),
    );
  });

  test('gives a changed record to whoever shows it', async () => {
    await open();
    await page.getByRole('button', { name: 'Rename' }).click();
    await page.getByText('Renamed Ltd').waitFor();
    expect(org.asked).toContainEqual({
      kind: 'update',
      recordId: leadId,
      fields: { Company: 'Renamed Ltd' },
      userId: users[0]!.id,
    });
  });

  test('gives the error of Apex in the shape of the platform', async () => {
    await open(otherLeadId);
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toBe('You may not see this lead.');
    await page.screenshot({ path: path.join(screenshots, 'sample-error.png') });
  });

  test('lets choose in a combobox, which needs what the platform keeps for its own components', async () => {
    await open();
    await page.getByRole('combobox', { name: 'Kind' }).click();
    await page.getByRole('option', { name: 'About support' }).click();
    await page.getByText('Chosen: support').waitFor();
  });

  test('opens a dialog of the platform and gives back how it was closed', async () => {
    await open();
    await page.getByRole('button', { name: 'Explain' }).click();
    await page.getByText('It asked for a price.').waitFor();
    await page.screenshot({ path: path.join(screenshots, 'sample-modal.png') });
    expect(await barriers()).toEqual([]);
    await page.getByRole('button', { name: 'Understood' }).click();
    await page.getByText('Closed with understood').waitFor();
  });

  test('follows a navigation to a page that there is', async () => {
    await open();
    await page.getByRole('button', { name: 'Open the other' }).click();
    await page.waitForURL(`${server.address}/record/Lead/${otherLeadId}`);
    await page.getByRole('alert').waitFor();
  });

  test('is that of another user when the address says so', async () => {
    await open();
    expect(await page.getByText('You may override this.').count()).toBe(1);
    await open(leadId, `?user=${users[1]!.id}`);
    await page.getByText('Company of the right size').waitFor();
    expect(await page.getByText('You may override this.').count()).toBe(0);
    expect(await page.locator('c-sample-card .user').innerText()).toBe(users[1]!.id);
    expect(await page.locator('lightning-formatted-date-time').innerText()).toBe('Jul 01, 2026, 06:30 AM');
  });

  for (const width of [1280, 390]) {
    test(`has no serious barrier that axe knows, at ${width} pixels, and fits in`, async () => {
      await page.setViewportSize({ width, height: 900 });
      await open();
      await page.getByText('Company of the right size').waitFor();
      expect(await barriers()).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      await page.screenshot({ path: path.join(screenshots, `sample-${width}.png`), fullPage: true });
    });
  }

  test('lists its pages', async () => {
    await page.goto(server.address);
    await page.getByRole('link', { name: 'Kim Other' }).click();
    await page.getByText('You may not see this lead.').waitFor();
  });

  async function barriers(): Promise<string[]> {
    await page.evaluate(axe);
    const answer = await page.evaluate<AxeAnswer>('axe.run()');
    return answer.violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id} ${nodes.map((node) => node.html).join(' ')}`);
  }
});
