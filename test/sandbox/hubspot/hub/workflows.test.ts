import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Client, Signature } from '@hubspot/api-client';
import { readDuration } from '../../../../sandbox/hubspot/hub/workflows/read-duration.ts';
import type { NewWorkflow } from '../../../../sandbox/hubspot/hub/workflows/workflow.ts';
import { bodyOf, startHubWithApp, type HubWithApp } from './hub-with-app.ts';

let hub: HubWithApp;
let token: string;

beforeEach(async () => {
  hub = await startHubWithApp('pro');
  token = (await hub.connect()).access_token;
  hub.hubSpot.workflows.set({ retryScale: 0.001 });
});
afterEach(() => hub.close());

const routing: NewWorkflow = {
  objectType: 'contact',
  enrolOn: { creation: true },
  steps: [
    { action: 'route', inputs: { pool: { value: 'east' }, company: { property: 'company' } } },
    { set: 'hs_lead_status', to: { value: 'OPEN' } },
    { set: 'jobtitle', to: { output: 'reason', ofStep: 0 } },
  ],
};
const person = { sourceType: 'CRM_UI', sourceId: 'userId:7', userId: 7 };
const create = (): string =>
  hub.portal.records.createRecord('contacts', { email: 'lee@example.org', company: 'Example' }, person).id;
const contact = (id: string) => hub.portal.records.findRecord('contacts', id)!;
const actionCalls = () => hub.sample.requestsTo('/actions/route');
const lastRun = () => hub.hubSpot.workflows.runs.at(-1)!;
const answerWith = (outputFields: Record<string, unknown>): void => {
  hub.sample.answer = ({ path }) => ({ status: 200, body: path === '/actions/route' ? { outputFields } : {} });
};

test('a new contact goes through the action and the steps after it', async () => {
  answerWith({ owner_id: 7, reason: 'rule 3', unknown: 'x', hs_execution_state: 'SUCCESS' });
  const { workflowId } = hub.hubSpot.addWorkflow(hub.portal.portalId, routing);
  const id = create();
  await hub.hubSpot.settled();
  const { headers, body, url } = actionCalls()[0]!;
  expect(JSON.parse(body)).toEqual({
    callbackId: expect.stringMatching(/^ap-\d+-\d+-0-0$/),
    origin: {
      portalId: hub.portal.portalId,
      actionDefinitionId: hub.app.actions[0]!.definitionId,
      actionDefinitionVersion: 1,
    },
    context: { source: 'WORKFLOWS', workflowId },
    object: { objectId: Number(id), objectType: 'CONTACT', properties: { email: 'lee@example.org' } },
    inputFields: { pool: 'east', company: 'Example' },
    fields: { pool: 'east', company: 'Example' },
  });
  const options = { url, requestBody: body, clientSecret: hub.app.clientSecret, signature: '' };
  const timestamp = Number(headers['x-hubspot-request-timestamp']);
  expect(headers['x-hubspot-signature-v3']).toBe(Signature.getSignature('POST', 'v3', { ...options, timestamp }));
  expect(headers['x-hubspot-signature']).toBe(Signature.getSignature('POST', 'v2', options));
  expect(headers['x-hubspot-signature-version']).toBe('v2');
  expect(lastRun().steps.map(({ state }) => state)).toEqual(['succeeded', 'succeeded', 'succeeded']);
  expect(lastRun().steps[0]!.outputs).toEqual({ owner_id: '7', reason: 'rule 3' });
  expect(contact(id).history('jobtitle')[0]).toMatchObject({
    value: 'rule 3',
    source: { sourceType: 'AUTOMATION_PLATFORM', sourceId: `contact-flow-${workflowId}`, userId: null },
  });
});

