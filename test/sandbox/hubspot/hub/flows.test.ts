import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ana, bodyOf, startHubWithApp, type HubWithApp } from './hub-with-app.ts';
import { PrivateProject } from './private-project.ts';

const person = { sourceType: 'CRM_UI', sourceId: 'userId:7', userId: 7 };

let hub: HubWithApp;
let token: string;

beforeEach(async () => {
  hub = await startHubWithApp('pro');
  token = (await hub.connect()).access_token;
});
afterEach(() => hub.close());

const read = async (where: string): Promise<Record<string, unknown>> => bodyOf(await hub.call('GET', where, token));
const flow = (workflowId: number) => read(`/automation/v4/flows/${workflowId}`);
const owner = (place: number): string => hub.portal.users[place]!.ownerId;

async function create(): Promise<string> {
  const { id } = hub.portal.records.createRecord('contacts', { lastname: 'Lee' }, person);
  await hub.hubSpot.settled();
  return hub.portal.records.findRecord('contacts', id)!.value('hubspot_owner_id') ?? '';
}

describe('the workflows of a portal', () => {
  test('are listed page by page, with whether they are on', async () => {
    const add = (name: string, isEnabled: boolean, objectType: string) =>
      hub.hubSpot.addWorkflow(hub.portal.portalId, {
        name,
        isEnabled,
        objectType,
        enrolOn: { creation: true },
        steps: [],
      }).workflowId;
    const [first, second] = [add('Assign', true, 'contact'), add('Old', false, 'company')];
    hub.hubSpot.addPortal({ tier: 'pro' });
    const page = await read('/automation/v4/flows?limit=1');
    expect(page).toEqual({
      results: [
        {
          id: String(first),
          name: 'Assign',
          flowType: 'WORKFLOW',
          isEnabled: true,
          objectTypeId: '0-1',
          revisionId: '1',
          createdAt: expect.any(String),
          updatedAt: expect.any(String),
        },
      ],
      paging: { next: { after: String(first) } },
    });
    const next = await read(`/automation/v4/flows?limit=1&after=${first}`);
    expect(next).toMatchObject({ results: [{ id: String(second), isEnabled: false, objectTypeId: '0-2' }] });
    expect(next).not.toHaveProperty('paging');
    hub.hubSpot.workflows.setEnabled(hub.portal.portalId, first, false);
    expect(await flow(first)).toMatchObject({ isEnabled: false, revisionId: '2', type: 'CONTACT_FLOW' });
    expect((await hub.call('GET', '/automation/v4/flows/1', token)).status).toBe(404);
  });

  test('are described by their actions and what enrols', async () => {
    const { workflowId } = hub.hubSpot.addWorkflow(hub.portal.portalId, {
      objectType: 'contact',
      enrolOn: { property: 'lifecyclestage', value: 'lead' },
      isReenrolling: true,
      steps: [
        { action: 'route', inputs: { pool: { value: 'east' }, company: { property: 'company' } } },
        { set: 'hubspot_owner_id', to: { output: 'owner_id', ofStep: 0 } },
        { waitMillis: 5 * 60_000 },
        { rotateAmong: hub.portal.users.map(({ userId }) => userId), overwrites: true },
      ],
    });
    const { definitionId } = hub.app.actions[0]!;
    const users = hub.portal.users.map(({ userId }) => String(userId));
    const described = await flow(workflowId);
    const single = { type: 'SINGLE_CONNECTION', actionTypeVersion: 0 };
    const to = (nextActionId: string) => ({ connection: { edgeType: 'STANDARD', nextActionId } });
    expect(described).toMatchObject({ startActionId: '1', nextAvailableActionId: '5' });
    expect(described['actions']).toEqual([
      {
        ...single,
        actionId: '1',
        actionTypeId: `1-${definitionId}`,
        actionTypeVersion: 1,
        fields: {
          pool: { type: 'STATIC_VALUE', staticValue: 'east' },
          company: { type: 'OBJECT_PROPERTY', propertyName: 'company' },
        },
        ...to('2'),
      },
      {
        ...single,
        actionId: '2',
        actionTypeId: '0-5',
        fields: {
          property_name: 'hubspot_owner_id',
          association: {},
          value: { type: 'FIELD_DATA', actionId: '1', dataKey: 'owner_id' },
        },
        ...to('3'),
      },
      { ...single, actionId: '3', actionTypeId: '0-1', fields: { delta: '5', time_unit: 'MINUTES' }, ...to('4') },
      {
        ...single,
        actionId: '4',
        actionTypeId: '0-11',
        fields: { user_ids: users, target_property: 'hubspot_owner_id', overwrite_current_owner: 'true' },
      },
    ]);
    expect(described['enrollmentCriteria']).toMatchObject({
      type: 'EVENT_BASED',
      shouldReEnroll: true,
      eventFilterBranches: [
        {
          filters: [{ property: 'hs_name', operation: { value: 'lifecyclestage' } }, { operation: { value: 'lead' } }],
        },
      ],
    });
  });

  test('say what code they hold', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'stand-in-code-'));
    const codeFile = path.join(folder, 'code.js');
    writeFileSync(codeFile, 'exports.main = async () => 1;');
    const project = new PrivateProject(['automation']);
    const portal = hub.hubSpot.addPortal({ tier: 'pro', hubs: { data: 'pro' }, users: [ana] });
    const own = hub.hubSpot.uploadProject(project.folder, {}, null, portal.portalId);
    const { accessToken } = await hub.hubSpot.install(portal.portalId, own.appId);
    const { workflowId } = hub.hubSpot.addWorkflow(portal.portalId, {
      objectType: 'contact',
      enrolOn: { manual: true },
      steps: [{ codeFile, inputs: { a: { value: 'x' } }, outputs: ['b'], secrets: ['KEY'] }],
    });
    const described = await bodyOf(await hub.call('GET', `/automation/v4/flows/${workflowId}`, accessToken!));
    expect(described['actions']).toEqual([
      {
        actionId: '1',
        type: 'CUSTOM_CODE',
        runtime: 'NODE20X',
        secretNames: ['KEY'],
        sourceCode: 'exports.main = async () => 1;',
        inputFields: [{ name: 'a', value: { type: 'STATIC_VALUE', staticValue: 'x' } }],
        outputFields: [{ name: 'b', type: 'STRING' }],
      },
    ]);
    rmSync(folder, { recursive: true });
    project.remove();
  });

  test('are read many at once, by their ids', async () => {
    const add = () =>
      hub.hubSpot.addWorkflow(hub.portal.portalId, { objectType: 'contact', enrolOn: { manual: true }, steps: [] });
    const [one, two] = [add(), add(), add()];
    const ask = (inputs: unknown) => hub.call('POST', '/automation/v4/flows/batch/read', token, { inputs });
    const ids = [one, two].map(({ workflowId }) => String(workflowId));
    const answer = await bodyOf(await ask(ids.map((flowId) => ({ flowId, type: 'FLOW_ID' }))));
    expect(answer).toMatchObject({ status: 'COMPLETE', results: ids.map((id) => ({ id, actions: [] })) });
    expect((await ask(ids.map((id) => ({ id })))).status).toBe(400);
  });

  test('are hidden from an app without the scope', async () => {
    const { url } = await hub.hubSpot.install(hub.portal.portalId, hub.app.appId, { optionalScopes: [] });
    const answer = await hub.post('/oauth/v1/token', {
      client_id: hub.app.clientId,
      client_secret: hub.app.clientSecret,
      grant_type: 'authorization_code',
      redirect_uri: hub.app.redirectUrls[0]!,
      code: new URL(url).searchParams.get('code')!,
    });
    const poorer = String((await bodyOf(answer))['access_token']);
    const refused = await hub.call('GET', '/automation/v4/flows', poorer);
    expect([refused.status, (await bodyOf(refused))['category']]).toEqual([403, 'MISSING_SCOPES']);
  });
});

