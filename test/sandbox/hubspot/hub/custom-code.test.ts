import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { usualFunctionOptions } from '../../../../sandbox/hubspot/hub/functions/function-runner.ts';
import type { HubPortal } from '../../../../sandbox/hubspot/hub/portals/hub-portal.ts';
import { startHubSpot, type StandInHubSpot } from '../../../../sandbox/hubspot/hub/stand-in-hubspot.ts';
import type { CodeStep, WorkflowStep } from '../../../../sandbox/hubspot/hub/workflows/workflow.ts';
import { ana } from './hub-with-app.ts';
import { PrivateProject } from './private-project.ts';

const person = { sourceType: 'CRM_UI', sourceId: 'userId:7', userId: 7 };

let folder: string;
let hubSpot: StandInHubSpot;
let portal: HubPortal;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'stand-in-code-'));
  hubSpot = await startHubSpot({ seed: 7 });
  portal = hubSpot.addPortal({ tier: 'pro', hubs: { data: 'pro' }, users: [ana] });
  hubSpot.workflows.set({ retryScale: 0.000_1 });
});
afterEach(async () => {
  await hubSpot.close();
  rmSync(folder, { recursive: true });
});

function codeStep(code: string, more: Partial<CodeStep> = {}): CodeStep {
  const codeFile = path.join(folder, 'route.js');
  writeFileSync(codeFile, code);
  return { codeFile, ...more };
}

/** Lets a new contact go through a workflow and tells what became of it. */
async function run(...steps: WorkflowStep[]) {
  const { workflowId } = hubSpot.addWorkflow(portal.portalId, {
    objectType: 'contact',
    enrolOn: { manual: true },
    steps,
  });
  const { id } = portal.records.createRecord('contacts', { email: 'lee@example.org', company: 'Example' }, person);
  const done = await hubSpot.runWorkflow(portal.portalId, workflowId, id);
  return { id, workflowId, done, contact: portal.records.findRecord('contacts', id)! };
}

test('code learns record, inputs and secrets, and its outputs reach later steps', async () => {
  portal.setSecret('KEY', 'told');
  const step = codeStep(
    `exports.main = async (event, callback) => {
      console.log('for', event.object.objectId);
      callback({ outputFields: { seen: JSON.stringify({ event, key: process.env.KEY }), count: 7, other: 'x', none: null } });
    };`,
    {
      inputs: { company: { property: 'company' }, pool: { value: 'east' }, city: { property: 'city' } },
      outputs: ['seen', 'count', 'none'],
      secrets: ['KEY'],
    },
  );
  const { id, workflowId, done, contact } = await run(step, { set: 'jobtitle', to: { output: 'count', ofStep: 0 } });
  expect(done.steps[0]).toMatchObject({ state: 'succeeded', attempts: 1, reason: null });
  const { seen, ...outputs } = done.steps[0]!.outputs;
  expect(outputs).toEqual({ count: '7' });
  expect(JSON.parse(seen!)).toEqual({
    event: {
      origin: { portalId: portal.portalId, actionDefinitionId: workflowId },
      object: { objectType: 'CONTACT', objectId: Number(id) },
      inputFields: { company: 'Example', pool: 'east' },
      callbackId: `ap-${portal.portalId}-${done.runId}-0-0`,
    },
    key: 'told',
  });
  expect(contact.value('jobtitle')).toBe('7');
  expect(hubSpot.functions.runs.at(-1)).toMatchObject({ name: 'route.js', calledBy: 'workflow', log: `for ${id}\n` });
});

test('code changes records by the token of an app that is among its secrets', async () => {
  const project = new PrivateProject();
  const { appId } = hubSpot.uploadProject(project.folder, {}, null, portal.portalId);
  project.remove();
  const { accessToken } = await hubSpot.install(portal.portalId, appId);
  portal.setSecret('TOKEN', accessToken!);
  const step = codeStep(
    `exports.main = async (event, callback) => {
      const address = process.env.HUBSPOT_API_URL + '/crm/v3/objects/contacts/' + event.object.objectId;
      const headers = { authorization: 'Bearer ' + process.env.TOKEN, 'content-type': 'application/json' };
      await fetch(address, { method: 'PATCH', headers, body: JSON.stringify({ properties: { jobtitle: 'Boss' } }) });
      callback({ outputFields: {} });
    };`,
    { secrets: ['TOKEN'] },
  );
  const { contact } = await run(step);
  expect(contact.history('jobtitle')[0]).toMatchObject({ value: 'Boss', source: { sourceId: String(appId) } });
});

