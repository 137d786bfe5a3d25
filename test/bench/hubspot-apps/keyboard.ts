import type { Locator, Page } from 'playwright-core';

const mostTabs = 700;

/** Comes to a control as somebody without a mouse does. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let tabs = 0; tabs < mostTabs; tabs += 1) {
    if (
      await control.evaluate(
        (element: unknown) =>
          element === (globalThis as { document?: { activeElement: unknown } }).document!.activeElement,
      )
    )
      return;
    await page.keyboard.press('Tab');
  }
  throw new Error('No number of tabs leads there.');
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
