import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { OpenExtension } from '../../browser/ui-host.ts';
import { describedBy, isFocused, tabTo } from './by-keyboard.ts';
import { demo, describeInBrowser, heardNow } from './in-browser.ts';

describeInBrowser('actions, used by keyboard alone', (host) => {
  let extension: OpenExtension;
  let page: Page;
  const heard = (): Promise<unknown[][]> => heardNow(extension);
  const press = (key: string): Promise<void> => page.keyboard.press(key);
  const pressAt = async (target: Locator, key: string): Promise<void> => {
    await tabTo(page, target);
    await press(key);
    await extension.settled();
  };
  const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
  const open = async (width = 1280): Promise<void> => {
    extension = await host().open(demo('actions-alone.tsx'), { location: 'crm.record.tab', width });
    page = extension.page;
  };

  beforeEach(() => open());
  afterEach(async () => {
    expect((await extension.problems()).filter((each) => each.kind !== 'link')).toEqual([]);
    await extension.close();
  });

  test('Button tells of the click with an event and reactions', async () => {
    await pressAt(button('Claim'), 'Enter');
    await press('Space');
    const events = await heard();
    expect(events).toHaveLength(2);
    for (const event of events) {
      expect(event).toEqual([
        'Button',
        { type: 'click', bubbles: true, timeStamp: expect.any(Number), id: expect.stringMatching(/^[0-9a-f-]{36}$/) },
        'reactions',
      ]);
    }
    expect(await button('Wrong owner').isDisabled()).toBe(true);
  });

  test('ButtonRow puts what does not fit into a menu', async () => {
    await extension.close();
    await open(320);
    expect(await extension.isTooWide()).toBe(false);
    expect(await button('Wrong score').isVisible()).toBe(false);
    await pressAt(button('More'), 'Enter');
    await tabTo(page, button('Wrong score'));
    await press('Enter');
    expect((await heard()).map((each) => each[0])).toEqual(['Third']);
  });

  test('Dropdown: arrow keys move, Enter chooses, Escape closes and gives the focus back', async () => {
    const menu = button('More ways');
    await pressAt(menu, 'Enter');
    expect(await menu.getAttribute('aria-expanded')).toBe('true');
    expect(await isFocused(page.getByRole('menuitem', { name: 'By option' }))).toBe(true);
    await press('Escape');
    expect(await isFocused(menu)).toBe(true);
    expect(await menu.getAttribute('aria-expanded')).toBe('false');
    await press('ArrowDown');
    await extension.settled();
    await press('ArrowDown');
    expect(await isFocused(page.getByRole('menuitem', { name: 'By item' }))).toBe(true);
    await press('Enter');
    expect((await heard()).map((each) => each[0])).toEqual(['Dropdown.ButtonItem']);
    await pressAt(menu, 'ArrowUp');
    await press('Enter');
    await page.getByRole('dialog', { name: 'From the menu' }).waitFor();
    await press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });

  test('Modal takes the focus, keeps it, closes with Escape and gives it back', async () => {
    await pressAt(button('Open modal'), 'Enter');
    const dialog = page.getByRole('dialog', { name: 'Hand back?' });
    expect(await dialog.isVisible()).toBe(true);
    expect(await heard()).toEqual([['Modal.onOpen']]);
    const outside = button('Claim');
    // Once around, and back to the first.
    for (let count = 0; count < 8; count += 1) {
      await press('Tab');
      expect(await isFocused(outside)).toBe(false);
    }
    expect(await extension.axe()).toEqual([]);
    await tabTo(page, button('Close'));
    await press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await heard()).toEqual([['Modal.onClose']]);
    expect(await isFocused(button('Open modal'))).toBe(true);
  });

  test('a tooltip in a modal closes before the modal does', async () => {
    await pressAt(button('Open modal'), 'Enter');
    await tabTo(page, button('In the modal'));
    const tooltip = page.getByRole('tooltip').filter({ hasText: 'Only you see it' });
    expect(await tooltip.isVisible()).toBe(true);
    await press('Escape');
    expect(await tooltip.isVisible()).toBe(false);
    expect(await page.getByRole('dialog').isVisible()).toBe(true);
  });

  test('one modal is open at a time, and the focus comes back where it began', async () => {
    await pressAt(button('Open modal'), 'Enter');
    await pressAt(button('On to the next'), 'Enter');
    await page.getByRole('dialog', { name: 'Really?' }).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(1);
    expect((await heard()).map((each) => each[0])).toEqual(['Modal.onOpen', 'Modal.onClose']);
    await press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await page.locator('dialog').count()).toBe(0);
    expect(await isFocused(button('Open modal'))).toBe(true);
  });

  test('closeOverlay closes it from the extension', async () => {
    await pressAt(button('Open modal'), 'Enter');
    await pressAt(button('Yes, hand back'), 'Enter');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await extension.actions()).toEqual([{ name: 'closeOverlay', id: 'first-modal' }]);
  });

  test('Panel leaves the page usable, closes with Escape and by reaction', async () => {
    await pressAt(button('Open panel'), 'Enter');
    const panel = page.getByRole('dialog', { name: 'All reasons' });
    expect(await panel.isVisible()).toBe(true);
    expect(await extension.axe()).toEqual([]);
    await press('Escape');
    await panel.waitFor({ state: 'hidden' });
    expect(await isFocused(button('Open panel'))).toBe(true);
    await press('Enter');
    await pressAt(button('Close by reaction'), 'Enter');
    await panel.waitFor({ state: 'hidden' });
    expect((await heard()).map((each) => each[0])).toEqual([
      'Panel.onOpen',
      'Panel.onClose',
      'Panel.onOpen',
      'Panel.onClose',
    ]);
  });

  test('a panel outside of an overlay opens by reaction', async () => {
    await pressAt(button('Open by reaction'), 'Enter');
    const panel = page.getByRole('dialog', { name: 'Loose panel' });
    await panel.waitFor();
    await press('Escape');
    await panel.waitFor({ state: 'hidden' });
  });

  test('Tooltip opens with the focus and describes what it is about', async () => {
    await tabTo(page, button('Explained'));
    const tooltip = page.getByRole('tooltip').filter({ hasText: 'A word about it' });
    expect(await tooltip.isVisible()).toBe(true);
    expect(await describedBy(button('Explained'))).toBe('A word about it');
    await press('Escape');
    expect(await tooltip.isVisible()).toBe(false);
    await press('Enter');
    expect((await heard()).map((each) => each[0])).toEqual(['Explained']);
    await tabTo(page, page.locator('.uih-tag', { hasText: 'plain' }));
    expect(await page.getByRole('tooltip').filter({ hasText: 'What it means' }).isVisible()).toBe(true);
  });

  test('Link, Image, Tag and StatusTag tell of their click', async () => {
    const address = page.url();
    await pressAt(page.getByRole('link', { name: 'Report' }), 'Enter');
    await pressAt(button('A dot'), 'Enter');
    await pressAt(button('high'), 'Enter');
    await pressAt(button('due soon'), 'Enter');
    await pressAt(button('Remove due soon'), 'Enter');
    expect(await heard()).toEqual([
      ['Link', expect.objectContaining({ type: 'click' }), 'reactions'],
      ['Image', expect.objectContaining({ type: 'click' }), 'reactions'],
      ['Tag', expect.objectContaining({ type: 'click' }), 'reactions'],
      ['StatusTag'],
      ['StatusTag.remove'],
    ]);
    expect(page.url()).toBe(address);
  });

  test('links go only where they may, and say when they open elsewhere', async () => {
    const links = await page.getByRole('link').evaluateAll((nodes: unknown[]) =>
      nodes.map((node) => {
        const link = node as { getAttribute(name: string): string | null; textContent: string };
        return [link.textContent, link.getAttribute('href'), link.getAttribute('target'), link.getAttribute('rel')];
      }),
    );
    const origin = new URL(page.url()).origin;
    const safe = 'noopener noreferrer';
    expect(links).toEqual([
      ['Report (opens in a new tab)', 'https://example.com/report', '_blank', safe],
      ['Contact', `${origin}/contacts/501`, '_top', safe],
      ['Elsewhere (opens in a new tab)', 'https://example.com/', '_blank', safe],
    ]);
    expect(await button('Bad link').isVisible()).toBe(true);
  });

  test('StepIndicator, Accordion and Tabs', async () => {
    await pressAt(button('Fields (done)'), 'Enter');
    expect(await heard()).toEqual([['StepIndicator', 0]]);
    expect(await page.locator('[aria-current="step"]').innerText()).toContain('Fields');

    await pressAt(page.getByText('Held by the page'), 'Enter');
    expect(await page.getByText('Inside the first.').isVisible()).toBe(true);
    expect(await heard()).toEqual([['Accordion']]);
    await pressAt(page.getByText('Held by the extension'), 'Enter');
    expect(await page.getByText('Inside the second.').isVisible()).toBe(true);
    await pressAt(page.getByText('Locked'), 'Enter');
    expect(await page.getByText('Nobody sees this.').isVisible()).toBe(false);

    await tabTo(page, page.getByRole('tab', { name: 'Why' }));
    await press('ArrowRight');
    expect(await heard()).toEqual([['Tabs', 'what']]);
    expect(await page.getByRole('tab', { name: 'What next' }).getAttribute('aria-selected')).toBe('true');
    expect(await page.getByText('Ask who else decides.').isVisible()).toBe(true);
    expect(await page.getByText('Because of rule 7.').isVisible()).toBe(false);
    await press('Home');
    expect(await heard()).toEqual([['Tabs', 'why']]);
    expect(await page.getByRole('tab', { name: 'Two' }).getAttribute('aria-selected')).toBe('true');
  });

  test('addAlert speaks in a region of its own, and is closed by keyboard', async () => {
    await pressAt(button('Alert'), 'Enter');
    await pressAt(button('Bad alert'), 'Enter');
    const region = page.getByRole('status', { name: 'Alerts' });
    expect(await region.innerText()).toMatch(/Claimed\s+The lead is yours\.[^]*It is taken\./);
    expect(await extension.axe()).toEqual([]);
    await tabTo(page, button('Close alert').first());
    await press('Enter');
    expect(await region.innerText()).not.toContain('Claimed');
  });

  test('an alert while a modal is open is said within the modal', async () => {
    await pressAt(button('Open modal'), 'Enter');
    await pressAt(button('Alert from the modal'), 'Enter');
    const region = page.getByRole('dialog').getByRole('status', { name: 'Alerts' });
    expect(await region.innerText()).toContain('Said from within.');
    expect(await page.getByRole('status', { name: 'Alerts' }).count()).toBe(1);
    await pressAt(button('Close alert'), 'Enter');
    expect(await region.innerText()).not.toContain('Said from within.');
  });

  test('copyTextToClipboard, openIframeModal and reloadPage', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await pressAt(button('Copy'), 'Enter');
    expect(await page.evaluate<string>('navigator.clipboard.readText()')).toBe('copied words');
    await page.evaluate('window.isSame = true');
    await tabTo(page, button('Reload'));
    const reloaded = page.waitForEvent('load');
    await press('Enter');
    await reloaded;
    expect(await page.evaluate('window.isSame')).toBeUndefined();
    await extension.settled();
  });
});