describe('enrolment', () => {
  test('by a property happens at its change, once, unless the workflow enrols again', async () => {
    const enrolOn = { property: 'lifecyclestage', value: 'customer' };
    hub.hubSpot.addWorkflow(hub.portal.portalId, { ...routing, enrolOn });
    const id = create();
    const set = (stage: string): unknown =>
      hub.portal.records.updateRecord('contacts', id, { lifecyclestage: stage }, person);
    set('opportunity');
    await hub.hubSpot.settled();
    expect(actionCalls()).toHaveLength(0);
    for (const stage of ['customer', 'opportunity', 'customer']) {
      set(stage);
      await hub.hubSpot.settled();
    }
    expect(actionCalls()).toHaveLength(1);
    hub.hubSpot.addWorkflow(hub.portal.portalId, { ...routing, enrolOn, isReenrolling: true });
    for (const stage of ['opportunity', 'customer', 'opportunity', 'customer']) {
      set(stage);
      await hub.hubSpot.settled();
    }
    expect(actionCalls()).toHaveLength(3);
  });

  test('by hand works as often as somebody does it', async () => {
    const { workflowId } = hub.hubSpot.addWorkflow(hub.portal.portalId, { ...routing, enrolOn: { manual: true } });
    const id = create();
    const run = await hub.hubSpot.runWorkflow(hub.portal.portalId, workflowId, id);
    await hub.hubSpot.runWorkflow(hub.portal.portalId, workflowId, id);
    expect(run.state).toBe('done');
    expect(actionCalls()).toHaveLength(2);
  });
});

describe('an answer', () => {
  test('of FAIL_CONTINUE is a failure, and the next step comes all the same', async () => {
    answerWith({ hs_execution_state: 'FAIL_CONTINUE', reason: 'no pool' });
    hub.hubSpot.addWorkflow(hub.portal.portalId, routing);
    const id = create();
    await hub.hubSpot.settled();
    expect(lastRun().steps[0]).toMatchObject({ state: 'failed', status: 200 });
    expect(contact(id).value('hs_lead_status')).toBe('OPEN');
  });

  test('of 429 is tried again after as many seconds as it says', async () => {
    let calls = 0;
    hub.sample.answer = ({ path }) => {
      if (path !== '/actions/route') return { status: 200 };
      calls += 1;
      return calls < 3 ? { status: 429, headers: { 'retry-after': '100' } } : { status: 200 };
    };
    hub.hubSpot.addWorkflow(hub.portal.portalId, routing);
    const begun = performance.now();
    create();
    await hub.hubSpot.settled();
    expect(performance.now() - begun).toBeGreaterThanOrEqual(195);
    expect(lastRun().steps[0]).toMatchObject({ state: 'succeeded', attempts: 3 });
    const ids = actionCalls().map(({ body }) => (JSON.parse(body) as { callbackId: string }).callbackId);
    expect(new Set(ids).size).toBe(1);
  });

  test('of 5xx is tried again, for three days and no longer', async () => {
    hub.hubSpot.workflows.set({ retryScale: 0.000_000_1 });
    hub.sample.answer = ({ path }) => ({ status: path === '/actions/route' ? 500 : 200 });
    hub.hubSpot.addWorkflow(hub.portal.portalId, routing);
    create();
    await hub.hubSpot.settled();
    const { state, status, attempts } = lastRun().steps[0]!;
    expect({ state, status }).toEqual({ state: 'failed', status: 500 });
    expect(attempts).toBeGreaterThan(10);
    expect(attempts).toBeLessThan(25);
  });

  test('of 400 is a failure at once, unless HubSpot tries again as some have seen', async () => {
    hub.sample.answer = ({ path }) => ({ status: path === '/actions/route' ? 400 : 200 });
    const { workflowId } = hub.hubSpot.addWorkflow(hub.portal.portalId, routing);
    const id = create();
    await hub.hubSpot.settled();
    expect(lastRun().steps[0]).toMatchObject({ state: 'failed', status: 400, attempts: 1 });
    hub.hubSpot.workflows.set({ clientErrorRetries: 5, retryScale: 0.000_01 });
    await hub.hubSpot.runWorkflow(hub.portal.portalId, workflowId, id);
    expect(lastRun().steps[0]).toMatchObject({ state: 'failed', attempts: 6 });
  });

  test('that does not come in time is tried again', async () => {
    hub.hubSpot.workflows.set({ timeoutMillis: 60, retryScale: 0.000_01 });
    let isFirst = true;
    hub.sample.answer = async ({ path }) => {
      if (path === '/actions/route' && isFirst) {
        isFirst = false;
        await new Promise((resolve) => setTimeout(resolve, 150));
      }
      return { status: 200 };
    };
    hub.hubSpot.addWorkflow(hub.portal.portalId, routing);
    create();
    await hub.hubSpot.settled();
    expect(lastRun().steps[0]).toMatchObject({ state: 'succeeded', attempts: 2 });
  });
});

