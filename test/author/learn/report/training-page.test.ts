import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { Training } from '../../../../core/src/author/learn/training.ts';
import { calibrationPlot } from '../../../../core/src/author/learn/report/plots/calibration-plot.ts';
import { pointsBar } from '../../../../core/src/author/learn/report/plots/points-bar.ts';
import { riskLine } from '../../../../core/src/author/learn/report/plots/risk-line.ts';
import { confidencePlot } from '../../../../core/src/author/learn/report/parts/confidence.ts';
import { tierPlot } from '../../../../core/src/author/learn/report/parts/lift.ts';
import { writeTrainingReport } from '../../../../core/src/author/learn/report/write-training-report.ts';
import { findChromium, openBrowser } from '../../../browser/open-browser.ts';
import { fitCard, hostile, sampleTraining, stoppedTraining } from './sample-training.ts';

jest.setTimeout(60_000);

const executable = findChromium();
if (executable === null) {
  console.warn('No Chromium found: the page of a training was not opened. Install it, or set SIGNALBOX_CHROMIUM.');
}

test('a Chromium is there where one is required', () => {
  expect(executable !== null || process.env['SIGNALBOX_REQUIRE_CHROMIUM'] === undefined).toBe(true);
});

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const folder = path.join(__dirname, '..', '..', '..', '..', 'out', 'training');

const trainings: Readonly<Record<string, Training>> = { learned: sampleTraining(), stopped: stoppedTraining() };
const addressOf = (name: string): string => pathToFileURL(path.join(folder, `${name}.html`)).href;

(executable === null ? describe.skip : describe)('the page of a training, opened in a browser', () => {
  let browser: Browser;
  let page: Page;
  let messages: string[];

  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    for (const [name, training] of Object.entries(trainings)) {
      await writeTrainingReport(training, path.join(folder, `${name}.html`));
    }
    browser = await openBrowser(executable!);
  });

  afterAll(async () => {
    await browser?.close();
  });

  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    messages = [];
    page.on('console', (message) => messages.push(message.text()));
    page.on('pageerror', (error) => messages.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(addressOf('learned')) && !request.url().startsWith(addressOf('stopped'))) {
        messages.push(request.url());
      }
    });
  });

  afterEach(async () => {
    await page.close();
    expect(messages).toEqual([]);
  });

  for (const name of Object.keys(trainings)) {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of [1280, 400]) {
        test(`has no barrier that axe knows and nothing that sticks out: ${name}, ${colorScheme}, ${width} pixels`, async () => {
          await page.emulateMedia({ colorScheme });
          await page.setViewportSize({ width, height: 900 });
          await page.goto(addressOf(name));
          await page.screenshot({ path: path.join(folder, `${name}-${colorScheme}-${width}.png`), fullPage: true });
          await page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true");
          expect(await barriers(page)).toEqual([]);
          expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
        });
      }
    }
  }

  test('shows what somebody typed as they typed it, and runs none of it', async () => {
    await page.goto(addressOf('learned'));
    expect(await page.locator('#deals').innerText()).toContain(hostile);
    expect(await page.locator('#fit').innerText()).toContain(hostile);
    await page.locator('#hygiene summary').first().click();
    expect(await page.locator('#hygiene').innerText()).toContain('15 records behind it');
    expect(await page.evaluate('window.wasRun')).toBeUndefined();
    expect(await page.locator('img').count()).toBe(0);
  });

  test('opens the records behind a line by keyboard', async () => {
    await page.goto(addressOf('learned'));
    const summary = page.locator('#hygiene summary').first();
    await summary.focus();
    expect(await page.locator('#hygiene details table').first().isVisible()).toBe(false);
    await page.keyboard.press('Enter');
    expect(await page.locator('#hygiene details table').first().isVisible()).toBe(true);
  });

  test('plots stand alone, without any style sheet, on light and on dark paper', async () => {
    const { timeSplit, confidence } = fitCard.evaluation;
    const words = (id: string) => ({ id, title: id, description: `what ${id} says` });
    const plots = [
      tierPlot('tiers', 'Tiers', timeSplit!.tiers, 0.5),
      calibrationPlot(words('calibration'), timeSplit!.groups),
      riskLine(words('risk'), timeSplit!.riskByCoverage),
      confidencePlot('confidence', 'Confidence', confidence),
      pointsBar(21, 24, false),
      pointsBar(-12, 24, true),
    ].map(({ markup }) => markup);
    for (const [paper, ink] of [
      ['#ffffff', '#1c2421'],
      ['#1c2220', '#e7ece9'],
    ]) {
      await page.setContent(
        `<!doctype html><html lang="en"><title>Plots</title><main style="width:360px;background:${paper};color:${ink}"><h1>Plots</h1>${plots.join('<p></p>')}</main></html>`,
      );
      await page.screenshot({ path: path.join(folder, `plots-${paper!.slice(1)}.png`), fullPage: true });
      expect(await barriers(page)).toEqual([]);
      // Nothing is drawn in the ink of no style sheet: what has no colour of its own takes that of the text.
      expect(await page.evaluate("getComputedStyle(document.querySelector('svg text')).fill")).toBe(
        ink === '#1c2421' ? 'rgb(28, 36, 33)' : 'rgb(231, 236, 233)',
      );
    }
  });
});

type AxeAnswer = { violations: { id: string; nodes: { html: string }[] }[] };

async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeAnswer>('axe.run()');
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}