describe('HubSpot’s own rotation', () => {
  const rotate = (overwrites = false, isEnabled = true) =>
    hub.hubSpot.addWorkflow(hub.portal.portalId, {
      objectType: 'contact',
      enrolOn: { creation: true },
      isEnabled,
      steps: [{ rotateAmong: hub.portal.users.map(({ userId }) => userId), overwrites }],
    });

  test('gives records to each user in turn, whether they are there or not', async () => {
    rotate();
    expect([await create(), await create(), await create()]).toEqual([owner(0), owner(1), owner(0)]);
  });

  test('keeps an owner unless it is to overwrite', async () => {
    rotate();
    const properties = { lastname: 'Mia', hubspot_owner_id: owner(1) };
    const { id } = hub.portal.records.createRecord('contacts', properties, person);
    await hub.hubSpot.settled();
    const value = (): string => hub.portal.records.findRecord('contacts', id)!.value('hubspot_owner_id')!;
    expect(value()).toBe(owner(1));
    const { workflowId } = rotate(true, false);
    await hub.hubSpot.runWorkflow(hub.portal.portalId, workflowId, id);
    expect(value()).toBe(owner(0));
  });

  test('does nothing while its workflow is off', async () => {
    rotate(false, false);
    expect(await create()).toBe('');
  });

  test('is refused among strangers or nobody', () => {
    for (const rotateAmong of [[], [1]]) {
      const add = (): unknown =>
        hub.hubSpot.addWorkflow(hub.portal.portalId, {
          objectType: 'contact',
          enrolOn: { creation: true },
          steps: [{ rotateAmong }],
        });
      expect(add).toThrow(expect.objectContaining({ code: 'WFL005' }));
    }
  });
});
