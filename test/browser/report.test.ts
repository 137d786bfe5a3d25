import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { createReportCollector } from '../../core/src/author/report/create-report-collector.ts';
import type { ReportEntry } from '../../core/src/author/report/report-data.ts';
import { writeReport } from '../../core/src/author/report/write-report.ts';
import { decideSample } from '../author/report/decide-sample.ts';
import { findChromium, openBrowser } from './open-browser.ts';

jest.setTimeout(60_000);

const executable = findChromium();
const isRequired = process.env['SIGNALBOX_REQUIRE_CHROMIUM'] !== undefined;
if (executable === null) {
  console.warn('No Chromium found: the report was not opened. Install it, or set SIGNALBOX_CHROMIUM to its place.');
}

test('a Chromium is there where one is required', () => {
  expect(isRequired && executable === null).toBe(false);
});

const hostile =
  '</script><script>window.wasRun = true</script><img src=x onerror="window.wasRun = true"> {at:0} & "quotes"';
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

type AxeAnswer = { violations: { id: string; nodes: { html: string }[] }[] };

(executable === null ? describe.skip : describe)('a report, opened in a browser', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'signalbox-report-'));
  const address = pathToFileURL(path.join(folder, 'report.html')).href;
  let browser: Browser;
  let page: Page;
  let messages: string[];
  let entries: ReportEntry[];

  beforeAll(async () => {
    const sample = decideSample(300);
    entries = sample.entries;
    entries[0]!.lead = { ...entries[0]!.lead, personName: '<b>Bobby</b> Tables', message: hostile };
    const collector = createReportCollector(sample.policy, sample.roster, {
      runName: 'Spring & <script>alert(1)</script>',
      policyHash: sample.policyHash,
      listCap: 300,
      timeZone: 'Europe/Madrid',
      problemTexts: new Map(),
    });
    for (const entry of entries) collector.add(entry);
    await writeReport(collector.finish(), path.join(folder, 'report.html'));
    browser = await openBrowser(executable!);
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    messages = [];
    page.on('console', (message) => messages.push(message.text()));
    page.on('pageerror', (error) => messages.push(error.message));
    page.on('request', (request) => {
      if (request.url() !== address && !request.url().startsWith(`${address}#`)) messages.push(request.url());
    });
    await page.goto(address);
  });

  afterEach(async () => {
    await page.close();
    expect(messages).toEqual([]);
  });

  const search = (words: string) => page.getByRole('searchbox').fill(words);
  const found = () => page.getByRole('status').innerText();
  const names = () => page.locator('#lead-table tbody th a').allInnerTexts();
  const rowTexts = () => page.locator('#lead-table tbody tr').allInnerTexts();

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1280, 360]) {
      test(`has no barrier that axe knows, ${colorScheme} at ${width} pixels, with and without a story`, async () => {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 800 });
        await page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true");
        expect(await barriers(page)).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
        await page.locator('#lead-table tbody th a').first().click();
        expect(await barriers(page)).toEqual([]);
      });
    }
  }

  test('finds leads by person, address, company, rep, rule, destination and date', async () => {
    const { lead } = entries.find((each) => each.lead.company !== null && each.lead.personName.includes(' '))!;
    for (const words of [lead.personName, lead.email!, lead.company!]) {
      await search(words);
      expect((await rowTexts()).join('\n')).toContain(lead.personName);
      expect(await found()).toMatch(/^\d+ of 300 leads$/);
    }
    for (const words of ['Ewa Sobolewicz', 'Review by a person', 'low confidence']) {
      await search(`"${words}"`);
      const rows = await rowTexts();
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(row.toLowerCase()).toContain(words.toLowerCase());
    }
    await search('2024-12-09');
    for (const row of await rowTexts()) expect(row).toContain('9 Dec 2024');
    await search('9 dec 2024 ana');
    expect(await found()).toMatch(/^[1-9]\d* of 300 leads$/);
    await search('nobody has this name');
    expect(await found()).toBe('0 of 300 leads');
  });

  test('narrows by each filter, and shows all again when they are cleared', async () => {
    await page.getByRole('combobox', { name: 'Called' }).selectOption('warm');
    for (const row of await rowTexts()) expect(row).toContain('warm');
    await page.getByRole('textbox', { name: 'From' }).fill('2024-12-01');
    await page.getByRole('textbox', { name: 'Until' }).fill('2024-12-31');
    for (const row of await rowTexts()) expect(row).toContain('Dec 2024');
    await page.getByRole('button', { name: 'Clear' }).click();
    expect(await found()).toBe('300 leads');
  });

  test('sorts by a column, says so, and pages', async () => {
    await page.getByRole('button', { name: 'Fit' }).click();
    const fits = async () => (await page.locator('#lead-table tbody td:nth-child(6)').allInnerTexts()).map(Number);
    expect(await page.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('descending');
    const most = await fits();
    expect(most).toEqual(most.toSorted((one, other) => other - one));
    await page.getByRole('button', { name: 'Fit' }).click();
    expect(await page.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('ascending');
    const before = await names();
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    expect(await names()).not.toEqual(before);
  });

  test('opens a story with the keyboard alone, and gives the focus back', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type(entries[20]!.lead.submissionKey);
    await page.locator('#lead-table tbody th a').first().focus();
    await page.keyboard.press('Enter');
    const story = page.getByRole('dialog');
    await story.waitFor();
    expect(page.url()).toContain(`#lead=${entries[20]!.lead.submissionKey}`);
    const words = await story.innerText();
    for (const title of ['What was decided', 'Why it is theirs', 'Why not the others', 'Why fit is what it is']) {
      expect(words).toContain(title);
    }
    expect(words).not.toContain('{at:');
    expect(words).toContain(entries[20]!.decisionHash);
    await page.keyboard.press('Escape');
    await story.waitFor({ state: 'hidden' });
    expect(await page.evaluate('document.activeElement.tagName')).toBe('A');
    expect(page.url()).not.toContain('#lead=');
  });

  test('goes from story to story in the order of the list', async () => {
    const [first, second] = await names();
    await page.locator('#lead-table tbody th a').first().click();
    const name = () => page.locator('#story-name').innerText();
    expect(await name()).toBe(first);
    await page.getByRole('button', { name: 'Next →' }).click();
    expect(await name()).toBe(second);
  });

  test('opens the story that its address names, and says when the list does not hold it', async () => {
    const other = await browser.newPage();
    await other.goto(`${address}#lead=${entries[5]!.lead.submissionKey}`);
    await other.getByRole('dialog').waitFor();
    await other.close();
    await page.goto(`${address}#lead=unknown`);
    expect(await page.getByRole('alert').innerText()).toBe('The list does not hold lead unknown.');
  });

  test('shows what somebody wrote as they wrote it, and runs none of it', async () => {
    await page.goto(`${address}#lead=${entries[0]!.lead.submissionKey}`);
    await page.getByRole('dialog').waitFor();
    expect(await page.locator('.own-words blockquote').innerText()).toBe(hostile);
    expect(await page.locator('#story-name').innerText()).toBe('<b>Bobby</b> Tables');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Spring & <script>alert(1)</script>');
    expect(await page.evaluate('window.wasRun')).toBeUndefined();
  });
});

async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeAnswer>('axe.run()');
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}
