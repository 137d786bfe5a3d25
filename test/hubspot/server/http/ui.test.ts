import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { rights } from '../../../../hubspot/handlers/ui/right.ts';
import type { UiCaller } from '../../../../hubspot/handlers/ui/ui-answer.ts';
import { uiCalls, type UiCallName } from '../../../../hubspot/handlers/ui/ui-calls.ts';
import { closeTables, openTables } from '../installing/embedded-tables.ts';
import {
  appId,
  email,
  otherPortalId,
  portalId,
  signedHeaders,
  startedAt,
  startEdge,
  uiAddress,
  type Edge,
} from './edge.ts';
import { send, type Answered } from './send.ts';

const hash = 'ab'.repeat(32);
let edge: Edge;

beforeAll(openTables, 60_000);
afterAll(closeTables);

beforeEach(async () => {
  edge = await startEdge();
});

afterEach(async () => {
  expect(edge.lines.join('')).not.toContain(email);
  expect(edge.lines.join('')).not.toContain(encodeURIComponent(email));
  await edge.close();
});

function get(path: string, at = startedAt, to = edge): Promise<Answered> {
  return to.send({ method: 'GET', path, headers: signedHeaders('GET', path, '', at) });
}

function post(path: string, body: unknown, at = startedAt, to = edge): Promise<Answered> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const headers = { 'content-type': 'application/json', ...signedHeaders('POST', path, text, at) };
  return to.send({ method: 'POST', path, headers, body: text });
}

describe('A call of a card or of the settings', () => {
  test.each([
    ['/ui/card', { contactId: '51' }, 'card'],
    ['/ui/rules/draft', {}, 'draft'],
    ['/ui/rules/revisions', {}, 'revisions'],
    ['/ui/decisions', { contactId: '51', most: '10' }, 'decisions'],
    ['/ui/alerts', {}, 'alerts'],
    ['/ui/status', {}, 'status'],
  ])('%s is answered when HubSpot signed it', async (path, query, name) => {
    const answer = await get(uiAddress(path, query));
    expect([answer.status, answer.json]).toEqual([200, { name }]);
    expect(edge.calls).toEqual([name]);
  });

  test('says who calls by the signed query alone', async () => {
    const callers: [UiCaller, object][] = [];
    const asked = await startEdge({
      ui: {
        card: (caller, input) => {
          callers.push([caller, input]);
          return Promise.resolve({ state: 'answered', content: {} as never });
        },
      },
    });
    await get(uiAddress('/ui/card', { contactId: '51' }), startedAt, asked);
    expect(callers).toEqual([[{ portalId, userId: '7', userEmail: email }, { contactId: '51' }]]);
    await asked.close();
  });

  test('keeps the limits of a list of decisions', async () => {
    expect((await get(uiAddress('/ui/decisions', { most: '101' }))).status).toBe(400);
    expect((await get(uiAddress('/ui/decisions', { from: '-1' }))).status).toBe(400);
    expect((await get(uiAddress('/ui/decisions', { contactId: '1 or 1=1' }))).status).toBe(400);
    expect(edge.calls).toEqual([]);
  });

  test('answers with headers that keep it out of caches, frames and guesses', async () => {
    const { headers } = await get(uiAddress('/ui/status'));
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'strict-transport-security': 'max-age=63072000',
    });
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });
});

