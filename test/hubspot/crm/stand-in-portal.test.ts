import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { HubSpotCallsOptions } from '../../../hubspot/handlers/crm/calls/hubspot-calls.ts';
import type { Clock } from '../../../hubspot/handlers/crm/clock.ts';
import type { CrmRecord, PropertyDefinition, WriteOutcome } from '../../../hubspot/handlers/crm/crm.ts';
import { HubSpotCrm } from '../../../hubspot/handlers/crm/hubspot-crm.ts';
import { LocalCallBudget } from '../../../hubspot/handlers/crm/local-call-budget.ts';
import { startHubSpot, type StandInHubSpot } from '../../../sandbox/hubspot/hub/stand-in-hubspot.ts';
import type { HubPortal } from '../../../sandbox/hubspot/hub/portals/hub-portal.ts';

const scopes = [
  ...['contacts', 'companies', 'leads', 'custom'].flatMap((word) => [
    `crm.objects.${word}.read`,
    `crm.objects.${word}.write`,
  ]),
  ...['crm.schemas.contacts.read', 'crm.schemas.contacts.write', 'crm.schemas.custom.write', 'crm.objects.users.read'],
  ...['crm.objects.owners.read', 'files', 'automation'],
];

// Waiting moves the time of the portal on and takes none of ours.
let waitedMillis = 0;
const clock: Clock = {
  now: () => Date.now() + waitedMillis,
  sleep: (millis) => {
    waitedMillis += millis;
    return Promise.resolve();
  },
};

let folder: string;
let hubSpot: StandInHubSpot;
let portal: HubPortal;
let accessToken: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'signalbox-crm-'));
  const project = { name: 'crm-adapter', srcDir: 'src', platformVersion: '2026.09' };
  const app = {
    uid: 'crm_adapter',
    type: 'app',
    config: { name: 'Adapter', distribution: 'private', auth: { type: 'static', requiredScopes: scopes } },
  };
  mkdirSync(path.join(folder, 'src', 'app'), { recursive: true });
  writeFileSync(path.join(folder, 'hsproject.json'), JSON.stringify(project));
  writeFileSync(path.join(folder, 'src', 'app', 'app-hsmeta.json'), JSON.stringify(app));
  hubSpot = await startHubSpot({ seed: 7, searchDelayMillis: 0, now: clock.now });
  const users = [
    { firstName: 'Ana', lastName: 'Lima', email: 'ana@example.com' },
    { firstName: 'Ben', lastName: 'Okafor', email: 'ben@example.com' },
  ];
  portal = hubSpot.addPortal({ tier: 'enterprise', users });
  const { appId } = hubSpot.uploadProject(folder);
  accessToken = (await hubSpot.install(portal.portalId, appId)).accessToken ?? '';
});

afterEach(() => {
  hubSpot.faults.clear();
  hubSpot.limits.set({ perTenSeconds: null });
});

afterAll(async () => {
  await hubSpot.close();
  rmSync(folder, { recursive: true });
});

function connect(options: Partial<HubSpotCallsOptions> = {}): HubSpotCrm {
  return new HubSpotCrm({
    token: () => Promise.resolve(accessToken),
    budget: new LocalCallBudget(undefined, clock),
    clock,
    baseUrl: hubSpot.url,
    ...options,
  });
}

function idOf(outcome: WriteOutcome | undefined): string {
  if (outcome?.isWritten !== true) {
    throw new Error(`It was not written: ${JSON.stringify(outcome)}`);
  }
  return outcome.id;
}

async function addContacts(count: number, word: string): Promise<string[]> {
  const creations = Array.from({ length: count }, (_one, at) => ({
    properties: { email: `${word}-${at}@example.org`, lastname: word },
    associations: [],
  }));
  return (await connect().createObjects('contacts', creations)).map(idOf);
}

const valuesOf = (records: readonly CrmRecord[], property: string): (string | null | undefined)[] =>
  records.map((record) => record.properties[property]);

