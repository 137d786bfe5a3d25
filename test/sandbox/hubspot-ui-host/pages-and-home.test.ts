import { expect, test } from '@jest/globals';
import { demo, describeInBrowser, heardNow } from './in-browser.ts';

describeInBrowser('pages', (host) => {
  test('are routed, linked, titled, and follow the history of the browser', async () => {
    const extension = await host().open(demo('pages.tsx'), { location: 'pages' });
    const { page } = extension;
    const heading = (): Promise<string> => page.getByRole('heading', { level: 1 }).innerText();
    expect(await heading()).toBe('All rules');
    expect(await page.title()).toBe('All rules');
    expect(await extension.axe()).toEqual([]);
    await page.getByRole('link', { name: 'East and West' }).press('Enter');
    await extension.settled();
    expect(await heading()).toBe('Rule east & west');
    expect(await page.title()).toBe('Rule east & west');
    expect(await page.locator('.uih-extension').innerText()).toContain('/rules/east%20%26%20west rule why');
    expect(await extension.axe()).toEqual([]);
    await extension.screenshot('pages', 400);
    expect(await extension.isTooWide()).toBe(false);
    const crumbs = page.getByRole('navigation', { name: 'Breadcrumbs' });
    expect(await crumbs.locator('[aria-current="page"]').innerText()).toBe('east & west');
    await crumbs.getByRole('link', { name: 'Rules' }).click();
    await extension.settled();
    expect(await heading()).toBe('All rules');
    await page.goBack();
    await extension.settled();
    expect(await heading()).toBe('Rule east & west');
    await page.reload();
    await extension.settled();
    expect(await heading()).toBe('Rule east & west');
    expect(await extension.problems()).toEqual([]);
    await extension.close();
  });

  test('open where they are told to, and lead away by action', async () => {
    const extension = await host().open(demo('pages.tsx'), { location: 'pages', path: '/rules/7?tab=when' });
    const { page } = extension;
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Rule 7');
    expect(await page.locator('.uih-extension').innerText()).toContain('/rules/7 rule when');
    await page.getByRole('link', { name: 'Rules', exact: true }).click();
    await extension.settled();
    await page.getByRole('button', { name: 'Away' }).click();
    await extension.settled();
    expect(await page.locator('.uih-extension').innerText()).toContain('Page not found');
    expect(await extension.actions()).toEqual([{ name: 'navigateToPage', to: '/nowhere', params: {} }]);
    await extension.close();
  });
});

describeInBrowser('home', (host) => {
  test('has its actions in the head of the page, and those of its location alone', async () => {
    const extension = await host().open(demo('home.tsx'), { location: 'home', title: 'Signalbox' });
    const { page } = extension;
    const head = page.locator('header').first();
    expect(await head.getByRole('heading', { level: 1 }).innerText()).toBe('Signalbox');
    await head.getByRole('button', { name: 'New draft' }).press('Enter');
    expect((await heardNow(extension)).map((each) => each[0])).toEqual(['Primary']);
    await head.getByRole('button', { name: 'History' }).press('Enter');
    await page.getByRole('dialog', { name: 'History' }).waitFor();
    expect(await extension.axe()).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.locator('.uih-extension').innerText()).toBe(
      'home addAlert closeOverlay copyTextToClipboard navigateToPage openIframeModal reloadPage',
    );
    await extension.close();
  });
});
