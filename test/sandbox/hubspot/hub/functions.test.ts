import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ServerlessRequest } from '../../../../sandbox/hubspot/hub/functions/app-functions.ts';
import { usualFunctionOptions } from '../../../../sandbox/hubspot/hub/functions/function-runner.ts';
import type { HubPortal } from '../../../../sandbox/hubspot/hub/portals/hub-portal.ts';
import { startHubSpot, type StandInHubSpot } from '../../../../sandbox/hubspot/hub/stand-in-hubspot.ts';
import { ana } from './hub-with-app.ts';
import { PrivateProject } from './private-project.ts';

let now = Date.UTC(2026, 10, 21, 9);
let hubSpot: StandInHubSpot;
let project: PrivateProject;
let portal: HubPortal;

beforeEach(async () => {
  hubSpot = await startHubSpot({ seed: 7, now: () => now });
  project = new PrivateProject();
  portal = hubSpot.addPortal({ tier: 'enterprise', hubs: { content: 'enterprise' }, users: [ana] });
});
afterEach(async () => {
  await hubSpot.close();
  project.remove();
});

/** Uploads the project with a function of this code. */
async function deploy(code: string, config: object = {}, uid = 'f', into = portal): Promise<void> {
  project.addFunction(uid, code, config);
  const { appId } = hubSpot.uploadProject(project.folder, {}, null, into.portalId);
  await hubSpot.install(into.portalId, appId);
}

const ask = (request: ServerlessRequest = {}, name = 'f', at = portal): Promise<unknown> =>
  hubSpot.serverless(at.portalId, at.users[0]!.userId, name, request);
const lastRun = () => hubSpot.functions.runs.at(-1)!;

describe('a function that a card calls', () => {
  test('returns JSON and learns its parameters, the properties that were sent, and nobody’s name', async () => {
    await deploy(`exports.main = async (context) => ({ ...context, made: new Date(0), none: undefined });`);
    const { id } = portal.records.createRecord(
      'contacts',
      { email: 'lee@example.org' },
      { sourceType: 'CRM_UI', sourceId: null, userId: 1 },
    );
    const answer = await ask({
      parameters: { pool: 'east' },
      propertiesToSend: ['email', 'phone', 'unknown'],
      record: { objectTypeId: '0-1', objectId: id },
    });
    const { secrets, ...rest } = answer as { secrets: object };
    expect(rest).toEqual({
      parameters: { pool: 'east' },
      propertiesToSend: { email: 'lee@example.org', phone: null },
      made: '1970-01-01T00:00:00.000Z',
    });
    expect(Object.keys(secrets)).toEqual(['PRIVATE_APP_ACCESS_TOKEN']);
  });

  test('calls the portal with its app’s token', async () => {
    await deploy(`exports.main = async () => {
      const answer = await fetch(process.env.HUBSPOT_API_URL + '/crm/v3/objects/contacts', {
        method: 'POST',
        headers: { authorization: 'Bearer ' + process.env.PRIVATE_APP_ACCESS_TOKEN, 'content-type': 'application/json' },
        body: JSON.stringify({ properties: { email: 'mia@example.org' } }),
      });
      return answer.status;
    };`);
    expect(await ask()).toBe(201);
    expect(portal.records.findRecord('contacts', 'mia@example.org', 'email')).not.toBeNull();
  });

  test('sees the secrets that it names, each portal its own, and nothing else of this machine', async () => {
    const other = hubSpot.addPortal({ tier: 'enterprise', users: [ana] });
    portal.setSecret('KEY', 'one');
    portal.setSecret('OTHER', 'hidden');
    other.setSecret('KEY', 'two');
    const code = `exports.main = async () => ({ ...process.env });`;
    for (const each of [portal, other]) await deploy(code, { secretKeys: ['KEY', 'MISSING'] }, 'f', each);
    const seen = (await ask()) as Record<string, string>;
    expect(Object.keys(seen).toSorted()).toEqual(['HUBSPOT_API_URL', 'KEY', 'PRIVATE_APP_ACCESS_TOKEN']);
    expect(seen).toMatchObject({ KEY: 'one', HUBSPOT_API_URL: hubSpot.url });
    expect(await ask({}, 'f', other)).toMatchObject({ KEY: 'two' });
  });

  test('begins with cold modules, unless they are kept warm', async () => {
    await deploy(`let calls = 0; exports.main = async () => (calls += 1);`);
    expect([await ask(), await ask()]).toEqual([1, 1]);
    hubSpot.functions.set({ isKeptWarm: true });
    expect([await ask(), await ask(), await ask()]).toEqual([1, 2, 3]);
    hubSpot.functions.set({ isKeptWarm: false });
    expect(await ask()).toBe(1);
  });

  test('is another one after an upload with other code', async () => {
    await deploy(`exports.main = async () => 'old';`);
    expect(await ask()).toBe('old');
    await deploy(`exports.main = async () => 'new';`);
    expect(await ask()).toBe('new');
  });

  test('leaves what it says in the log, four kilobytes of it', async () => {
    await deploy(`exports.main = async () => { console.log('x'.repeat(5000)); console.error('end'); };`);
    expect(await ask()).toBeNull();
    expect(lastRun()).toMatchObject({ name: 'f', calledBy: 'userInterface', state: 'returned', exception: null });
    expect(lastRun().log).toBe('x'.repeat(usualFunctionOptions.logBytes));
  });

  test('must be one of the portal’s apps', async () => {
    await deploy(`exports.main = async () => 1;`);
    await expect(ask({}, 'unknown')).rejects.toMatchObject({ code: 'FNC001', status: 400 });
    const other = hubSpot.addPortal({ tier: 'enterprise', users: [ana] });
    await expect(ask({}, 'f', other)).rejects.toMatchObject({ code: 'FNC001' });
  });
});