describe('The adapter and a stand-in portal', () => {
  test('create, read, update and archive contacts in batches', async () => {
    const crm = connect();
    const ids = await addContacts(130, 'batch');
    const updates = ids.map((id, at) => ({ id, properties: { city: at % 2 === 0 ? 'Porto' : null } }));
    expect((await crm.updateObjects('contacts', updates)).map(idOf)).toEqual(ids);
    const records = await crm.readObjects('contacts', [...ids].reverse(), ['email', 'city'], ['city']);
    expect(records.map(({ id }) => id)).toEqual([...ids].reverse());
    expect(records.at(-1)?.properties).toMatchObject({ email: 'batch-0@example.org', city: 'Porto' });
    expect(records.at(-1)?.history['city']?.[0]).toMatchObject({ value: 'Porto', sourceType: 'INTEGRATION' });
    await crm.archiveObjects('contacts', ids.slice(0, 100));
    expect((await crm.readObjects('contacts', ids, [])).map(({ id }) => id)).toEqual(ids.slice(100));
  });

  test('refuse one item of a batch and write the others', async () => {
    const crm = connect();
    const [first = '', second = ''] = await addContacts(2, 'partial');
    const outcomes = await crm.updateObjects('contacts', [
      { id: first, properties: { city: 'Faro' } },
      { id: second, properties: { no_such_property: 'x' } },
      { id: '999999999', properties: { city: 'Faro' } },
    ]);
    expect(outcomes).toMatchObject([
      { position: 0, isWritten: true, id: first },
      { position: 1, isWritten: false, problem: { category: 'VALIDATION_ERROR' } },
      { position: 2, isWritten: false, problem: { category: 'OBJECT_NOT_FOUND' } },
    ]);
    expect(valuesOf(await crm.readObjects('contacts', [first], ['city']), 'city')).toEqual(['Faro']);
    const made = await crm.createObjects('contacts', [
      { properties: { email: 'partial-0@example.org' }, associations: [] },
      { properties: { email: 'partial-new@example.org' }, associations: [] },
    ]);
    expect(made).toMatchObject([{ isWritten: false, problem: { category: 'CONFLICT' } }, { isWritten: true }]);
    expect(JSON.stringify(made)).not.toContain('example.org');
  });

  test('hang notes, tasks and leads on a contact', async () => {
    const crm = connect();
    const [contactId = ''] = await addContacts(1, 'hung');
    const associations = [{ toType: 'contacts', toId: contactId }];
    const at = { hs_timestamp: new Date().toISOString() };
    const note = await crm.createObjects('notes', [{ properties: { ...at, hs_note_body: 'Why' }, associations }]);
    const task = await crm.createObjects('tasks', [{ properties: { ...at, hs_task_subject: 'Call' }, associations }]);
    const lead = await crm.createObjects('leads', [{ properties: { hs_lead_name: 'Hung' }, associations }]);
    for (const [type, outcomes] of [
      ['notes', note],
      ['tasks', task],
      ['leads', lead],
    ] as const) {
      const found = await crm.readAssociations('contacts', type, [contactId, '999999999']);
      expect([...found]).toEqual([
        [contactId, outcomes.map(idOf)],
        ['999999999', []],
      ]);
    }
  });

  test('search by page and by long lists of values', async () => {
    const crm = connect();
    const ids = await addContacts(230, 'sought');
    const byName = { property: 'lastname', operator: 'EQ', values: ['sought'] } as const;
    const all = await crm.searchObjects({
      objectType: 'contacts',
      groups: [[byName]],
      properties: ['email'],
      most: 500,
    });
    expect(all.map(({ id }) => id)).toEqual(ids);
    const emails = Array.from({ length: 150 }, (_one, at) => `sought-${at}@example.org`);
    const byMail = { property: 'email', operator: 'IN', values: emails } as const;
    const some = await crm.searchObjects({
      objectType: 'contacts',
      groups: [[byMail]],
      properties: ['email'],
      most: 500,
    });
    expect(valuesOf(some, 'email')).toEqual(emails);
  });

  test('set up properties and a custom object, whose records are listed', async () => {
    const crm = connect();
    const title: PropertyDefinition = {
      name: 'title',
      label: 'Title',
      description: '',
      type: 'string',
      fieldType: 'text',
      groupName: 'signalbox',
      options: [],
      hasUniqueValue: true,
    };
    await crm.createPropertyGroup('contacts', 'signalbox', 'Signalbox');
    await expect(crm.createPropertyGroup('contacts', 'signalbox', 'Signalbox')).rejects.toMatchObject({
      failure: 'conflict',
    });
    const band: PropertyDefinition = {
      ...title,
      name: 'sbx_band',
      type: 'enumeration',
      fieldType: 'select',
      options: [{ label: 'Sales', value: 'sales' }],
      hasUniqueValue: false,
      isFormField: true,
    };
    await crm.createProperties('contacts', [band]);
    expect((await crm.listProperties('contacts')).find(({ name }) => name === 'sbx_band')).toEqual(band);
    await expect(crm.createProperties('contacts', [band])).rejects.toMatchObject({ failure: 'conflict' });
    const schema = await crm.createSchema({
      name: 'routing_rule',
      labels: { singular: 'Rule', plural: 'Rules' },
      primaryDisplayProperty: 'title',
      secondaryDisplayProperties: [],
      requiredProperties: ['title'],
      properties: [{ ...title, groupName: '' }],
    });
    expect(await crm.listSchemas()).toEqual([schema]);
    const creations = Array.from({ length: 120 }, (_one, at) => ({
      properties: { title: `rule ${at}` },
      associations: [],
    }));
    await crm.createObjects(schema.objectTypeId, creations);
    const rules = await crm.listObjects(schema.fullyQualifiedName, ['title']);
    expect(valuesOf(rules, 'title')).toEqual(creations.map(({ properties }) => properties.title));
  });

  test('list owners', async () => {
    const owners = await connect().listOwners();
    expect(owners.map(({ email, userId }) => ({ email, userId }))).toEqual(
      portal.users.map(({ email, userId }) => ({ email, userId: String(userId) })),
    );
  });

  test('keep files: written, written over, listed, read', async () => {
    const crm = connect();
    const first = await crm.writeFile('/signalbox/rules', 'live.json', '{"number":1}');
    const second = await crm.writeFile('/signalbox/rules', 'live.json', '{"number":2,"city":"Köln"}');
    expect(second).toMatchObject({ id: first.id, name: 'live.json' });
    await crm.writeFile('/signalbox/rules', 'revision-1.html', '<p>1</p>');
    const files = await crm.listFiles('/signalbox/rules');
    expect(files.map(({ name }) => name)).toEqual(['live.json', 'revision-1.html']);
    expect(await crm.readFile(second)).toBe('{"number":2,"city":"Köln"}');
    expect(await crm.listFiles('/elsewhere')).toEqual([]);
  });

  test('tell that a callback waits no longer', async () => {
    await expect(connect().completeCallback('ap-1-2', { owner: 'Ana' })).rejects.toMatchObject({ failure: 'notFound' });
  });

  test('lose no write and make none twice while calls fail before they are done', async () => {
    const [id = ''] = await addContacts(1, 'faults');
    const crm = connect();
    for (const fault of ['failBefore', 'dropBefore', 'storm', 'failAfter', 'dropAfter'] as const) {
      hubSpot.faults.set({ stormMillis: 1 });
      hubSpot.faults.next(fault, /batch\/update/);
      expect(await crm.updateObjects('contacts', [{ id, properties: { city: fault } }])).toMatchObject([{ id }]);
      expect(valuesOf(await crm.readObjects('contacts', [id], ['city']), 'city')).toEqual([fault]);
    }
    const creation = { properties: { email: 'twice@example.org' }, associations: [] };
    hubSpot.faults.next('failAfter', /batch\/create/);
    await expect(crm.createObjects('contacts', [creation])).rejects.toMatchObject({ isOutcomeUnknown: true });
    const groups = [[{ property: 'email', operator: 'EQ', values: ['twice@example.org'] } as const]];
    expect(await crm.searchObjects({ objectType: 'contacts', groups, properties: [], most: 5 })).toHaveLength(1);
  });

  test('come through limits that are narrower than the budget knows', async () => {
    const ids = await addContacts(1, 'limit');
    const statuses: (number | null)[] = [];
    const crm = connect({ onCall: ({ status }) => statuses.push(status) });
    hubSpot.limits.set({ perTenSeconds: 5 });
    const reads = await Promise.all(Array.from({ length: 12 }, () => crm.readObjects('contacts', ids, [])));
    expect(reads.map((records) => records.length)).toEqual(Array<number>(12).fill(1));
    expect(statuses).toContain(429);
    expect(statuses.filter((status) => status === 200)).toHaveLength(12);
  });

  test('are told when the token is not good', async () => {
    const crm = connect({ token: () => Promise.resolve('not-a-token') });
    await expect(crm.listOwners()).rejects.toMatchObject({ code: 'HSC003', failure: 'unauthorized' });
  });
});
