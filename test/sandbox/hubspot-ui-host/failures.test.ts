import { expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { OpenExtension } from '../../browser/ui-host.ts';
import { demo, describeInBrowser } from './in-browser.ts';

describeInBrowser('an extension that fails', (host) => {
  const open = (how: string): Promise<OpenExtension> =>
    host().open(demo('failing.tsx'), { location: 'settings', context: { variables: { how } } });
  const kinds = async (extension: OpenExtension): Promise<string[]> =>
    (await extension.problems()).map(({ kind, message }) => `${kind}: ${message.split('\n')[0]}`);
  const shown = (extension: OpenExtension): Promise<string> => extension.page.getByLabel('Problems').innerText();

  test('while it renders, says so in the frame', async () => {
    const extension = await open('render');
    expect(await kinds(extension)).toEqual(['render: The card broke while it rendered']);
    expect(await shown(extension)).toContain('The card broke while it rendered');
    expect(await extension.axe()).toEqual([]);
    await extension.screenshot('failing', 800);
    await extension.close();
  });

  test('in a handler or a promise, says so once and goes on', async () => {
    const extension = await open('');
    for (const name of ['Throw', 'Reject', 'Fetch by itself']) {
      await extension.page.getByRole('button', { name }).click();
      await extension.settled();
    }
    // The network is HubSpot's: a worker has none of its own.
    expect(await kinds(extension)).toEqual([
      'rejection: The handler broke',
      'rejection: Nobody waited for this',
      'rejection: Failed to fetch',
    ]);
    await extension.page.getByRole('button', { name: 'Break' }).click();
    await extension.settled();
    expect((await kinds(extension)).at(-1)).toBe('render: The card broke while it rendered');
    await extension.close();
  });

  test('names a component that nobody can draw', async () => {
    const extension = await open('unknown');
    expect(await kinds(extension)).toEqual(['component: UIH020: "Sparkle" is no component that this host can draw.']);
    expect(await extension.page.locator('.uih-extension').innerText()).toContain('Sparkle: unknown component');
    expect(await extension.page.getByRole('button', { name: 'Throw' }).isVisible()).toBe(true);
    await extension.close();
  });

  test('hears of the warnings of React', async () => {
    const extension = await open('keys');
    const [warning, ...others] = await kinds(extension);
    expect(warning).toBe('react: Warning: Each child in a list should have a unique "key" prop.');
    expect(others).toEqual([]);
    await extension.close();
  });

  test('that puts an object where words belong, says so', async () => {
    const extension = await open('object');
    expect((await kinds(extension))[0]).toMatch(/^render: Objects are not valid as a React child/);
    await extension.close();
  });

  test('that never calls extend, or does not compile, says so', async () => {
    const silent = await host().open(demo('silent.tsx'), { location: 'settings' });
    expect((await kinds(silent))[0]).toMatch(/^error: UIH009/);
    await silent.close();
    const missing = await host().open(demo('missing.tsx'), { location: 'settings' });
    expect((await kinds(missing))[0]).toMatch(/error: .*UIH001/);
    await missing.close();
    const folder = mkdtempSync(path.join(tmpdir(), 'signalbox-ui-host-'));
    const file = path.join(folder, 'broken.tsx');
    writeFileSync(file, 'export const broken = ;');
    const broken = await host().open(file, { location: 'settings' });
    expect((await kinds(broken))[0]).toMatch(/error: .*UIH002: ".*broken\.tsx" does not compile/);
    rmSync(folder, { recursive: true });
    await broken.close();
  });
});
