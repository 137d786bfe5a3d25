import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { AcceptedEvents } from '../../../../hubspot/server/http/http-ports.ts';
import { closeTables, openTables } from '../installing/embedded-tables.ts';
import {
  appId,
  contactEvent,
  email,
  otherPortalId,
  portalId,
  signedHeaders,
  startedAt,
  startEdge,
  storedEvents,
  type Edge,
} from './edge.ts';

const path = '/hubspot/webhooks';
const json = { 'content-type': 'application/json' };

let edge: Edge;

// PostgreSQL takes its time to begin where many others work.
beforeAll(openTables, 60_000);
afterAll(closeTables);

beforeEach(async () => {
  edge = await startEdge();
});

afterEach(async () => {
  // Whatever came in, nobody's address may be in the log.
  expect(edge.lines.join('')).not.toContain(email);
  await edge.close();
});

function deliver(body: unknown, at = startedAt, change: { readonly [name: string]: string } = {}) {
  const payload = typeof body === 'string' ? body : JSON.stringify(body);
  const headers = { ...json, ...signedHeaders('POST', path, payload, at), ...change };
  return edge.send({ method: 'POST', path, headers, body: payload });
}

describe('A delivery of webhooks', () => {
  test('is stored before it is answered, without the values that changed', async () => {
    const answer = await deliver([contactEvent(1), contactEvent(2)]);
    expect(answer.status).toBe(200);
    expect(answer.json).toEqual({ stored: 2, repeated: 0, ignored: 0, unreadable: 0 });
    const kept = await edge.database.query('select event from webhook_event order by event_key');
    expect(kept).toHaveLength(2);
    expect(JSON.stringify(kept)).not.toContain(email);
  });

  test('that comes again, by the same signature or a new one, is answered and stored once', async () => {
    await deliver([contactEvent(1)]);
    const same = await deliver([contactEvent(1)]);
    const later = await deliver([contactEvent(1), contactEvent(2)], startedAt + 1);
    expect(same.json).toEqual({ stored: 0, repeated: 1, ignored: 0, unreadable: 0 });
    expect(later.json).toEqual({ stored: 1, repeated: 1, ignored: 0, unreadable: 0 });
    expect(await storedEvents(edge)).toBe(2);
  });

  test('for portals without the app, for another app or for none is counted, answered and not stored', async () => {
    const answer = await deliver([
      contactEvent(1),
      contactEvent(2, { portal: otherPortalId }),
      contactEvent(3, { app: appId + 1 }),
      contactEvent(4, { app: null }),
    ]);
    expect(answer.status).toBe(200);
    expect(answer.json).toEqual({ stored: 1, repeated: 0, ignored: 3, unreadable: 0 });
    const { text } = await edge.metrics.write();
    expect(text).toContain('signalbox_webhook_events_total{consequence="otherPortal"} 1');
    expect(text).toContain('signalbox_webhook_events_total{consequence="otherApp"} 2');
    expect(text).toContain('signalbox_webhook_events_total{consequence="fresh"} 1');
    expect(text).toContain('signalbox_webhook_events_total{consequence="route"} 1');
  });

  test('is no longer stored once the app was uninstalled', async () => {
    await edge.store.markUninstalled(portalId, startedAt);
    expect((await deliver([contactEvent(1)])).json).toMatchObject({ stored: 0, ignored: 1 });
    expect(await storedEvents(edge)).toBe(0);
  });

  test('that privacy law deleted a person is stored where the app was uninstalled, and never for a portal nobody knows', async () => {
    await edge.store.markUninstalled(portalId, startedAt);
    const erased = (eventId: number, portal: number): object => {
      const {
        propertyName: _name,
        propertyValue: _value,
        ...event
      } = contactEvent(eventId, { portal }) as {
        readonly propertyName: string;
        readonly propertyValue: string;
      };
      return { ...event, subscriptionType: 'contact.privacyDeletion' };
    };
    const answer = await deliver([contactEvent(1), erased(2, portalId), erased(3, otherPortalId)]);
    expect(answer.json).toMatchObject({ stored: 1, ignored: 2, unreadable: 0 });
    const kept = await edge.database.query<{ event: { kind: string; portalId: number } }>(
      'select event from webhook_event',
    );
    expect(kept.map(({ event }) => [event.kind, event.portalId])).toEqual([['privacyDeletion', portalId]]);
  });

  test('with an unreadable event loses no other', async () => {
    const answer = await deliver([contactEvent(1), { nonsense: email }, contactEvent(2)]);
    expect(answer.status).toBe(200);
    expect(answer.json).toEqual({ stored: 2, repeated: 0, ignored: 0, unreadable: 1 });
  });

  test('that is empty is answered', async () => {
    expect((await deliver([])).json).toEqual({ stored: 0, repeated: 0, ignored: 0, unreadable: 0 });
  });
});