describe('A call that was tampered with', () => {
  test.each([
    ['another portal', (path: string) => path.replace(String(portalId), String(otherPortalId))],
    ['another user', (path: string) => path.replace('userId=7', 'userId=8')],
    ['another contact', (path: string) => path.replace('contactId=51', 'contactId=52')],
    ['something more', (path: string) => `${path}&x=1`],
    ['another order', (path: string) => path.replace(/contactId=51&(.*)/, '$1&contactId=51')],
    ['a slash at the end', (path: string) => path.replace('/ui/card?', '/ui/card/?')],
    ['two slashes', (path: string) => path.replace('/ui/card?', '//ui/card?')],
    ['other letters', (path: string) => path.replace('/ui/card?', '/UI/card?')],
    ['an encoded slash', (path: string) => path.replace('/ui/card?', '/ui%2Fcard?')],
    ['an encoded question mark', (path: string) => path.replace('/ui/card?', '/ui/card%3F')],
  ])('by %s is refused', async (_, tamper) => {
    const signed = uiAddress('/ui/card', { contactId: '51' });
    const answer = await edge.send({
      method: 'GET',
      path: tamper(signed),
      headers: signedHeaders('GET', signed, '', startedAt),
    });
    expect([401, 404]).toContain(answer.status);
    expect(['HSW003', 'HSW009']).toContain(answer.json['code']);
    expect(edge.calls).toEqual([]);
  });

  test('by a second signature or a second instant is refused, whichever comes first', async () => {
    const path = uiAddress('/ui/status');
    const good = signedHeaders('GET', path, '', startedAt);
    for (const name of Object.keys(good)) {
      for (const values of [
        [good[name]!, '1'],
        ['1', good[name]!],
        [good[name]!, good[name]!],
      ]) {
        const answer = await edge.send({ method: 'GET', path, headers: { ...good, [name]: values } });
        expect([answer.status, answer.json['code']]).toEqual([401, 'HSW001']);
      }
    }
    expect(edge.calls).toEqual([]);
  });

  test('by an address with a host is refused', async () => {
    const path = uiAddress('/ui/status');
    const headers = { ...signedHeaders('GET', path, '', startedAt), host: 'elsewhere.example' };
    const whole = await edge.send({ method: 'GET', path: `http://elsewhere.example${path}`, headers });
    expect([401, 404]).toContain(whole.status);
    const ownHost = await edge.send({
      method: 'GET',
      path,
      headers: { ...headers, 'x-forwarded-host': 'elsewhere.example' },
    });
    expect(ownHost.status).toBe(200);
  });
});

describe('A signed call of somebody else', () => {
  test('from a portal without the app is refused', async () => {
    const answer = await get(uiAddress('/ui/status').replace(String(portalId), String(otherPortalId)));
    expect([answer.status, answer.json['code']]).toEqual([403, 'HSW016']);
  });

  test('from a portal that removed the app is refused', async () => {
    await edge.store.markUninstalled(portalId, startedAt);
    expect((await get(uiAddress('/ui/status'))).status).toBe(403);
  });

  test('for another app is refused', async () => {
    const answer = await get(uiAddress('/ui/status').replace(`appId=${String(appId)}`, 'appId=100'));
    expect([answer.status, answer.json['code']]).toEqual([403, 'HSW015']);
  });

  test.each([
    ['no portal', (path: string) => path.replace(/&portalId=\d+/, '')],
    ['two portals', (path: string) => `${path}&portalId=${String(otherPortalId)}`],
    ['two users', (path: string) => `userId=9&${path}`.replace(/^userId=9&(.*)\?/, '$1?userId=9&')],
    ['a portal that is no number', (path: string) => path.replace(`portalId=${String(portalId)}`, 'portalId=4711e0')],
  ])('with %s is refused', async (_, change) => {
    const answer = await get(change(uiAddress('/ui/status')));
    expect([answer.status, answer.json['code']]).toEqual([400, 'HSW022']);
    expect(edge.calls).toEqual([]);
  });

  test('for a record of another portal looks like one that is not there, and is counted', async () => {
    const foreign = await startEdge({
      ui: { card: () => Promise.resolve({ state: 'notFound', isOfAnotherPortal: true }) },
    });
    const answer = await get(uiAddress('/ui/card', { contactId: '51' }), startedAt, foreign);
    expect([answer.status, answer.json['code']]).toEqual([404, 'HSW017']);
    expect(answer.text).not.toContain('portal"');
    expect((await foreign.metrics.write()).text).toContain('signalbox_foreign_records_total 1');
    await foreign.close();
  });
});

