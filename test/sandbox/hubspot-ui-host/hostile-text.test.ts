import { expect, test } from '@jest/globals';
import { demo, describeInBrowser } from './in-browser.ts';

const texts = {
  'a script':
    '</script><script>window.wasRun = true</script><img src=x onerror="window.wasRun = true"> {at:0} & "quotes"',
  'one word of 10,000 letters': 'W'.repeat(10_000),
  'a sentence of 10,000 letters': 'many words '.repeat(909),
  'the other direction': `\u202Eمرحبا بالعالم\u202C `.repeat(20),
};

describeInBrowser('what somebody else wrote, in every place that takes words', (host) => {
  for (const [name, words] of Object.entries(texts)) {
    test(`${name} is shown as it is written, and stays on the page`, async () => {
      const extension = await host().open(demo('every-text.tsx'), {
        location: 'crm.record.tab',
        context: { variables: { words } },
        ports: {
          crmProperties: (names) => Promise.resolve(Object.fromEntries([...names].map((each) => [each, words]))),
        },
      });
      const { page } = extension;
      expect(await extension.problems()).toEqual([]);
      const shown = page.locator('.uih-heading').first();
      expect(await shown.textContent()).toBe(words);
      for (const width of [400, 1280]) {
        await extension.screenshot(`text-${name.replaceAll(/\W+/g, '-')}`, width);
        expect(await extension.isTooWide()).toBe(false);
        for (const opener of ['Open modal', 'Open panel']) {
          await page.getByRole('button', { name: opener, exact: true }).click();
          const dialog = page.getByRole('dialog');
          await dialog.waitFor();
          expect(await dialog.locator('h2').textContent()).toBe(words);
          expect(await extension.isTooWide()).toBe(false);
          const box = (await dialog.boundingBox())!;
          expect(box.x >= 0 && box.x + box.width <= width && box.height <= 900).toBe(true);
          await page.keyboard.press('Escape');
          await dialog.waitFor({ state: 'hidden' });
        }
      }
      await page.getByRole('button', { name: 'Alert', exact: true }).click();
      await extension.settled();
      expect(await page.getByRole('status', { name: 'Alerts' }).locator('strong').textContent()).toBe(words);
      expect(await extension.isTooWide()).toBe(false);
      expect(await page.evaluate('window.wasRun')).toBeUndefined();
      expect(await page.locator('.uih-extension img[onerror], .uih-extension script').count()).toBe(0);
      await extension.close();
    });
  }
});