describe('a blocked action', () => {
  const block = async (duration = 'PT15M'): Promise<string> => {
    answerWith({ hs_execution_state: 'BLOCK', hs_expiration_duration: duration });
    hub.hubSpot.workflows.set({ retryScale: 1 });
    hub.hubSpot.addWorkflow(hub.portal.portalId, routing);
    create();
    await hub.hubSpot.settled();
    return hub.hubSpot.workflows.blocked.list()[0]!;
  };

  test('waits until the app completes it, and nobody waits for it', async () => {
    const callbackId = await block();
    expect(lastRun().state).toBe('blocked');
    const path = `/automation/actions/callbacks/2026-09/${callbackId}/complete`;
    const answer = await hub.call('POST', path, token, { outputFields: { reason: 'rule 9' }, typedOutputs: {} });
    expect(answer.status).toBe(204);
    await hub.hubSpot.settled();
    expect(lastRun()).toMatchObject({
      state: 'done',
      steps: [{ state: 'succeeded', outputs: { reason: 'rule 9' } }, {}, {}],
    });
    const again = await hub.call('POST', path, token, { outputFields: {} });
    expect(again.status).toBe(404);
  });

  test('is completed by HubSpot’s own client too, one or many', async () => {
    const callbackId = await block();
    const client = new Client({ accessToken: token, basePath: hub.hubSpot.url });
    await client.automation.actions.callbacksApi.completeBatch({
      inputs: [{ callbackId, outputFields: { hs_execution_state: 'FAIL_CONTINUE' } }],
    });
    await hub.hubSpot.settled();
    expect(lastRun()).toMatchObject({ state: 'done', steps: [{ state: 'failed' }, {}, {}] });
  });

  test('that nobody completes is over when its time is', async () => {
    await block('PT0.05S');
    await new Promise((resolve) => setTimeout(resolve, 120));
    await hub.hubSpot.settled();
    expect(lastRun()).toMatchObject({
      state: 'done',
      steps: [{ state: 'failed', reason: 'Nobody completed it in time.' }, {}, {}],
    });
  });

  test('cannot be completed without the scope', async () => {
    const callbackId = await block();
    const { url } = await hub.hubSpot.install(hub.portal.portalId, hub.app.appId, { optionalScopes: [] });
    const answer = await hub.post('/oauth/v1/token', {
      client_id: hub.app.clientId,
      client_secret: hub.app.clientSecret,
      grant_type: 'authorization_code',
      redirect_uri: hub.app.redirectUrls[0]!,
      code: new URL(url).searchParams.get('code')!,
    });
    const poorer = String((await bodyOf(answer))['access_token']);
    const refused = await hub.call('POST', `/automation/v4/actions/callbacks/${callbackId}/complete`, poorer, {});
    expect(refused.status).toBe(403);
    expect(await bodyOf(refused)).toMatchObject({ category: 'MISSING_SCOPES' });
  });
});

describe('a workflow that the portal cannot have', () => {
  test.each<[string, NewWorkflow]>([
    ['WFL002', { ...routing, objectType: 'spaceship' }],
    ['WFL003', { ...routing, steps: [{ action: 'unknown' }] }],
    [
      'WFL003',
      { ...routing, objectType: 'company', steps: [{ action: 'route', inputs: { pool: { value: 'east' } } }] },
    ],
    ['WFL004', { ...routing, enrolOn: { property: 'unknown' } }],
    ['WFL004', { ...routing, steps: [{ set: 'unknown', to: { value: '1' } }] }],
    ['WFL005', { ...routing, steps: [{ action: 'route', inputs: {} }] }],
    ['WFL005', { ...routing, steps: [{ set: 'jobtitle', to: { output: 'reason', ofStep: 0 } }] }],
  ])('is refused with %s', (code, workflow) => {
    expect(() => hub.hubSpot.addWorkflow(hub.portal.portalId, workflow)).toThrow(expect.objectContaining({ code }));
  });

  test('is any on a plan below pro', () => {
    const starter = hub.hubSpot.addPortal({ tier: 'starter' });
    expect(() => hub.hubSpot.addWorkflow(starter.portalId, { ...routing, steps: [] })).toThrow(
      expect.objectContaining({ code: 'WFL001' }),
    );
  });
});

test.each([
  ['PT15M', 900_000],
  ['P1DT2H', 93_600_000],
  ['P1W', 604_800_000],
  ['PT1.5S', 1500],
  ['P', null],
  ['PT', null],
  ['P1M', null],
  ['15', null],
])('the duration %s is %s milliseconds', (text, millis) => {
  expect(readDuration(text)).toBe(millis);
});
