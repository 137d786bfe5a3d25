import { expect, test } from '@jest/globals';
import type { HostPorts } from '../../../sandbox/hubspot/ui-host/ports/host-ports.ts';
import { demoPorts } from './demo-ports.ts';
import { demo, describeInBrowser, heardNow } from './in-browser.ts';

describeInBrowser('what an extension asks its host', (host) => {
  test('hubspot.fetch and hubspot.serverless reach the ports, and their failures the extension', async () => {
    const asked: unknown[] = [];
    const ports: Partial<HostPorts> = {
      fetch: (request) => {
        asked.push(request);
        if (request.url.endsWith('/empty')) return Promise.resolve({ status: 204, headers: {}, text: '' });
        return Promise.resolve({ status: 422, headers: { 'x-kind': 'test' }, text: '{"refused":true}' });
      },
      serverless: (name, call) => {
        asked.push([name, call]);
        return name === 'missing' ? Promise.reject(new Error('no such function')) : Promise.resolve({ owner: 'Ana' });
      },
    };
    const extension = await host().open(demo('backend.tsx'), {
      location: 'settings',
      ports,
      permittedUrls: { fetch: ['https://api.example.com'] },
    });
    const answerTo = async (name: string): Promise<unknown> => {
      await extension.page.getByRole('button', { name, exact: true }).click();
      await extension.settled();
      const words = await extension.page.locator('.uih-text').innerText();
      return JSON.parse(words.replace('Answer: ', ''));
    };
    expect(await answerTo('Permitted')).toEqual({ status: 422, ok: false, body: { refused: true } });
    expect(await answerTo('Not permitted')).toMatch(/^refused: UIH011: https:\/\/elsewhere\.example is not among/);
    expect(await answerTo('Empty')).toBe(204);
    expect(await answerTo('Function')).toEqual({ owner: 'Ana' });
    expect(await answerTo('No function')).toBe('refused: no such function');
    expect(asked).toEqual([
      { url: 'https://api.example.com/leads?page=2', method: 'POST', timeout: 3000, headers: {}, body: { rule: 7 } },
      { url: 'https://api.example.com/empty', method: 'GET', timeout: null, headers: {}, body: null },
      ['decide', { parameters: { lead: 3 }, propertiesToSend: ['email'] }],
      ['missing', { parameters: {}, propertiesToSend: [] }],
    ]);
    expect(await extension.problems()).toEqual([]);
    await extension.close();
  });

  test('a record that changes is told to who watches it', async () => {
    let score = 12;
    const extension = await host().open(demo('record-alone.tsx'), {
      location: 'crm.record.tab',
      ports: {
        ...demoPorts,
        crmProperties: () => Promise.resolve({ email: 'ada@example.com', fit_score: String(score) }),
      },
    });
    const words = (): Promise<string> => extension.page.locator('.uih-extension').innerText();
    expect(await words()).toContain('Own: ada@example.com 12');
    score = 90;
    await extension.recordChanged();
    expect(await words()).toContain('Own: ada@example.com 90');
    expect(await heardNow(extension)).toEqual([
      ['onCrmPropertiesUpdate', { email: 'ada@example.com', fit_score: '90' }],
    ]);
    score = 91;
    await extension.page.getByRole('button', { name: 'Refresh' }).click();
    await extension.settled();
    expect(await words()).toContain('Own: ada@example.com 91');
    await heardNow(extension);
    await extension.page.getByRole('button', { name: 'Format' }).click();
    expect(await heardNow(extension)).toEqual([
      ['formatted', { amount: '€12' }],
      ['runServerlessFunction', { status: 'ERROR', message: 'The test gave no port "serverless".' }],
    ]);
    expect(await extension.problems()).toEqual([]);
    await extension.close();
  });

  test('hooks say what a port refuses', async () => {
    const extension = await host().open(demo('record-alone.tsx'), {
      location: 'crm.record.tab',
      ports: { ...demoPorts, crmProperties: () => Promise.reject(new Error('no scope for it')) },
    });
    expect(await extension.page.locator('.uih-extension').innerText()).toContain('Own: no scope for it');
    await extension.close();
  });

  test('a port that does not answer leaves the extension waiting, which can be photographed', async () => {
    const extension = await host().open(demo('record-alone.tsx'), {
      location: 'crm.record.tab',
      ports: { ...demoPorts, crmProperties: () => new Promise(() => undefined) },
      isWaiting: true,
    });
    expect(await extension.page.locator('.uih-extension').innerText()).toContain('Own: loading');
    await extension.close();
  });
});