describe('code that fails', () => {
  test.each([
    ['of axios', `Object.assign(new Error('limit'), { response: { status: 429 } })`, 429],
    ['of HubSpot’s client', `Object.assign(new Error('down'), { code: 503 })`, 503],
  ])('with an error %s that passes is tried again, for three days and no longer', async (_whose, error, status) => {
    hubSpot.workflows.set({ retryScale: 0.000_000_1 });
    hubSpot.functions.set({ isKeptWarm: true });
    const { done } = await run(codeStep(`exports.main = async () => { throw ${error}; };`));
    expect(done.steps[0]).toMatchObject({ state: 'failed', status, reason: expect.stringContaining('Error: ') });
    expect(done.steps[0]!.attempts).toBeGreaterThan(10);
    expect(done.steps[0]!.attempts).toBeLessThan(25);
  });

  test('once and then succeeds has succeeded', async () => {
    hubSpot.functions.set({ isKeptWarm: true });
    const code = `let calls = 0;
      exports.main = async (event, callback) => {
        calls += 1;
        if (calls === 1) throw Object.assign(new Error('busy'), { response: { status: 500 } });
        callback({ outputFields: { calls } });
      };`;
    // A failure does not unload the module, as HubSpot does not either.
    const { done } = await run(codeStep(code, { outputs: ['calls'] }));
    expect(done.steps[0]).toMatchObject({ state: 'succeeded', attempts: 2, outputs: { calls: '2' } });
  });

  test.each([
    ['throws anything else', `exports.main = async () => { throw new TypeError('no pool'); };`, 'TypeError: no pool'],
    ['was refused', `exports.main = async () => { throw Object.assign(new Error('x'), { code: 400 }); };`, 'Error: x'],
    ['has no main', `exports.other = 1;`, 'TypeError: customerPayload.main is not a function'],
  ])('because it %s fails at once, and the next step comes all the same', async (_how, code, reason) => {
    const { done, contact } = await run(codeStep(code), { set: 'jobtitle', to: { value: 'After' } });
    expect(done.steps).toMatchObject([{ state: 'failed', attempts: 1, reason }, { state: 'succeeded' }]);
    expect(contact.value('jobtitle')).toBe('After');
  });

  test('to end is ended, which HubSpot does after twenty seconds', async () => {
    const { timeoutMillis } = usualFunctionOptions;
    expect(timeoutMillis.workflowCode).toBe(20_000);
    hubSpot.functions.set({ timeoutMillis: { ...timeoutMillis, workflowCode: 500 } });
    const { done } = await run(codeStep(`exports.main = async () => { for (;;); };`));
    expect(done.steps[0]).toMatchObject({ state: 'failed', attempts: 1, reason: 'Task timed out after 0.50 seconds' });
  });
});

test('code that never calls back has no outputs', async () => {
  const { done } = await run(codeStep(`exports.main = async () => 7;`, { outputs: ['x'] }));
  expect(done.steps[0]).toMatchObject({ state: 'succeeded', outputs: {} });
});

describe('code is refused', () => {
  const add = (step: CodeStep, into = portal): unknown =>
    hubSpot.addWorkflow(into.portalId, { objectType: 'contact', enrolOn: { creation: true }, steps: [step] });

  test('without Data Hub Professional', () => {
    const other = hubSpot.addPortal({ tier: 'enterprise', hubs: { data: 'starter' } });
    expect(() => add(codeStep(''), other)).toThrow(expect.objectContaining({ code: 'WFL001' }));
  });

  test('without its file, or with more than fifty inputs', () => {
    expect(() => add({ codeFile: path.join(folder, 'none.js') })).toThrow(expect.objectContaining({ code: 'WFL003' }));
    const inputs = Object.fromEntries(Array.from({ length: 51 }, (_, at) => [`i${at}`, { value: 'x' }]));
    expect(() => add(codeStep('', { inputs }))).toThrow(expect.objectContaining({ code: 'WFL005' }));
  });
});
