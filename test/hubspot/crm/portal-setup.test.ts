import { afterEach, describe, expect, test } from '@jest/globals';
import { apiVersion } from '../../../hubspot/handlers/crm/api-version.ts';
import type { PropertyDefinition } from '../../../hubspot/handlers/crm/crm.ts';
import { batchOf, refusalOf, ScriptedPortal, type Reply } from './scripted-portal.ts';

let portal: ScriptedPortal;

afterEach(() => portal.close());

const band: PropertyDefinition = {
  name: 'sbx_band',
  label: 'Band',
  description: 'What was decided.',
  type: 'enumeration',
  fieldType: 'select',
  groupName: 'signalbox',
  options: [
    { label: 'Sales', value: 'sales' },
    { label: 'Nurture', value: 'nurture' },
  ],
  hasUniqueValue: false,
  isFormField: false,
};

describe('Owners', () => {
  test('are read page by page, with those who are no more, by id', async () => {
    portal = await ScriptedPortal.start(({ query }): Reply => {
      if (query.get('archived') === 'true') {
        return {
          body: { results: [{ id: '3', userIdIncludingInactive: 33, email: 'c@example.com', archived: true }] },
        };
      }
      const first = {
        id: '20',
        userId: 22,
        email: 'a@example.com',
        firstName: 'Ann',
        lastName: 'Bell',
        archived: false,
      };
      return query.get('after') === null
        ? { body: { results: [first], paging: { next: { after: '20' } } } }
        : { body: { results: [{ id: '7', email: '', archived: false, teams: [] }] } };
    });
    expect(await portal.crm().listOwners()).toEqual([
      { id: '3', userId: '33', email: 'c@example.com', firstName: null, lastName: null, isArchived: true },
      { id: '7', userId: null, email: null, firstName: null, lastName: null, isArchived: false },
      { id: '20', userId: '22', email: 'a@example.com', firstName: 'Ann', lastName: 'Bell', isArchived: false },
    ]);
    expect(portal.received[0]?.path).toBe(`/crm/owners/${apiVersion}`);
  });
});

describe('Properties', () => {
  test('of kinds that we never make are read as what their values look like', async () => {
    const property = { name: 'p', label: 'P', description: '', groupName: 'g', options: [], hasUniqueValue: false };
    portal = await ScriptedPortal.inTurn({
      body: {
        results: [
          { ...property, type: 'date', fieldType: 'date' },
          {
            ...property,
            type: 'enumeration',
            fieldType: 'checkbox',
            options: [{ label: 'A', value: 'a', hidden: false }],
          },
          { ...property, type: 'phone_number', fieldType: 'phonenumber', formField: true },
        ],
      },
    });
    expect(await portal.crm().listProperties('contacts')).toEqual([
      { ...property, type: 'datetime', fieldType: 'date', isFormField: false },
      {
        ...property,
        type: 'enumeration',
        fieldType: 'select',
        options: [{ label: 'A', value: 'a' }],
        isFormField: false,
      },
      { ...property, type: 'string', fieldType: 'text', isFormField: true },
    ]);
    expect(portal.received[0]?.path).toBe(`/crm/properties/${apiVersion}/contacts`);
  });

  test('are created in one call with the order of their options', async () => {
    portal = await ScriptedPortal.inTurn({ status: 201, ...batchOf([{ name: 'sbx_band' }]) });
    await portal.crm().createProperties('contacts', [band]);
    expect(portal.received[0]?.path).toBe(`/crm/properties/${apiVersion}/contacts/batch/create`);
    const { isFormField, ...rest } = band;
    expect(portal.bodies[0]).toEqual({
      inputs: [
        {
          ...rest,
          formField: isFormField,
          options: [
            { label: 'Sales', value: 'sales', displayOrder: 0, hidden: false },
            { label: 'Nurture', value: 'nurture', displayOrder: 1, hidden: false },
          ],
        },
      ],
    });
  });

  test('that exist already are a conflict, also when HubSpot created the others', async () => {
    portal = await ScriptedPortal.inTurn(
      batchOf([{ name: 'sbx_band' }], [{ status: 'error', category: 'OBJECT_ALREADY_EXISTS', message: 'x' }]),
      refusalOf(409, 'CONFLICT'),
    );
    const crm = portal.crm();
    await expect(crm.createProperties('contacts', [band, band])).rejects.toMatchObject({ failure: 'conflict' });
    await expect(crm.createPropertyGroup('contacts', 'signalbox', 'Signalbox')).rejects.toMatchObject({
      code: 'HSC006',
      failure: 'conflict',
    });
    expect(portal.received[1]?.path).toBe(`/crm/properties/${apiVersion}/contacts/groups`);
  });

  test('are not created again when nobody knows whether they were', async () => {
    portal = await ScriptedPortal.inTurn({ status: 504 });
    await expect(portal.crm().createProperties('contacts', [band])).rejects.toMatchObject({ isOutcomeUnknown: true });
    expect(portal.received).toHaveLength(1);
  });
});