/** A good input of each call. */
const inputs: { readonly [Name in UiCallName]: Readonly<Record<string, unknown>> } = {
  access: {},
  card: { contactId: '51' },
  decide: { contactId: '51' },
  handBack: { contactId: '51', words: 'not mine' },
  report: { contactId: '51', about: 'score', words: 'too high' },
  status: {},
  setup: {},
  fields: {},
  workflows: {},
  users: {},
  alerts: {},
  decisions: {},
  draft: {},
  saveDraft: { rows: [], version: 'v' },
  dryRun: { rows: null, most: 10 },
  learning: {},
  startLearning: {},
  cancelLearning: {},
  learningPage: { hash, after: null },
  draftLearned: { rows: [], version: 'v', words: 'learned' },
  publish: { draftHash: hash },
  revisions: {},
  revision: { hash },
  rollBack: { hash },
  grants: {},
  setGrants: { grants: [] },
  uninstall: { uninstall: true },
  signIn: { email: 'a@b.example', code: null },
};

const names = (Object.keys(uiCalls) as UiCallName[]).filter((name) =>
  (uiCalls[name].editions as readonly string[]).includes('marketplace'),
);

function callOf(name: UiCallName, to: Edge): Promise<Answered> {
  const { kind, path } = uiCalls[name];
  return kind === 'read'
    ? get(uiAddress(path, inputs[name] as Record<string, string>), startedAt, to)
    : post(uiAddress(path), inputs[name], startedAt, to);
}

describe('Every call', () => {
  test.each(names)('%s reaches its port with the right that it needs alone, and without it nothing', async (name) => {
    const { needs } = uiCalls[name];
    const granted = rights.filter((right) => right === needs);
    const may = await startEdge({ rights: granted, isWorker: needs === 'worker' });
    expect([(await callOf(name, may)).status, may.calls]).toEqual([200, [name]]);
    await may.close();
    if (needs === 'anybody') return;
    const others = rights.filter((right) => right !== needs);
    const mayNot = await startEdge({ rights: needs === 'worker' ? [] : others, isWorker: false });
    const refused = await callOf(name, mayNot);
    expect([refused.status, refused.json['code'], mayNot.calls]).toEqual([403, 'HSW019', []]);
    await mayNot.close();
  });

  test('that is for another edition is not there', async () => {
    expect((await callOf('signIn', edge)).status).toBe(404);
  });
});

describe('A call that uninstalls the app', () => {
  const path = uiAddress('/ui/uninstall');

  test('is done once, for the portal that signed it', async () => {
    const callers: UiCaller[] = [];
    const asked = await startEdge({
      ui: {
        uninstall: (caller) => {
          callers.push(caller);
          return Promise.resolve({ state: 'answered', content: { isHubSpotTold: true } });
        },
      },
    });
    const answers = [];
    for (let times = 0; times < 2; times += 1) {
      answers.push(await post(path, { uninstall: true }, startedAt, asked));
    }
    expect(answers.map(({ status, json }) => [status, json['isHubSpotTold'], json['code']])).toEqual([
      [200, true, undefined],
      [409, undefined, 'HSW018'],
    ]);
    expect(callers.map((caller) => caller.portalId)).toEqual([portalId]);
    await asked.close();
  });

  test('is refused unless it is signed, a POST, of an installed portal, and says so in its body', async () => {
    const unsigned = await edge.send({
      method: 'POST',
      path,
      headers: { 'content-type': 'application/json' },
      body: '{"uninstall":true}',
    });
    expect(unsigned.status).toBe(401);
    expect((await get(path)).status).toBe(404);
    for (const body of [{}, { uninstall: false }, { uninstall: true, portalId: otherPortalId }]) {
      expect((await post(path, body)).status).toBe(400);
    }
    await edge.store.markUninstalled(portalId, startedAt);
    expect((await post(path, { uninstall: true })).json['code']).toBe('HSW016');
    expect(edge.calls).toEqual([]);
  });
});

