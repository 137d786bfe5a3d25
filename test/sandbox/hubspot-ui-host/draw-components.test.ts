import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { rmSync } from 'node:fs';
import path from 'node:path';
import * as components from '@hubspot/ui-extensions';
import type { OpenExtension } from '../../browser/ui-host.ts';
import { buildWithUie } from './build-with-uie.ts';
import { demoPorts } from './demo-ports.ts';
import { demo, describeInBrowser } from './in-browser.ts';

describeInBrowser('every component, drawn', (host) => {
  let built: string;
  const pictures: string[] = [];

  beforeAll(() => {
    built = buildWithUie(demo('every-component.tsx'));
  });
  afterAll(() => rmSync(path.dirname(built), { recursive: true, force: true }));

  const open = (file: string, width?: number): Promise<OpenExtension> =>
    host().open(file, { location: 'crm.record.tab', ports: demoPorts, ...(width === undefined ? {} : { width }) });

  for (const how of ['on the fly', 'as "uie build" writes it']) {
    test(`draws every component ${how}, with no barrier that axe knows and nothing beside the page`, async () => {
      const extension = await open(how === 'on the fly' ? demo('every-component.tsx') : built);
      const problems = await extension.problems();
      expect(problems.map((each) => each.kind)).toEqual(['link']);
      expect(problems[0]!.message).toContain('javascript:alert(1)');
      for (const width of [400, 1280]) {
        const name = how === 'on the fly' ? 'every-component' : 'every-component-built';
        pictures.push(await extension.screenshot(name, width));
        expect(await extension.isTooWide()).toBe(false);
        expect(await extension.axe()).toEqual([]);
      }
      for (const width of [320, 1600]) {
        await extension.page.setViewportSize({ width, height: 900 });
        await extension.settled();
        expect(await extension.isTooWide()).toBe(false);
      }
      await extension.close();
    });
  }

  test('draws the same from both, and takes pictures of them', async () => {
    const [fly, uie] = [await open(demo('every-component.tsx')), await open(built)];
    const words = (extension: OpenExtension): Promise<string> => extension.page.locator('.uih-extension').innerText();
    expect(await words(uie)).toBe(await words(fly));
    expect(pictures).toHaveLength(4);
    await fly.close();
    await uie.close();
  });

  test('knows every component that the package exports', async () => {
    const extension = await host().open(demo('every-name.tsx'), { location: 'crm.record.tab', ports: demoPorts });
    // React warns of rows that are in no table; a component that is unknown is another thing.
    const unknown = (await extension.problems()).filter((each) => each.message.includes('is no component'));
    expect(unknown).toEqual([]);
    expect(Object.keys(components).filter((each) => /^[A-Z]/.test(each)).length).toBeGreaterThan(60);
    await extension.close();
  });

  test('reads the record through the hooks, page by page, and again when it changes', async () => {
    const extension = await open(demo('every-component.tsx'));
    const { page } = extension;
    const words = async (): Promise<string> => {
      await extension.settled();
      return page.locator('.uih-extension').innerText();
    };
    expect(await words()).toContain('Rosa looks at 0-1/501 at crm.record.tab.');
    expect(await words()).toContain('Own: ada@example.com 82');
    expect(await words()).toContain('Companies: Company 1');
    expect(await words()).toContain('Rules: 1 77');
    await page.getByRole('button', { name: 'Next company' }).click();
    expect(await words()).toContain('Companies: Company 2');
    expect(await page.getByRole('button', { name: 'Next company' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Fetch all' }).click();
    expect(await words()).toContain('All: {"email":"ada@example.com","fit_score":"82"}');
    expect(await words()).toMatch(/fit score\s+82/);
    expect(await words()).toContain('CrmReport A portal draws this.');
    await extension.close();
  });
});