describe('Custom objects', () => {
  const schema = { objectTypeId: '2-55', fullyQualifiedName: 'p1_rule', name: 'rule', id: '55', labels: {} };

  test('are listed', async () => {
    portal = await ScriptedPortal.inTurn({ body: { results: [schema] } });
    expect(await portal.crm().listSchemas()).toEqual([
      { objectTypeId: '2-55', fullyQualifiedName: 'p1_rule', name: 'rule' },
    ]);
    expect(portal.received[0]?.path).toBe(`/crm-object-schemas/${apiVersion}/schemas`);
  });

  test('are created with what this version wants and the library does not know', async () => {
    portal = await ScriptedPortal.inTurn({ status: 201, body: schema });
    const created = await portal.crm().createSchema({
      name: 'rule',
      labels: { singular: 'Rule', plural: 'Rules' },
      primaryDisplayProperty: 'title',
      secondaryDisplayProperties: [],
      requiredProperties: ['title'],
      properties: [{ ...band, groupName: '' }],
    });
    expect(created.objectTypeId).toBe('2-55');
    expect(portal.bodies[0]).toMatchObject({
      name: 'rule',
      allowsSensitiveProperties: false,
      shouldCreateSameObjectAssociation: false,
      searchableProperties: ['title'],
      secondaryDisplayProperties: [],
      requiredProperties: ['title'],
    });
    expect((portal.bodies[0]?.['properties'] as object[])[0]).not.toHaveProperty('groupName');
  });
});

describe('Files', () => {
  const file = {
    id: '44',
    name: 'revision-12',
    extension: 'json',
    access: 'PRIVATE',
    path: '/signalbox/revision-12.json',
  };
  const written = { ...file, createdAt: '2026-11-20T08:00:00Z', updatedAt: '2026-11-20T09:00:00.250Z' };

  test('are written privately over the one of their name', async () => {
    portal = await ScriptedPortal.inTurn({ status: 503 }, { status: 201, body: written });
    const stored = await portal.crm().writeFile('/signalbox', 'revision-12.json', '{"köln":1}');
    expect(stored).toEqual({ id: '44', name: 'revision-12.json', updatedAt: Date.UTC(2026, 10, 20, 9, 0, 0, 250) });
    const received = portal.received[1];
    expect(received?.path).toBe(`/files/${apiVersion}/files`);
    const form = await new Response(received?.text, {
      headers: { 'content-type': received?.headers['content-type'] ?? '' },
    }).formData();
    expect(form.get('folderPath')).toBe('/signalbox');
    expect(form.get('fileName')).toBe('revision-12.json');
    expect(JSON.parse(form.get('options') as string)).toEqual({ access: 'PRIVATE', overwrite: true });
    expect(await (form.get('file') as File).text()).toBe('{"köln":1}');
  });

  test('of a folder are listed page by page, and there are none where there is no folder', async () => {
    portal = await ScriptedPortal.start(({ path, query }): Reply => {
      if (path.includes('/folders/')) {
        return path.endsWith('%2Fsignalbox')
          ? { body: { id: '9', name: 'signalbox' } }
          : refusalOf(404, 'OBJECT_NOT_FOUND');
      }
      return query.get('after') === null
        ? { body: { results: [written], paging: { next: { after: 'b' } } } }
        : { body: { results: [{ ...written, id: '7', name: 'live' }] } };
    });
    expect(await portal.crm().listFiles('/signalbox')).toMatchObject([
      { id: '7', name: 'live.json' },
      { id: '44', name: 'revision-12.json' },
    ]);
    expect(portal.received[1]?.query.getAll('parentFolderIds')).toEqual(['9']);
    expect(await portal.crm().listFiles('/elsewhere')).toEqual([]);
  });

  test('are read through a signed address, which does not get the token', async () => {
    portal = await ScriptedPortal.start(({ path }): Reply => {
      const url = `${portal.url}/signed/44?signature=abc`;
      return path.endsWith('/signed-url')
        ? {
            body: {
              url,
              expiresAt: '2026-11-20T09:05:00Z',
              name: 'live',
              extension: 'json',
              size: 8,
              type: 'DOCUMENT',
            },
          }
        : { text: '{"a": 1}', headers: { 'content-type': 'application/octet-stream' } };
    });
    expect(await portal.crm().readFile({ id: '44', name: 'live.json', updatedAt: 0 })).toBe('{"a": 1}');
    expect(portal.received[0]?.path).toBe(`/files/${apiVersion}/files/44/signed-url`);
    expect(portal.received[1]?.headers.authorization).toBeUndefined();
    expect(portal.taken).toEqual(['general']);
    expect(portal.records[1]?.template).toBe('{signedUrl}');
  });
});

test('A workflow action that waits is completed', async () => {
  portal = await ScriptedPortal.inTurn({ status: 204 });
  await portal.crm().completeCallback('ap-12-34', { owner: 'Ann', hs_execution_state: 'SUCCESS' });
  expect(portal.received[0]?.path).toBe(`/automation/actions/callbacks/${apiVersion}/ap-12-34/complete`);
  expect(portal.bodies[0]).toEqual({
    outputFields: { owner: 'Ann', hs_execution_state: 'SUCCESS' },
    typedOutputs: {},
  });
});
