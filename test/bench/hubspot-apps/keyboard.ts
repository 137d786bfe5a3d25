import type { Locator, Page } from 'playwright-core';

const mostTabs = 700;

/** Comes to a control as somebody without a mouse does. Of tabs and radio buttons keys lead to one, and arrows to the others. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let tabs = 0; tabs < mostTabs; tabs += 1) {
    for (let steps = 0; steps < mostBeside && (await isBeside(control)); steps += 1) {
      await page.keyboard.press('ArrowRight');
    }
    if (await isFocused(control)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('No number of tabs leads there.');
}

const mostBeside = 30;

/** What of an element of a page is looked at; Node knows none. */
type PageElement = {
  readonly type?: string;
  readonly name?: string;
  getAttribute(name: string): string | null;
  closest(selector: string): { contains(other: PageElement): boolean } | null;
};
type PageGlobal = { readonly document: { readonly activeElement: PageElement | null } };

function isFocused(control: Locator): Promise<boolean> {
  return control.evaluate((node: unknown) => node === (globalThis as unknown as PageGlobal).document.activeElement);
}

/** Whether something else of its row of tabs, or of its radio buttons, has the focus. */
function isBeside(control: Locator): Promise<boolean> {
  return control.evaluate((node: unknown) => {
    const element = node as PageElement;
    const now = (globalThis as unknown as PageGlobal).document.activeElement;
    if (now === element || now === null) return false;
    const row = element.getAttribute('role') === 'tab' ? element.closest('[role=tablist]') : null;
    if (row !== null) return row.contains(now);
    return element.type === 'radio' && now.type === 'radio' && now.name === element.name;
  });
}

const isFocusable = `
  const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')];
  const top = [...document.querySelectorAll('dialog[open], [role=dialog]')].at(-1) ?? document;
  const seen = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled && top.contains(element);
  const group = (element) => element.type === 'radio' ? 'radio ' + element.name : null;
`;

/** Enabled controls that no number of tabs comes to. Of radio buttons one of each group is enough: arrows lead to the others. */
export async function countUnreachable(page: Page): Promise<number> {
  const wanted = await page.evaluate<number>(`(() => { ${isFocusable}
    window.__reached = new Set();
    window.__wanted = all.filter(seen);
    document.activeElement?.blur?.();
    return window.__wanted.length; })()`);
  for (let tabs = 0; tabs < Math.min(mostTabs, wanted * 2 + 20); tabs += 1) {
    await page.keyboard.press('Tab');
    const isWhole = await page.evaluate<boolean>(`(() => { ${isFocusable}
      const now = document.activeElement;
      window.__reached.add(now);
      if (group(now) !== null) window.__wanted.filter((one) => group(one) === group(now)).forEach((one) => window.__reached.add(one));
      if (now.getAttribute('role') === 'tab') now.closest('[role=tablist]').querySelectorAll('[role=tab]').forEach((one) => window.__reached.add(one));
      return window.__wanted.every((one) => window.__reached.has(one)); })()`);
    if (isWhole) return 0;
  }
  return page.evaluate<number>('window.__wanted.filter((one) => !window.__reached.has(one)).length');
}