describe('a function that fails', () => {
  const failing: [string, string, string][] = [
    ['throws', `exports.main = async () => { throw new TypeError('no pool'); };`, 'TypeError: no pool'],
    ['cannot be loaded', `require('./nothing.js');`, 'Cannot find module'],
    ['has no main', `exports.other = 1;`, 'customerPayload.main is not a function'],
    ['returns no JSON', `exports.main = async () => { const a = {}; a.a = a; return a; };`, 'Wrong arguments'],
    ['ends its process', `exports.main = async () => process.exit(3);`, 'Process exited with 3'],
    [
      'fails beside its answer',
      `exports.main = () => new Promise(() => setTimeout(() => { throw new Error('late'); }, 5));`,
      'late',
    ],
    ['returns more than 6 MB', `exports.main = async () => 'x'.repeat(6 * 1024 * 1024);`, 'larger than 6 MB'],
    [
      'takes more than its memory',
      `exports.main = async () => { const kept = []; for (;;) kept.push(new Array(1e5).fill(Math.random())); };`,
      'Out of memory',
    ],
  ];

  test.each(failing)('because it %s is told as HubSpot tells it', async (_how, code, exception) => {
    await deploy(code);
    const failed = ask();
    await expect(failed).rejects.toMatchObject({
      code: 'FNC002',
      status: 400,
      body: { status: 'error', category: 'VALIDATION_ERROR', subCategory: 'GenXExecutionErrorType.APP_ERROR' },
    });
    await expect(failed).rejects.toThrow(`The serverless function 'f' failed to execute:`);
    await expect(failed).rejects.toThrow(exception);
    expect(lastRun()).toMatchObject({ state: 'failed', exception: expect.stringContaining(exception) });
  });

  test.each([
    ['waits', `exports.main = () => new Promise(() => setInterval(() => undefined, 1000));`],
    ['never rests', `exports.main = async () => { console.log('on it'); for (;;); };`],
  ])('because it %s for too long is ended, which HubSpot does after ten seconds', async (_how, code) => {
    const { timeoutMillis } = usualFunctionOptions;
    expect(timeoutMillis.function).toBe(10_000);
    hubSpot.functions.set({ timeoutMillis: { ...timeoutMillis, function: 1500 } });
    await deploy(code);
    await expect(ask()).rejects.toThrow('Task timed out after 1.50 seconds');
    expect(lastRun().tookMillis).toBeGreaterThanOrEqual(1490);
    expect(lastRun().log).toBe(code.includes('on it') ? 'on it\n' : '');
  });
});

