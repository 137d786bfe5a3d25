import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { findChromium, openBrowser } from '../../browser/open-browser.ts';
import { StartedProgram } from './start-program.ts';

jest.setTimeout(240_000);

const executable = findChromium();
const isRequired = process.env['SIGNALBOX_REQUIRE_CHROMIUM'] !== undefined;
if (executable === null) {
  console.warn(
    'No Chromium found: the pages of the demonstration were not opened. Install it, or set SIGNALBOX_CHROMIUM.',
  );
}

test('a Chromium is there where one is required', () => {
  expect(isRequired && executable === null).toBe(false);
});

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const screenshots = path.join(__dirname, '../../../out/hubspot-start');
const sentLeads = 60;

type AxeAnswer = { violations: { id: string; nodes: { html: string }[] }[] };

(executable === null ? describe.skip : describe)('the pages of the demonstration', () => {
  let program: StartedProgram;
  let address: string;
  let portalAddress: string;
  let browser: Browser;
  let page: Page;
  let messages: string[];

  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true });
    program = new StartedProgram(['--leads', String(sentLeads), '--port', '0']);
    portalAddress = (await program.printed(/The portal itself is at (http:\S+\/portal\/\d+),$/m))[1]!;
    address = (await program.printed(/^Open (http:\S+) for the leads/m))[1]!;
    browser = await openBrowser(executable!);
  });

  afterAll(async () => {
    await browser?.close();
    const ended = await program?.interrupt();
    expect(ended).toMatchObject({ code: 0, error: '' });
  });

  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    messages = [];
    page.on('console', (message) => {
      if (message.type() === 'error') messages.push(message.text());
    });
    page.on('pageerror', (error) => messages.push(error.message));
  });

  afterEach(async () => {
    await page.close();
    expect(messages).toEqual([]);
  });

  const found = () => page.locator('#found').innerText();
  const rowTexts = () => page.locator('#lead-table tbody tr').allInnerTexts();
  const firstLead = async (words: string) => {
    await page.goto(`${address}/?words=${encodeURIComponent(words)}`);
    await page.locator('#lead-table tbody th a').first().click();
    await page.getByRole('heading', { name: 'The whole story' }).waitFor();
  };

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1280, 390]) {
      test(`have no barrier that axe knows and fit the window, ${colorScheme} at ${width} pixels`, async () => {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        for (const [name, open] of [
          ['inbox', () => page.goto(address)],
          ['lead', () => firstLead('Enterprise')],
          ['report', () => page.goto(`${address}/report`)],
          ['missing', () => page.goto(`${address}/leads/1`)],
        ] as const) {
          await open();
          await page.screenshot({
            path: path.join(screenshots, `${name}-${colorScheme}-${width}.png`),
            fullPage: true,
          });
          expect([name, await barriers(page)]).toEqual([name, []]);
          expect([name, await page.evaluate('document.documentElement.scrollWidth <= innerWidth')]).toEqual([
            name,
            true,
          ]);
        }
        messages = messages.filter((message) => !message.includes('404'));
      });
    }
  }

  test('list everybody who came in, and find them by words and by what became of them', async () => {
    await page.goto(address);
    const all = Number(/^(\d+) leads$/.exec(await found())![1]);
    expect(all).toBeGreaterThan(50);
    expect(await rowTexts()).toHaveLength(50);
    await page.getByRole('link', { name: 'Older' }).click();
    await page.getByText(`Page 2 of 2`).waitFor();
    expect(await rowTexts()).toHaveLength(all - 50);
    await page.goto(address);
    await page.getByRole('searchbox').fill('norrhamn');
    await page.getByText(/^\d+ of \d+ leads$/).waitFor();
    for (const row of await rowTexts()) expect(row).toContain('Existing owner');
    expect(page.url()).toContain('words=norrhamn');
    await page.goto(`${address}/?band=warm&owner=Ana+Ruiz`);
    expect(await page.getByRole('combobox', { name: 'Band' }).inputValue()).toBe('warm');
    const rows = await rowTexts();
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toMatch(/Ana Ruiz[\s\S]*warm/);
    await page.goto(`${address}/?words=nobody+has+this+name`);
    expect(await found()).toBe(`0 of ${all} leads`);
  });

  test('offer owners and destinations that came up since the page was opened', async () => {
    await page.goto(address);
    const owners = page.locator('select[name=owner] option');
    const count = await owners.count();
    expect(count).toBeGreaterThan(5);
    await page.evaluate(`document.querySelector('select[name=owner]').innerHTML = '<option value="">all</option>'`);
    await owners.nth(count - 1).waitFor({ state: 'attached' });
    expect(await page.getByRole('combobox', { name: 'Owner' }).inputValue()).toBe('');
  });

  test('tell of one lead what the card shows and the story, and lead to its record in HubSpot', async () => {
    await firstLead('Enterprise reps');
    const card = await page.locator('#card').innerText();
    for (const words of ['Goes to', 'Fit', 'Engagement', 'Intent', 'Capacity', 'Confidence', 'answers for it']) {
      expect(card).toContain(words);
    }
    const story = await page.locator('#story-content').innerText();
    for (const title of [
      'What was decided',
      'Why it is theirs',
      'Why not the others',
      'Why fit is what it is',
      'The clock',
    ]) {
      expect(story).toContain(title);
    }
    expect(story).toMatch(/In fair turns it is the turn of .* in Enterprise/);
    expect(story + card).not.toContain('{at:');
    await page.getByRole('link', { name: 'The record in HubSpot' }).click();
    await page.getByText('sbx_decision_record').first().waitFor();
    expect(page.url()).toMatch(new RegExp(`^${portalAddress}/objects/0-1/\\d+$`));
  });

  test('report as many leads by destination as the inbox has', async () => {
    await page.goto(address);
    const all = Number(/^(\d+) leads$/.exec(await found())![1]);
    await page.goto(`${address}/report`);
    const cells = await page
      .locator('table:has(caption:text-is("Leads by destination")) tbody td:nth-child(2)')
      .allInnerTexts();
    expect(cells.reduce((sum, cell) => sum + Number(cell), 0)).toBe(all);
    expect(await page.locator('#people').innerText()).toMatch(
      /Enterprise: \d+ turns?, nobody more than \d+\.\d\d leads from their share/,
    );
    expect(await page.getByRole('group', { name: 'Promises by name' }).innerText()).toContain(
      'Within 5 business minutes',
    );
  });

  // The last one: it adds a lead of its own.
  test('show by themselves who came in and how they were decided, and run nothing of what they wrote', async () => {
    const hostile = '</script><script>window.wasRun = true</script><img src=x onerror="window.wasRun = true"> {at:0}';
    await page.goto(`${address}/?words=hostile-words`);
    expect(await found()).toMatch(/^0 of /);
    const created = await fetch(`${portalAddress}/objects/0-1`, {
      method: 'POST',
      body: new URLSearchParams({
        firstname: hostile,
        company: 'hostile-words & sons',
        message: `${hostile} we want a demo`,
      }),
      redirect: 'manual',
    });
    expect(created.status).toBe(303);
    await page.locator('#lead-table tbody tr td:nth-child(4)').waitFor();
    expect(await page.locator('#lead-table tbody th a').innerText()).toBe(hostile);
    await page.locator('#lead-table tbody th a').click();
    await page.getByText('What was decided').waitFor();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(hostile);
    expect(await page.locator('blockquote').innerText()).toBe(`${hostile} we want a demo`);
    expect(await page.evaluate('window.wasRun')).toBeUndefined();
  });
});

async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeAnswer>('axe.run()');
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}