describe('A call that changes the rules', () => {
  test('is done once, however often it is sent', async () => {
    const path = uiAddress('/ui/rules/publish');
    const answers = [await post(path, { draftHash: hash }), await post(path, { draftHash: hash })];
    expect(answers.map(({ status, json }) => [status, json['code']])).toEqual([
      [200, undefined],
      [409, 'HSW018'],
    ]);
    const later = await post(path, { draftHash: hash }, startedAt + 1);
    expect(later.status).toBe(200);
    expect(edge.calls).toEqual(['publish', 'publish']);
  });

  test('is done once also where both arrive at the same time', async () => {
    const path = uiAddress('/ui/rules/roll-back');
    const answers = await Promise.all([post(path, { hash }), post(path, { hash }), post(path, { hash })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(edge.calls).toEqual(['rollBack']);
  });

  test('may be sent again when it came to nothing', async () => {
    let times = 0;
    const failing = await startEdge({
      ui: {
        publish: () => {
          times += 1;
          if (times === 1) return Promise.reject(new Error(`broken for ${email}`));
          if (times === 2) return Promise.resolve({ state: 'unavailable', retryAfterSeconds: 3 });
          return Promise.resolve({ state: 'answered', content: {} as never });
        },
      },
    });
    const path = uiAddress('/ui/rules/publish');
    const answers = [];
    for (let each = 0; each < 4; each += 1) answers.push(await post(path, { draftHash: hash }, startedAt, failing));
    expect(answers.map(({ status }) => status)).toEqual([500, 503, 200, 409]);
    expect(answers[0]!.text).not.toMatch(/broken|stack|Error/);
    expect(answers[1]!.headers['retry-after']).toBe('3');
    expect(failing.lines.join('')).toContain('broken for [e-mail]');
    await failing.close();
  });

  test.each([
    ['a portal of its own', { draftHash: hash, portalId: otherPortalId }],
    ['no hash', {}],
    ['a hash that is none', { draftHash: 'live' }],
    ['a list', [hash]],
  ])('with %s in the body is refused without repeating it', async (_, body) => {
    const answer = await post(uiAddress('/ui/rules/publish'), body);
    expect([answer.status, answer.json['code']]).toEqual([400, 'HSW022']);
    expect(answer.text).not.toContain(String(otherPortalId));
    expect(edge.calls).toEqual([]);
  });

  test('lists the problems of rules that cannot be published', async () => {
    const problems = [{ code: 'POL014', about: 'rule row 3, destinationKey', found: '"Ana"', next: 'Choose one.' }];
    const refusing = await startEdge({
      ui: {
        publish: () => Promise.resolve({ state: 'refused', problems }),
        rollBack: () => Promise.resolve({ state: 'changedMeanwhile' }),
      },
    });
    const refused = await post(uiAddress('/ui/rules/publish'), { draftHash: hash }, startedAt, refusing);
    expect([refused.status, refused.json['problems']]).toEqual([422, problems]);
    const changed = await post(uiAddress('/ui/rules/roll-back'), { hash }, startedAt, refusing);
    expect([changed.status, changed.json['code']]).toEqual([409, 'HSW021']);
    await refusing.close();
  });
});

describe('Every other call', () => {
  test.each([
    ['GET', '/'],
    ['GET', '/ui'],
    ['GET', '/ui/rules/publish'],
    ['POST', '/ui/status'],
    ['GET', '/hubspot/webhooks'],
    ['DELETE', '/hubspot/webhooks'],
    ['OPTIONS', '/ui/status'],
    ['GET', '/.env'],
    ['GET', '/health/live/'],
    ['GET', '/%c0%ae%c0%ae/etc/passwd'],
  ])('%s %s says that there is nothing, as JSON with a next step', async (method, path) => {
    const answer = await send(edge.port, { method, path });
    expect([400, 404]).toContain(answer.status);
    expect(Object.keys(answer.json)).toEqual(['code', 'message', 'nextStep', 'requestId']);
  });
});
