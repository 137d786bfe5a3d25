import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { whyInstall } from '../../../sandbox/salesforce/lightning/install-packages.ts';
import { serveLightning, type LightningServer } from '../../../sandbox/salesforce/lightning/serve/serve-lightning.ts';
import { component, removeFolders, writeFiles } from './component-folder.ts';

jest.setTimeout(180_000);
afterAll(removeFolders);

(whyInstall() === null ? describe : describe.skip)('the server of Lightning pages', () => {
  let server: LightningServer;

  beforeAll(async () => {
    server = await serveLightning({
      folder: writeFiles({ 'lwc/one/one.js': component(), 'lwc/one/one.html': '<template></template>' }),
      port: 0,
      pages: [{ path: '/tab/One', title: 'One', components: [{ name: 'one' }] }],
      answerApex: ({ method }) =>
        method === 'crash' ? Promise.reject(new Error('It crashed.')) : Promise.resolve({ data: method }),
    });
  });
  afterAll(() => server?.close());

  const post = async (place: string, body: unknown, type = 'application/json') => {
    const response = await fetch(server.address + place, {
      method: 'POST',
      headers: { 'Content-Type': type },
      body: JSON.stringify(body),
    });
    return { status: response.status, answer: await response.json() };
  };

  it('hands calls of Apex on and gives a crash back as an error', async () => {
    expect(await post('/apex', { method: 'find' })).toEqual({ status: 200, answer: { data: 'find' } });
    expect(await post('/apex', { method: 'crash' })).toEqual({
      status: 500,
      answer: { error: { message: 'It crashed.' } },
    });
  });

  it('says that it has no records where nobody gave any', async () => {
    expect((await post('/record-data', { kind: 'get' })).answer).toEqual({
      error: { message: expect.stringMatching(/^Unsupported: /) },
    });
  });

  it('takes no question from a form of another site', async () => {
    expect((await post('/apex', { method: 'find' }, 'text/plain')).status).toBe(415);
  });

  it.each([
    '/platform/..%2fpackage.json',
    '/base/../package.json',
    '/slds/%2e%2e/package.json',
    '/nowhere',
    '/?user=x',
  ])('has nothing at %s', async (place) => {
    expect((await fetch(server.address + place)).status).toBe(404);
  });

  it('serves its page, the base components and the icons', async () => {
    for (const place of [
      '/',
      '/tab/One',
      '/base/lightning/card',
      '/base/@salesforce/i18n/number.numberFormat',
      '/components/one.js',
      '/slds/icons/standard-sprite/svg/symbols.svg',
      '/slds/styles/salesforce-lightning-design-system.min.css',
    ]) {
      expect(`${place} ${(await fetch(server.address + place)).status}`).toBe(`${place} 200`);
    }
  });
});
