import { afterAll, afterEach, expect, test } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { headersOfV3 } from '../../../sandbox/hubspot/hub/signing/sign.ts';
import { openDevelopment } from '../../../sandbox/hubspot/ui-host/develop/open-development.ts';
import { readOptions } from '../../../sandbox/hubspot/ui-host/develop/read-options.ts';
import type { UiFrame } from '../../../sandbox/hubspot/ui-host/ports/ui-frame.ts';
import { watchSource } from '../../../sandbox/hubspot/ui-host/serve/watch-source.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'signalbox-ui-host-'));
const write = (name: string, content: object | string): string => {
  const file = path.join(folder, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
};
const at = 1_767_225_600_000;
const open = (...args: string[]): UiFrame =>
  openDevelopment(readOptions(['--entry', 'card.tsx', ...args]), 'secret of the app', () => at);

let server: Server | null = null;
afterEach(() => new Promise((resolve) => (server === null ? resolve(null) : server.close(resolve))));
afterAll(() => rmSync(folder, { recursive: true }));

test('a context file stands in for what is usual, and only where it says so', () => {
  const context = write('context.json', { portal: { id: 9, timezone: 'UTC' } });
  const frame = open('--location', 'crm.record.sidebar', '--context', context);
  expect(frame.context['portal']).toEqual({ id: 9, timezone: 'UTC' });
  expect(frame.context['user']).toMatchObject({ firstName: 'Rosa' });
  expect(frame.context['crm']).toEqual({ objectId: 501, objectTypeId: '0-1' });
  expect(open('--location', 'settings').context['crm']).toBeUndefined();
});

test('a record file answers the hooks, a page at a time', async () => {
  const record = write('record.json', {
    properties: { email: 'ada@example.com' },
    associations: { '0-2': [{ toObjectId: 1, properties: { name: 'One' } }, { toObjectId: 2 }] },
    objects: {
      '2-7': [
        { objectId: 5, properties: { name: 'East' } },
        { objectId: 6, properties: { name: 'West' } },
      ],
    },
  });
  const { ports } = open('--record', record);
  const wishes = { propertiesToFormat: [], formattingOptions: {} };
  expect(await ports.crmProperties(['email', 'phone'], wishes)).toEqual({ email: 'ada@example.com', phone: null });
  const first = await ports.associations(
    { toObjectType: '0-2', properties: ['name'], pageLength: 1, offset: 0 },
    wishes,
  );
  expect(first).toEqual({
    results: [{ toObjectId: 1, associationTypes: [], properties: { name: 'One' } }],
    hasMore: true,
    nextOffset: 1,
  });
  const search = {
    objectType: '2-7',
    properties: ['name'],
    query: 'west',
    filterGroups: [],
    sorts: [],
    pageLength: 5,
    after: null,
  };
  expect(await ports.crmSearch(search, wishes)).toEqual({
    results: [{ objectId: 6, properties: { name: 'West' } }],
    total: 1,
    hasMore: false,
  });
  await expect(ports.crmSearch({ ...search, sorts: [{ propertyName: 'name' }] }, wishes)).rejects.toThrow('UIH017');
});

test('functions run by their uid or their file name, in a process of their own', async () => {
  const source = 'exports.main = async (context) => ({ ...context, kind: typeof process.send });';
  write('decide.js', source);
  write('decide-hsmeta.json', { uid: 'decide_lead', config: { entrypoint: 'functions/decide.js' } });
  write('broken.js', "exports.main = () => { throw new Error('no luck'); };");
  write('empty.js', '');
  const record = write('record.json', { properties: { email: 'ada@example.com' } });
  const { ports } = open('--functions', folder, '--record', record);
  const call = { parameters: { lead: 3 }, propertiesToSend: ['email'] };
  const expected = { parameters: { lead: 3 }, propertiesToSend: { email: 'ada@example.com' }, secrets: {} };
  expect(await ports.serverless('decide_lead', call)).toMatchObject(expected);
  expect(await ports.serverless('decide', call)).toMatchObject(expected);
  await expect(ports.serverless('broken', call)).rejects.toThrow(/UIH015: broken\.js failed: Error: no luck/);
  await expect(ports.serverless('empty', call)).rejects.toThrow('it exports no main');
  await expect(ports.serverless('../outside', call)).rejects.toThrow('UIH014');
  await expect(open().ports.serverless('decide', call)).rejects.toThrow('UIH018');
});

test('what is fetched goes to the backend, signed, with who asks', async () => {
  const seen: { method: string; url: string; body: string; headers: Record<string, unknown> }[] = [];
  const started = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      seen.push({ method: request.method!, url: request.url!, body, headers: request.headers });
      response.writeHead(201, { 'x-kind': 'test' }).end('{"fine":true}');
    });
  });
  server = started;
  await new Promise((resolve) => started.listen(0, '127.0.0.1', () => resolve(null)));
  const backend = `http://127.0.0.1:${(started.address() as AddressInfo).port}`;
  const frame = open('--backend', backend, '--permit', 'https://api.example.com');
  expect(frame.permittedUrls.fetch).toEqual([backend, 'https://api.example.com']);
  const answer = await frame.ports.fetch({
    url: 'https://api.example.com/leads?page=2',
    method: 'POST',
    timeout: null,
    headers: {},
    body: { rule: 7 },
  });
  expect(answer).toMatchObject({ status: 201, text: '{"fine":true}' });
  const [request] = seen;
  const query = 'page=2&userId=7001&userEmail=rosa.lind%40example.com&portalId=4242&appId=31';
  expect(request).toMatchObject({ method: 'POST', url: `/leads?${query}`, body: '{"rule":7}' });
  const signed = headersOfV3(
    'secret of the app',
    { method: 'POST', url: `${backend}/leads?${query}`, body: '{"rule":7}' },
    at,
  );
  expect(request!.headers['x-hubspot-signature-v3']).toBe(signed['X-HubSpot-Signature-v3']);
});

test('a backend that is away is said to be', async () => {
  const { ports } = open('--backend', 'http://127.0.0.1:1');
  const request = { url: 'http://127.0.0.1:1/', method: 'GET', timeout: null, headers: {}, body: null } as const;
  await expect(ports.fetch(request)).rejects.toThrow('UIH013');
});

test('a change of any file of an extension is noticed', async () => {
  write('part.ts', 'export const part = 1;');
  const entry = write('watched.ts', "import { part } from './part.ts'; console.log(part);");
  let changes = 0;
  const stop = watchSource({ kind: 'entry', file: entry }, () => (changes += 1));
  const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1_500));
  await pause();
  expect(changes).toBe(0);
  write('part.ts', 'export const part = 2;');
  await pause();
  expect(changes).toBe(1);
  stop();
});