test('all code of an account together has ten minutes of time in a minute', async () => {
  await deploy(`exports.main = async () => new Promise((resolve) => setTimeout(resolve, 150));`);
  expect(usualFunctionOptions.executionSecondsPerMinute).toBe(600);
  hubSpot.functions.set({ executionSecondsPerMinute: 0.25 });
  await ask();
  await ask();
  await expect(ask()).rejects.toMatchObject({ code: 'FNC003', status: 429 });
  expect(lastRun().state).toBe('limited');
  const other = hubSpot.addPortal({ tier: 'enterprise', users: [ana] });
  await deploy(`exports.main = async () => 1;`, {}, 'f', other);
  expect(await ask({}, 'f', other)).toBe(1);
  now += 60_001;
  await ask();
});

test('an account has at most fifty secrets', () => {
  for (let each = 0; each < 50; each += 1) portal.setSecret(`S${each}`, 'x');
  portal.setSecret('S0', 'y');
  expect(() => portal.setSecret('S50', 'x')).toThrow(expect.objectContaining({ code: 'HUB005' }));
});

describe('a public function', () => {
  const endpoint = { endpoint: { path: 'in/events', methods: ['POST', 'GET'] } };
  const send = (method: string, query = '', body?: string, type = 'application/json'): Promise<Response> =>
    fetch(`${hubSpot.url}/hs/serverless/${portal.portalId}/in/events${query}`, {
      method,
      headers: { 'X-Own': 'yes', ...(body !== undefined && { 'content-type': type }) },
      ...(body !== undefined && { body }),
    });

  test('is called by anybody and learns method, headers, query and the JSON of the body', async () => {
    await deploy(`exports.main = async (context) => ({ body: context });`, endpoint);
    const answer = await send('POST', '?a=1&a=2&b=x%20y', '[{"eventId":1}]');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
    const seen = (await answer.json()) as { headers: Record<string, string> };
    expect(seen).toMatchObject({
      accountId: portal.portalId,
      method: 'POST',
      params: { a: ['1', '2'], b: ['x y'] },
      body: [{ eventId: 1 }],
    });
    expect(seen.headers['x-own']).toBe('yes');
    expect(seen).not.toHaveProperty('secrets');
    expect(lastRun()).toMatchObject({ calledBy: 'endpoint', state: 'returned' });
  });

  test('reads forms among the parameters, and no other kind of body', async () => {
    await deploy(`exports.main = async ({ params, body }) => ({ body: { params, body } });`, endpoint);
    const form = await send('POST', '?a=1', 'a=2&c=3', 'application/x-www-form-urlencoded');
    expect(await form.json()).toEqual({ params: { a: ['1', '2'], c: ['3'] }, body: null });
    for (const [body, type] of [
      ['{"a":', 'application/json'],
      ['{"a":1}', 'text/plain'],
    ] as const) {
      expect(await (await send('POST', '', body, type)).json()).toEqual({ params: {}, body: null });
    }
  });

  test('says its own status and headers', async () => {
    const code = `exports.main = async () => ({ statusCode: 202, body: '<p>yes</p>', headers: { 'Content-Type': 'text/html' } });`;
    await deploy(code, endpoint);
    const answer = await send('GET');
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
      202,
      'text/html',
      '<p>yes</p>',
    ]);
  });

  test('that fails answers 500 and says nothing of why; one that does not exist is not found', async () => {
    await deploy(`exports.main = async () => { throw new Error('secret thing'); };`, endpoint);
    const answer = await send('POST', '', '{}');
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('secret thing');
    expect((await send('DELETE')).status).toBe(405);
    expect((await fetch(`${hubSpot.url}/hs/serverless/${portal.portalId}/in/other`)).status).toBe(404);
    expect((await fetch(`${hubSpot.url}/hs/serverless/9/in/events`)).status).toBe(404);
    hubSpot.functions.set({ executionSecondsPerMinute: 0 });
    expect((await send('GET')).status).toBe(429);
  });
});
