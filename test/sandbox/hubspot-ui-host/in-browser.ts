import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import path from 'node:path';
import { findChromium } from '../../browser/open-browser.ts';
import { startUiHost, type OpenExtension, type UiHostDriver } from '../../browser/ui-host.ts';

/** Tests that need a Chromium: left out where there is none, and said so; required where SIGNALBOX_REQUIRE_CHROMIUM is set. */
export function describeInBrowser(name: string, define: (host: () => UiHostDriver) => void): void {
  const hasChromium = findChromium() !== null;
  if (!hasChromium) {
    console.warn(`No Chromium found: "${name}" was not tested. Install it, or set SIGNALBOX_CHROMIUM to its place.`);
  }
  test('a Chromium is there where one is required', () => {
    expect(process.env['SIGNALBOX_REQUIRE_CHROMIUM'] !== undefined && !hasChromium).toBe(false);
  });
  (hasChromium ? describe : describe.skip)(name, () => {
    jest.setTimeout(90_000);
    let host: UiHostDriver;
    beforeAll(async () => {
      host = await startUiHost();
    });
    afterAll(() => host?.close());
    define(() => host);
  });
}

/** A file of the demo extensions. */
export function demo(name: string): string {
  return path.join(import.meta.dirname, 'demo', name);
}

/** What the extension heard since it was asked last: the name of the handler and what it was given. */
export async function heardNow(extension: OpenExtension): Promise<unknown[][]> {
  await extension.settled();
  const words = await extension.page.evaluate<string[]>('window.__uiHost.logs.splice(0).map((each) => each.words)');
  return words.map((each) => JSON.parse(each) as unknown[]);
}
