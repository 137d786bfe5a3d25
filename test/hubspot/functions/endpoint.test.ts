import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { runInNewContext } from 'node:vm';
import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { buildCustomCode } from '../../../hubspot/functions/custom-code/build-custom-code.ts';
import { signCall } from '../../../hubspot/functions/endpoint/check-call.ts';
import { main as endpoint } from '../../../hubspot/functions/entries/endpoint.ts';
import type { EndpointAnswer } from '../../../hubspot/functions/endpoint/answer-endpoint.ts';
import { readEntries } from './check-turns.ts';
import { endpointKey, StandInScene } from './stand-in-scene.ts';

const clientSecret = 'c'.repeat(36);
const publicUrl = 'https://www.northlight.example/hs/serverless/signalbox';
let scene: StandInScene;
let leads = 0;

beforeAll(async () => {
  scene = await StandInScene.start();
  await scene.call('access', {});
  await scene.publishFewPools();
}, 120_000);
afterAll(() => scene.close());
afterEach(() => {
  delete process.env['SIGNALBOX_CLIENT_SECRET'];
  delete process.env['SIGNALBOX_PUBLIC_URL'];
});

const addContact = (): string => scene.addContact({ email: `endpoint-${(leads += 1)}@customer.example` });

function signed(payload: object, at: number = Date.now(), key: string = endpointKey): object {
  const written = JSON.stringify(payload);
  const timestamp = String(at);
  return { payload: written, timestamp, signature: signCall(written, timestamp, Buffer.from(key)) };
}

const send = (body: unknown): Promise<EndpointAnswer> => endpoint({ method: 'POST', headers: {}, body });

