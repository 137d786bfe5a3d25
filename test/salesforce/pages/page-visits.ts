import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { whyInstall } from '../../../sandbox/salesforce/lightning/install-packages.ts';
import { findChromium, openBrowser } from '../../browser/open-browser.ts';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const screenshots = path.join(import.meta.dirname, '..', '..', '..', 'out', 'lightning');

type AxeAnswer = { violations: { id: string; impact: string; nodes: { html: string }[] }[] };

/** Why Lightning pages cannot be opened on this machine; null where they can. */
export function whyNoPages(): string | null {
  if (findChromium() === null) {
    return 'No Chromium was found.';
  }
  const missing = whyInstall();
  return missing === null ? null : `${missing}: run "npm run check:lightning -- --install".`;
}

/** The same where CI says that it must be possible: then it is a failure and no reason to skip. */
export function whyNoPagesWhereRequired(): string | null {
  const isRequired = (name: string): boolean => process.env[name] !== undefined;
  const isChromiumMissing = findChromium() === null;
  return isRequired('SIGNALBOX_REQUIRE_LIGHTNING') || (isChromiumMissing && isRequired('SIGNALBOX_REQUIRE_CHROMIUM'))
    ? whyNoPages()
    : null;
}

/**
 * Somebody who looks at the pages of a server, one after the other. Whatever a page says to the console as an error is kept
 * in `problems`.
 *
 *     const visits = await PageVisits.start();
 *     await visits.open(`${server.address}/setup`);
 *     await visits.see('setup');
 */
export class PageVisits {
  readonly problems: string[] = [];
  private readonly browser: Browser;
  private current: Page | null = null;

  private constructor(browser: Browser) {
    this.browser = browser;
  }

  static async start(): Promise<PageVisits> {
    mkdirSync(screenshots, { recursive: true });
    return new PageVisits(await openBrowser(findChromium()!));
  }

  get page(): Page {
    if (this.current === null) {
      throw new Error('No page is open: call open first.');
    }
    return this.current;
  }

  /** Opens a page in place of the one before and waits until its components are there. */
  async open(address: string, width = 1280): Promise<Page> {
    await this.closePage();
    this.current = await this.browser.newPage({ viewport: { width, height: 1000 } });
    this.current.on('pageerror', (error) => this.problems.push(error.message));
    this.current.on('console', (message) => {
      if (message.type() === 'error') this.problems.push(message.text());
    });
    await this.current.goto(address);
    await this.current.waitForSelector('html[data-lightning=started]');
    return this.current;
  }

  /** Keeps a screenshot, and finds no serious barrier and nothing that is wider than the window. */
  async see(name: string): Promise<void> {
    await this.page.screenshot({ path: path.join(screenshots, `${name}.png`), fullPage: true });
    await this.page.addScriptTag({ content: axe });
    const { violations } = await this.page.evaluate<AxeAnswer>('axe.run()');
    const serious = violations.filter((each) => ['serious', 'critical'].includes(each.impact));
    expect(serious.map((each) => [each.id, each.nodes.map((node) => node.html)])).toEqual([]);
    expect(await this.page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  }

  press(name: string): Promise<void> {
    return this.page.getByRole('button', { name, exact: true }).first().click();
  }

  /** Ends the visit of a page; it must have had no problems. */
  async closePage(): Promise<void> {
    await this.current?.close();
    this.current = null;
    expect(this.problems.splice(0)).toEqual([]);
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}
