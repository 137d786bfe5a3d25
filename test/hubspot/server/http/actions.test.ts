import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { closeTables, openTables } from '../installing/embedded-tables.ts';
import {
  email,
  otherPortalId,
  portalId,
  publicUrl,
  secret,
  signedHeaders,
  startedAt,
  startEdge,
  type Edge,
} from './edge.ts';
import type { Answered } from './send.ts';

const path = '/hubspot/actions/score-and-route';
const json = { 'content-type': 'application/json' };
let edge: Edge;

beforeAll(openTables, 60_000);
afterAll(closeTables);

beforeEach(async () => {
  edge = await startEdge();
});

afterEach(async () => {
  expect(edge.lines.join('')).not.toContain(email);
  await edge.close();
});

function callOf(portal = portalId): string {
  return JSON.stringify({
    callbackId: 'ap-1-2-3',
    origin: { portalId: portal, actionDefinitionId: 1, actionDefinitionVersion: 1 },
    context: { source: 'WORKFLOWS', workflowId: 12 },
    object: { objectId: 51, objectType: 'CONTACT', properties: { email } },
    inputFields: {},
    fields: {},
  });
}

function call(
  body: string,
  headers: { readonly [name: string]: string },
  to = edge,
  address = path,
): Promise<Answered> {
  return to.send({ method: 'POST', path: address, headers: { ...json, ...headers }, body });
}

function signedV2(body: string): { readonly [name: string]: string } {
  const signature = createHash('sha256').update(`${secret}POST${publicUrl}${path}${body}`).digest('hex');
  return { 'x-hubspot-signature': signature, 'x-hubspot-signature-version': 'v2' };
}

describe('A call of a workflow action', () => {
  test('is answered with its output fields, by version 3 and by version 2', async () => {
    const byV3 = await call(callOf(), signedHeaders('POST', path, callOf(), startedAt));
    const byV2 = await call(callOf(), signedV2(callOf()));
    expect([byV3.status, byV3.json]).toEqual([200, { outputFields: { band: 'warm' } }]);
    expect([byV2.status, byV2.json]).toEqual([200, { outputFields: { band: 'warm' } }]);
    expect(edge.calls).toEqual(['action score-and-route ap-1-2-3', 'action score-and-route ap-1-2-3']);
  });

  test('does not fall back to version 2 where version 3 is there and wrong', async () => {
    const answer = await call(callOf(), {
      ...signedV2(callOf()),
      ...signedHeaders('POST', path, 'another body', startedAt),
    });
    expect([answer.status, answer.json['code']]).toEqual([401, 'HSW003']);
    expect(edge.calls).toEqual([]);
  });

  test.each([
    ['version 1', { 'x-hubspot-signature-version': 'v1' }],
    ['a wrong hash', { 'x-hubspot-signature': 'a'.repeat(64) }],
  ])('with %s is refused', async (_, change) => {
    const answer = await call(callOf(), { ...signedV2(callOf()), ...change });
    expect(answer.status).toBe(401);
    expect(edge.calls).toEqual([]);
  });

  test('from a portal without the app is refused', async () => {
    const body = callOf(otherPortalId);
    const answer = await call(body, signedHeaders('POST', path, body, startedAt));
    expect([answer.status, answer.json['code']]).toEqual([403, 'HSW016']);
  });

  test.each([
    ['/hubspot/actions/drop-tables', 404, 'HSW023'],
    ['/hubspot/actions/constructor', 404, 'HSW023'],
    [`/hubspot/actions/${'x'.repeat(300)}`, 404, 'HSW009'],
  ])('%s, which is none, is said to be unknown', async (address, status, code) => {
    const answer = await call(callOf(), signedHeaders('POST', address, callOf(), startedAt), edge, address);
    expect([answer.status, answer.json['code']]).toEqual([status, code]);
  });

  test('that cannot be read says which parts, and nothing of what they hold', async () => {
    const body = JSON.stringify({ callbackId: '', origin: { portalId: email }, object: { objectId: 51 } });
    const answer = await call(body, signedHeaders('POST', path, body, startedAt));
    expect([answer.status, answer.json['code']]).toEqual([400, 'HSW022']);
    expect(answer.text).toContain('origin.portalId');
    expect(answer.text).not.toContain(email);
  });

  test('for a portal that is busy is asked again later', async () => {
    const busy = await startEdge({
      ports: { answerAction: () => Promise.resolve({ kind: 'later', retryAfterSeconds: 42 }) },
    });
    const answer = await call(callOf(), signedHeaders('POST', path, callOf(), startedAt), busy);
    expect([answer.status, answer.headers['retry-after']]).toEqual([429, '42']);
    await busy.close();
  });
});