describe('The public endpoint', () => {
  test('decides what a signed call asks for, and tells a workflow', async () => {
    const contactId = addContact();
    const answer = await send(signed({ contactIds: [contactId], call: 'ap-1' }));
    expect(answer).toMatchObject({ statusCode: 200, body: { contacts: [{ contactId, state: 'decided' }] } });
    expect(scene.valueOf(contactId, 'sbx_given_to')).toBe(
      scene.portal.users.find(({ ownerId }) => ownerId === scene.valueOf(contactId, 'hubspot_owner_id'))?.firstName,
    );
  });

  test('decides the same call of a workflow once, however often it is tried', async () => {
    const contactId = addContact();
    const first = await send(signed({ contactIds: [contactId], call: 'ap-2' }, Date.now() - 1));
    const second = await send(signed({ contactIds: [contactId], call: 'ap-2' }));
    expect(second).toEqual(first);
    const entries = await readEntries(scene.crm());
    expect(entries.filter((entry) => entry.contactId === contactId && entry.kind === 'claim')).toHaveLength(1);
  });

  test('refuses what is not signed, too old, from the future, or signed with another key, and calls nobody', async () => {
    const contactIds = [addContact()];
    const payload = { contactIds, call: null };
    const changed = { ...signed(payload), payload: JSON.stringify({ contactIds: ['1'] }) };
    const bad = [
      {},
      null,
      'text',
      payload,
      changed,
      signed(payload, Date.now() - 301_000),
      signed(payload, Date.now() + 302_000),
      signed(payload, Date.now(), 'x'.repeat(40)),
    ];
    const url = process.env['HUBSPOT_API_URL'];
    process.env['HUBSPOT_API_URL'] = 'http://127.0.0.1:9';
    for (const body of bad) {
      expect(await send(body)).toMatchObject({ statusCode: 401, body: { code: 'HSF008' } });
    }
    process.env['HUBSPOT_API_URL'] = url;
  });

  test('refuses the very same request again', async () => {
    const request = signed({ contactIds: [addContact()], call: null });
    expect(await send(request)).toMatchObject({ statusCode: 200 });
    expect(await send(request)).toMatchObject({ statusCode: 409, body: { code: 'HSF009' } });
  });

  test('takes webhooks that HubSpot signed, decides who came in, and erases who is to be forgotten', async () => {
    process.env['SIGNALBOX_CLIENT_SECRET'] = clientSecret;
    process.env['SIGNALBOX_PUBLIC_URL'] = publicUrl;
    const contactId = addContact();
    expect(await webhook([event('contact.creation', contactId)])).toMatchObject({
      statusCode: 200,
      body: { contacts: 1 },
    });
    const before = await readEntries(scene.crm());
    const decision = before.find((entry) => entry.kind === 'decision' && entry.contactId === contactId);
    expect(decision?.texts.personal).toContain('customer.example');
    expect(await webhook([event('contact.privacyDeletion', contactId)])).toMatchObject({ statusCode: 200 });
    const after = await readEntries(scene.crm());
    const erased = after.filter((entry) => entry.contactId === contactId);
    expect(JSON.stringify(erased)).not.toContain('customer.example');
    expect(erased.find((entry) => entry.kind === 'decision')?.texts.body).toBe(decision?.texts.body);
    expect(await webhook([event('contact.creation', addContact())], 'f'.repeat(36))).toMatchObject({ statusCode: 401 });
  });

  test('answers the generated code of a workflow step', async () => {
    const server = await serveEndpoint();
    const { code, bytes } = await buildCustomCode(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const contactId = addContact();
    const outputs = await runStep(code, contactId, { SIGNALBOX_ENDPOINT_KEY: endpointKey });
    server.close();
    expect(bytes).toBeLessThan(10_000);
    expect(outputs).toMatchObject({
      state: 'decided',
      owner_name: scene.valueOf(contactId, 'sbx_given_to') && expect.any(String),
    });
  });

  test('is not needed by the generated code that decides by itself', async () => {
    const { code, bytes } = await buildCustomCode(null);
    const contactId = addContact();
    const { PRIVATE_APP_ACCESS_TOKEN, HUBSPOT_API_URL } = process.env;
    const outputs = await runStep(code, contactId, { PRIVATE_APP_ACCESS_TOKEN, HUBSPOT_API_URL });
    expect(bytes).toBeLessThan(1_000_000);
    expect(outputs).toMatchObject({ state: 'decided' });
  }, 60_000);
});

function event(subscriptionType: string, contactId: string): object {
  return {
    portalId: scene.portal.portalId,
    appId: scene.hubSpot.apps[0]!.appId,
    subscriptionType,
    subscriptionId: 1,
    eventId: 1,
    occurredAt: Date.now(),
    objectId: Number(contactId),
    attemptNumber: 0,
    changeSource: 'FORM',
  };
}

function webhook(events: readonly object[], secret: string = clientSecret): Promise<EndpointAnswer> {
  const timestamp = String(Date.now());
  const signature = createHmac('sha256', secret)
    .update(`POST${publicUrl}${JSON.stringify(events)}${timestamp}`)
    .digest('base64');
  const headers = { 'X-HubSpot-Signature-v3': signature, 'X-HubSpot-Request-Timestamp': timestamp };
  return endpoint({ method: 'POST', headers, body: events });
}

/** HubSpot in front of the function: what it reads of a request, it hands over. */
async function serveEndpoint(): Promise<Server> {
  const server = createServer((request, response) => {
    void text(request)
      .then((body) => endpoint({ method: 'POST', headers: request.headers, body: JSON.parse(body) as unknown }))
      .then(({ statusCode, headers, body }) => response.writeHead(statusCode, headers).end(JSON.stringify(body)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** Runs a step as HubSpot does: the file is a module, and says its outputs to a callback. */
async function runStep(
  code: string,
  contactId: string,
  secrets: Readonly<Record<string, string | undefined>>,
): Promise<unknown> {
  const module = { exports: {} as { main?: (event: object, callback: (answer: object) => void) => Promise<void> } };
  const require = createRequire(__filename);
  runInNewContext(code, {
    module,
    exports: module.exports,
    require,
    process: { ...process, env: secrets, version: process.version, versions: process.versions },
    ...{
      Buffer,
      fetch,
      setTimeout,
      clearTimeout,
      setImmediate,
      URL,
      URLSearchParams,
      AbortSignal,
      AbortController,
      console,
    },
    ...{ TextEncoder, TextDecoder, performance, Error, structuredClone },
  });
  let answered: { outputFields?: unknown } = {};
  await module.exports.main!(
    { callbackId: `step-${contactId}`, object: { objectId: Number(contactId) } },
    (answer) => void (answered = answer),
  );
  return answered.outputFields;
}