describe('A delivery that is not from HubSpot', () => {
  test.each([
    ['has no signature', () => edge.send({ method: 'POST', path, headers: json, body: '[]' }), 'HSW001'],
    [
      'is signed by another secret',
      () =>
        deliver(
          [contactEvent(1)],
          startedAt,
          signedHeaders('POST', path, JSON.stringify([contactEvent(1)]), startedAt, 'x'.repeat(36)),
        ),
      'HSW003',
    ],
    [
      'is signed for another address',
      () => deliver('[]', startedAt, signedHeaders('POST', `${path}/`, '[]', startedAt)),
      'HSW003',
    ],
    [
      'is signed for another method',
      () => deliver('[]', startedAt, signedHeaders('GET', path, '[]', startedAt)),
      'HSW003',
    ],
    [
      'has another body than was signed',
      () => deliver('[ ]', startedAt, signedHeaders('POST', path, '[]', startedAt)),
      'HSW003',
    ],
    ['was signed more than five minutes ago', () => deliver([contactEvent(1)], startedAt - 300_001), 'HSW002'],
    ['is dated more than five minutes ahead', () => deliver([contactEvent(1)], startedAt + 300_001), 'HSW002'],
    ['has an instant that is none', () => deliver('[]', startedAt, { 'x-hubspot-request-timestamp': 'NaN' }), 'HSW001'],
    [
      'has only a signature of version 1',
      () =>
        edge.send({
          method: 'POST',
          path,
          headers: { ...json, 'x-hubspot-signature': 'a'.repeat(64), 'x-hubspot-signature-version': 'v1' },
          body: '[]',
        }),
      'HSW001',
    ],
  ])('because it %s is refused, counted and logged, and nothing is stored', async (_, send, code) => {
    const answer = await send();
    expect(answer.status).toBe(401);
    expect(answer.json['code']).toBe(code);
    expect(await storedEvents(edge)).toBe(0);
    expect(edge.lines.filter((line) => line.includes('does not hold'))).toHaveLength(1);
    expect((await edge.metrics.write()).text).toMatch(/signalbox_forged_requests_total\{reason="\w+"\} 1/);
  });

  test('because it carries version 2 only is refused too, even a true one', async () => {
    const { createHash } = await import('node:crypto');
    const signature = createHash('sha256')
      .update(`12345678-abcd-abcd-abcd-1234567890abPOSThttps://signalbox.example.com${path}[]`)
      .digest('hex');
    const headers = { ...json, 'x-hubspot-signature': signature, 'x-hubspot-signature-version': 'v2' };
    expect((await edge.send({ method: 'POST', path, headers, body: '[]' })).status).toBe(401);
  });
});

describe('A signed delivery that is hostile all the same', () => {
  test.each([
    ['malformed JSON', '[{"a":', 'HSW004'],
    ['nothing', '', 'HSW004'],
    ['33 levels', `${'['.repeat(34)}${']'.repeat(34)}`, 'HSW005'],
    ['half a million levels', `${'['.repeat(500_000)}${']'.repeat(500_000)}`, 'HSW005'],
    ['a key that changes all objects', '[{"__proto__":{"isAdmin":true}}]', 'HSW006'],
    ['the same key in other letters', '[{"\\u005f_proto__":{"isAdmin":true}}]', 'HSW006'],
    ['a constructor with a prototype', '[{"constructor":{"prototype":{"isAdmin":true}}}]', 'HSW006'],
    ['no list', '{"events":[]}', 'HSW014'],
    ['a list without end', JSON.stringify(Array.from({ length: 1001 }, () => 1)), 'HSW014'],
  ])('by %s is refused and nothing is stored', async (_, body, code) => {
    const answer = await deliver(body);
    expect(answer.status).toBe(400);
    expect(answer.json['code']).toBe(code);
    expect(await storedEvents(edge)).toBe(0);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  test('by bytes that are no UTF-8 is refused', async () => {
    const payload = Buffer.from([0x5b, 0x22, 0xff, 0x22, 0x5d]);
    const headers = { ...json, ...signedHeaders('POST', path, payload, startedAt) };
    const answer = await edge.send({ method: 'POST', path, headers, body: payload });
    expect([answer.status, answer.json['code']]).toEqual([400, 'HSW004']);
  });

  test('by more than a megabyte is refused before anything is read', async () => {
    const answer = await deliver(`["${'x'.repeat(1_048_576)}"]`);
    expect([answer.status, answer.json['code']]).toEqual([413, 'HSW007']);
  });

  test.each([
    [{ 'content-type': 'text/plain' }],
    [{ 'content-type': 'application/x-www-form-urlencoded' }],
    [{ 'content-encoding': 'gzip' }],
  ])('in another form, %j, is refused', async (form) => {
    const answer = await deliver('[]', startedAt, form);
    expect([answer.status, answer.json['code']]).toEqual([415, 'HSW008']);
  });

  test('by one byte less than a megabyte is read', async () => {
    const body = `["${'x'.repeat(1_048_576 - 4)}"]`;
    expect(Buffer.byteLength(body)).toBe(1_048_576);
    expect((await deliver(body)).json).toMatchObject({ unreadable: 1 });
  });
});

describe('A server whose database is away', () => {
  test('asks HubSpot to send the delivery again', async () => {
    const failing = await startEdge({
      ports: { acceptEvents: () => Promise.reject(new Error(`${email} is in the way`)) },
    });
    const payload = JSON.stringify([contactEvent(1)]);
    const answer = await failing.send({
      method: 'POST',
      path,
      headers: { ...json, ...signedHeaders('POST', path, payload, startedAt) },
      body: payload,
    });
    expect(answer.status).toBe(503);
    expect(answer.headers['retry-after']).toBe('5');
    expect(answer.json).toMatchObject({ code: 'HSW013' });
    expect(answer.text).not.toContain('in the way');
    expect(failing.lines.join('')).toContain('[e-mail] is in the way');
    await failing.close();
  });

  test('does so too where the database does not answer at all', async () => {
    let answerLate: (accepted: AcceptedEvents) => void = () => undefined;
    const hanging = await startEdge({
      ports: { acceptEvents: () => new Promise((resolve) => (answerLate = resolve)) },
    });
    const payload = JSON.stringify([contactEvent(1)]);
    const answer = await hanging.send({
      method: 'POST',
      path,
      headers: { ...json, ...signedHeaders('POST', path, payload, startedAt) },
      body: payload,
    });
    expect(answer.status).toBe(503);
    expect(answer.headers['retry-after']).toBe('5');
    answerLate({ fresh: 1, counts: new Map() });
    await hanging.close();
  }, 10_000);
});
