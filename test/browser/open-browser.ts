import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where this machine has a Chromium; null where it has none. SIGNALBOX_CHROMIUM names another place. */
export function findChromium(): string | null {
  return (
    [process.env['SIGNALBOX_CHROMIUM'], ...places].find((place) => place !== undefined && existsSync(place)) ?? null
  );
}

/** A browser that talks to nobody. */
export function openBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