describeInBrowser('a panel from a modal', (host) => {
  test('does not open, and is a problem', async () => {
    const extension = await host().open(demo('actions-alone.tsx'), { location: 'crm.record.tab' });
    const { page } = extension;
    await page.getByRole('button', { name: 'Open modal' }).click();
    await page.getByRole('button', { name: 'Panel from the modal' }).click();
    await extension.settled();
    expect(await page.getByRole('dialog').count()).toBe(1);
    expect((await extension.problems()).at(-1)!.message).toMatch(/^UIH023: The panel "loose-panel"/);
    await extension.close();
  });
});

describeInBrowser('a frame that the extension opens', (host) => {
  test('is a dialog with what it asked for, and tells when it is closed', async () => {
    const extension = await host().open(demo('actions-alone.tsx'), {
      location: 'crm.record.tab',
      permittedUrls: { iframe: ['https://example.com'] },
    });
    const { page } = extension;
    await page.route('https://example.com/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<p>From outside</p>' }),
    );
    await tabTo(page, page.getByRole('button', { name: 'Frame', exact: true }));
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Frame' });
    await dialog.waitFor();
    expect(await page.frameLocator('iframe').locator('p').innerText()).toBe('From outside');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await heardNow(extension)).toEqual([['iframe.onClose']]);
    await extension.close();
  });

  test('is not loaded from where the app permits none', async () => {
    const extension = await host().open(demo('actions-alone.tsx'), { location: 'crm.record.tab' });
    await extension.page.getByRole('button', { name: 'Frame', exact: true }).click();
    await extension.settled();
    const messages = (await extension.problems()).map((each) => each.message);
    expect(messages.some((each) => each.startsWith('UIH022'))).toBe(true);
    await extension.close();
  });
});
