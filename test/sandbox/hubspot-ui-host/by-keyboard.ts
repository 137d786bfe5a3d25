import type { Locator, Page } from 'playwright-core';

const mostTabs = 260;

/** Moves the focus to an element with Tab alone. Throws where it is never reached. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let count = 0; count < mostTabs; count += 1) {
    if (await isFocused(target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${String(target)}.`);
}

/** Moves there and presses a key. */
export async function pressAt(page: Page, target: Locator, key: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

export function isFocused(target: Locator): Promise<boolean> {
  return target.evaluate((node: unknown) => node === (globalThis as unknown as PageGlobals).document.activeElement);
}

/** The words that describe an element. */
export function describedBy(target: Locator): Promise<string> {
  return target.evaluate((node: unknown) =>
    ((node as PageElement).getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => (globalThis as unknown as PageGlobals).document.getElementById(id)?.textContent ?? '')
      .join(' '),
  );
}

// Run in the page, whose types these files do not have.
type PageElement = { getAttribute(name: string): string | null; readonly textContent: string };
type PageGlobals = { readonly document: { activeElement: unknown; getElementById(id: string): PageElement | null } };
