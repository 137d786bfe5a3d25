import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Client } from '@hubspot/api-client';
import { bodyOf, startHubWithApp, type HubWithApp } from './hub-with-app.ts';

let now = Date.UTC(2026, 10, 20, 9);
let hub: HubWithApp;
let token: string;

beforeEach(async () => {
  now = Date.UTC(2026, 10, 20, 9);
  hub = await startHubWithApp('free', { now: () => now });
  token = (await hub.connect()).access_token;
});
afterEach(() => hub.close());

type Upload = { name?: string; content?: string; options?: object | null; folderPath?: string | null };

function upload(
  {
    name = 'rule.html',
    content = '<p>Ä</p>',
    options = { access: 'PRIVATE' },
    folderPath = '/signalbox/revisions',
  }: Upload = {},
  method = 'POST',
  path = '/files/v3/files',
): Promise<Response> {
  const form = new FormData();
  form.set('file', new Blob([content], { type: 'text/html' }), name);
  if (options !== null) form.set('options', JSON.stringify(options));
  if (folderPath !== null) form.set('folderPath', folderPath);
  return fetch(`${hub.hubSpot.url}${path}`, { method, headers: { authorization: `Bearer ${token}` }, body: form });
}

const search = async (
  query: string,
  base = '/files/v3',
): Promise<{ results: Record<string, unknown>[]; paging?: object }> =>
  (await (await hub.call('GET', `${base}/files/search?${query}`, token)).json()) as never;

describe('an upload', () => {
  test('makes the folders of its path and describes the file', async () => {
    const answer = await upload();
    expect(answer.status).toBe(201);
    expect(await bodyOf(answer)).toMatchObject({
      id: expect.any(String),
      name: 'rule',
      extension: 'html',
      path: '/signalbox/revisions/rule.html',
      access: 'PRIVATE',
      size: 9,
      type: 'DOCUMENT',
      createdAt: '2026-11-20T09:00:00.000Z',
      archived: false,
    });
    const folder = await hub.call('GET', '/files/2026-09/folders/signalbox%2Frevisions', token);
    expect(await bodyOf(folder)).toMatchObject({ name: 'revisions', path: '/signalbox/revisions' });
  });

  test('of a name that is there gets a number, or writes over it, or is refused, or finds it, as it asks', async () => {
    const first = await bodyOf(await upload());
    const numbered = await bodyOf(await upload());
    expect([numbered['name'], numbered['id'] === first['id']]).toEqual(['rule-1', false]);
    now += 1000;
    const over = await bodyOf(await upload({ content: 'new', options: { access: 'PRIVATE', overwrite: true } }));
    expect([over['id'], over['size'], over['updatedAt']]).toEqual([first['id'], 3, '2026-11-20T09:00:01.000Z']);
    const strategy = (duplicateValidationStrategy: string): object => ({
      access: 'PRIVATE',
      duplicateValidationStrategy,
    });
    expect((await upload({ options: strategy('REJECT') })).status).toBe(400);
    expect((await bodyOf(await upload({ options: strategy('RETURN_EXISTING') })))['id']).toBe(first['id']);
  });

  test.each<[string, Upload]>([
    ['access', { options: {} }],
    ['a folder', { folderPath: null }],
  ])('without %s is refused', async (_what, what) => {
    const answer = await upload(what);
    expect(answer.status).toBe(400);
    expect(await bodyOf(answer)).toMatchObject({ category: 'VALIDATION_ERROR' });
    expect((await search('')).results).toEqual([]);
  });

  test('that is no form is refused', async () => {
    expect((await hub.call('POST', '/files/v3/files', token, {})).status).toBe(415);
  });
});

test('a file is replaced under its id, changed, read and removed', async () => {
  const { id } = (await bodyOf(await upload())) as { id: string };
  const path = `/files/2026-09/files/${id}`;
  expect(await bodyOf(await upload({ content: 'second', options: null }, 'PUT', path))).toMatchObject({
    id,
    size: 6,
    access: 'PRIVATE',
  });
  expect(await bodyOf(await hub.call('PATCH', path, token, { name: 'policy' }))).toMatchObject({ id, name: 'policy' });
  const download = await hub.call('GET', `/files/v3/files/${id}/download`, token);
  expect(await download.text()).toBe('second');
  const stat = await hub.call('GET', '/files/v3/files/stat/signalbox/revisions/policy.html', token);
  expect(await bodyOf(stat)).toMatchObject({ file: { id } });
  expect((await hub.call('DELETE', path, token)).status).toBe(204);
  expect((await hub.call('GET', path, token)).status).toBe(404);
});

test('a private file is read by its signed address only, and not for ever', async () => {
  const { id, url } = (await bodyOf(await upload())) as { id: string; url: string };
  expect((await fetch(url)).status).toBe(403);
  const signed = await bodyOf(await hub.call('GET', `/files/v3/files/${id}/signed-url?expirationSeconds=60`, token));
  expect(signed).toMatchObject({ name: 'rule', extension: 'html', expiresAt: '2026-11-20T09:01:00.000Z' });
  const answer = await fetch(String(signed['url']));
  expect([await answer.text(), answer.headers.get('content-type')]).toEqual(['<p>Ä</p>', 'text/html']);
  now += 60_000;
  expect((await fetch(String(signed['url']))).status).toBe(403);
  const open = await bodyOf(await upload({ name: 'open.html', options: { access: 'PUBLIC_NOT_INDEXABLE' } }));
  expect((await fetch(String(open['url']))).status).toBe(200);
});

test('files are found by name and folder, page by page', async () => {
  for (const name of ['revision-1.json', 'revision-2.json', 'other.json']) await upload({ name });
  await upload({ name: 'revision-3.json', folderPath: '/elsewhere' });
  expect((await search('name=revision')).results).toHaveLength(3);
  const folder = await bodyOf(await hub.call('GET', '/files/v3/folders/elsewhere', token));
  const inFolder = await search(`parentFolderIds=${String(folder['id'])}`, '/files/2026-03');
  expect(inFolder.results.map((each) => each['name'])).toEqual(['revision-3']);
  const page = await search('limit=3');
  expect(page).toMatchObject({ results: [{}, {}, {}], paging: { next: { after: '3' } } });
  expect((await search('limit=3&after=3')).paging).toBeUndefined();
});

test('folders are made, found and removed with what is in them', async () => {
  const made = await hub.call('POST', '/files/v3/folders', token, { name: 'signalbox' });
  expect(made.status).toBe(201);
  const { id } = (await bodyOf(made)) as { id: string };
  expect((await hub.call('POST', '/files/v3/folders', token, { name: 'signalbox' })).status).toBe(400);
  await upload();
  expect((await hub.call('DELETE', `/files/v3/folders/${id}`, token)).status).toBe(204);
  expect((await search('')).results).toEqual([]);
});

test('HubSpot’s own client uploads and reads', async () => {
  const client = new Client({ accessToken: token, basePath: hub.hubSpot.url });
  const data = Buffer.from('{"a":1}');
  const uploaded = (await client.files.filesApi.upload(
    { data, name: 'a.json' },
    undefined,
    '/signalbox',
    'a.json',
    undefined,
    JSON.stringify({ access: 'PRIVATE' }),
  )) as { id: string };
  expect(uploaded).toMatchObject({ name: 'a', path: '/signalbox/a.json' });
  const { url } = await client.files.filesApi.getSignedUrl(uploaded.id);
  expect(await (await fetch(url)).json()).toEqual({ a: 1 });
});
