import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import type { HostPorts } from '../../../sandbox/hubspot/ui-host/ports/host-ports.ts';
import type { UiFrame } from '../../../sandbox/hubspot/ui-host/ports/ui-frame.ts';
import { serveUiHost } from '../../../sandbox/hubspot/ui-host/serve/serve-ui-host.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'signalbox-ui-host-'));
const file = path.join(folder, 'entry.ts');
const hostile = '</script><script>alert(1)</script>"&';
const asked: unknown[] = [];
const keep =
  (name: string) =>
  (...given: unknown[]) => {
    asked.push([name, ...given]);
    return Promise.resolve(null as never);
  };
const ports: HostPorts = {
  fetch: keep('fetch'),
  serverless: () => Promise.reject(new Error('It is away.')),
  crmProperties: keep('crmProperties'),
  associations: keep('associations'),
  crmSearch: keep('crmSearch'),
  formatProperties: keep('formatProperties'),
};
const frame: UiFrame = {
  title: hostile,
  source: { kind: 'entry', file },
  location: 'settings',
  context: { user: { email: hostile, language: 'de"><script>' } },
  permittedUrls: { fetch: ['https://api.example.com'], iframe: [], img: ['https://img.example.com/x'] },
  ports,
};
let app: FastifyInstance;
let origin: string;
let id: string;

beforeAll(async () => {
  writeFileSync(file, "import { useState } from 'react'; export const words = useState;");
  app = fastify();
  serveUiHost(app, { openFrame: ({ card }) => Promise.resolve(card === 'score' ? frame : null) });
  await app.listen({ port: 0, host: '127.0.0.1' });
  origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  id = dataOf((await get('/ui-host/frame?card=score&path=/rules')).body)['id'] as string;
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

async function get(address: string): Promise<{ status: number; headers: Headers; body: string }> {
  const response = await fetch(`${origin}${address}`);
  return { status: response.status, headers: response.headers, body: await response.text() };
}

async function post(port: string, asked: object, frameId = id): Promise<{ status: number; said: unknown }> {
  const response = await fetch(`${origin}/ui-host/frames/${frameId}/ports/${port}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(asked),
  });
  return { status: response.status, said: await response.json() };
}

test('a page carries its frame as data and nothing of it as markup', async () => {
  const page = await get('/ui-host/frame?card=score&path=/rules');
  expect(page.status).toBe(200);
  expect(page.body).not.toContain('<script>alert');
  expect(page.body).toContain('<html lang="en">');
  expect(dataOf(page.body)).toMatchObject({ title: hostile, location: 'settings', path: '/rules', isBare: false });
  const policy = page.headers.get('content-security-policy')!;
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("img-src 'self' data: https://img.example.com");
  expect(policy).not.toContain('unsafe');
});

test('a page without a frame says so', async () => {
  const page = await get('/ui-host/frame?card=other');
  expect(page.status).toBe(404);
  expect(page.body).toContain('UIH003');
});

test('the files of the browser are compiled, and the worker may load nothing', async () => {
  for (const name of ['page.js', 'page.css', 'worker.js', 'embed.js']) {
    const answer = await get(`/ui-host/${name}`);
    expect(answer.status).toBe(200);
    expect(answer.body.length).toBeGreaterThan(300);
  }
  const worker = await get('/ui-host/worker.js');
  expect(worker.headers.get('content-security-policy')).toBe("default-src 'none'; script-src 'self'");
});

test('an extension finds React among the globals, as HubSpot has it', async () => {
  const { body } = await get(`/ui-host/frames/${id}/extension.js`);
  expect(body).toContain('globalThis.React');
  expect(body).not.toContain('react.development');
});

test('a port is asked with what fits it, completed by what is usual', async () => {
  const answer = await post('crmProperties', { names: ['email'] });
  expect(answer.said).toEqual({ value: null });
  await post('crmSearch', { objectType: '0-1', query: 'x' });
  await post('fetch', { url: 'https://api.example.com/a' });
  expect(asked.splice(0)).toEqual([
    ['crmProperties', ['email'], { propertiesToFormat: [], formattingOptions: {} }],
    [
      'crmSearch',
      { objectType: '0-1', query: 'x', properties: [], filterGroups: [], sorts: [], pageLength: 10, after: null },
      { propertiesToFormat: [], formattingOptions: {} },
    ],
    ['fetch', { url: 'https://api.example.com/a', method: 'GET', timeout: null, headers: {}, body: null }],
  ]);
});

test('a call that does not fit, is refused or fails is answered with why', async () => {
  expect((await post('crmProperties', { names: 7 })).said).toEqual({ error: expect.stringContaining('UIH006') });
  expect((await post('fetch', { url: 'https://evil.test/' })).said).toEqual({
    error: expect.stringContaining('UIH011'),
  });
  expect((await post('fetch', { url: 'https://api.example.com', method: 'TRACE' })).said).toEqual({
    error: expect.stringContaining('UIH006'),
  });
  expect((await post('serverless', { name: 'decide' })).said).toEqual({ error: 'It is away.' });
  expect((await post('constructor', {})).status).toBe(404);
  expect((await post('secrets', {})).said).toEqual({ error: 'UIH005: There is no port "secrets".' });
  expect((await post('crmProperties', { names: [] }, 'unknown')).said).toEqual({
    error: expect.stringContaining('UIH004'),
  });
  expect(asked).toEqual([]);
});

function dataOf(page: string): Record<string, unknown> {
  return JSON.parse(/<script type="application\/json"[^>]*>(.*?)<\/script>/.exec(page)![1]!) as Record<string, unknown>;
}
