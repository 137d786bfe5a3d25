import { AssociationSpecAssociationCategoryEnum } from '@hubspot/api-client/lib/codegen/crm/objects/index.js';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { app, person } from './open-portal.ts';
import { failureOf, servePortal, type ServedPortal } from './serve-portal.ts';

const hubSpot = AssociationSpecAssociationCategoryEnum.HubspotDefined;
let portal: ServedPortal;

beforeEach(async () => {
  portal = await servePortal();
});
afterEach(() => portal.close());

describe("HubSpot's own client", () => {
  test('makes, reads, changes and archives a contact', async () => {
    const { basicApi } = portal.client.crm.contacts;
    const made = await basicApi.create({ properties: { email: 'Ann@Example.com', firstname: 'Ann' } });
    expect(made.properties).toMatchObject({ email: 'ann@example.com', hs_object_id: made.id, lifecyclestage: 'lead' });
    await basicApi.update(made.id, { properties: { jobtitle: 'VP' } });
    const read = await basicApi.getById(made.id, ['jobtitle', 'phone', 'nope']);
    expect(read.properties).toEqual({
      jobtitle: 'VP',
      phone: null,
      createdate: '2026-11-20T09:00:00.000Z',
      hs_object_id: made.id,
      lastmodifieddate: '2026-11-20T09:00:00.000Z',
    });
    expect(read.createdAt).toEqual(new Date('2026-11-20T09:00:00.000Z'));
    await basicApi.archive(made.id);
    expect(await failureOf(basicApi.getById(made.id))).toMatchObject({
      code: 404,
      body: { status: 'error', category: 'OBJECT_NOT_FOUND', message: 'resource not found' },
    });
    const archived = await basicApi.getById(made.id, undefined, undefined, undefined, true);
    expect(archived).toMatchObject({ id: made.id, archived: true });
  });

  test('reads by a unique value, with histories and associated ids', async () => {
    const { records, client } = portal;
    const company = records.createRecord('companies', { name: 'Acme' }, app);
    const contact = records.createRecord('contacts', { email: 'ann@example.com', jobtitle: 'VP' }, person, [
      { toTypeId: '0-2', toId: company.id },
    ]);
    records.updateRecord('contacts', contact.id, { jobtitle: 'CEO' }, app);
    const read = await client.crm.contacts.basicApi.getById(
      'ANN@example.com',
      undefined,
      ['jobtitle'],
      ['companies', 'deals'],
      false,
      'email',
    );
    expect(Object.keys(read.properties)).toEqual([
      'createdate',
      'email',
      'firstname',
      'hs_object_id',
      'lastmodifieddate',
      'lastname',
    ]);
    expect(read.propertiesWithHistory?.['jobtitle']).toMatchObject([
      { value: 'CEO', sourceType: 'INTEGRATION', sourceId: '55' },
      { value: 'VP', sourceType: 'CRM_UI', sourceId: 'userId:9', updatedByUserId: 9 },
    ]);
    expect(read.associations).toMatchObject({
      companies: {
        results: [
          { id: company.id, type: 'contact_to_company_unlabeled' },
          { id: company.id, type: 'contact_to_company' },
        ],
      },
    });
  });

  test('reads all of a type page by page', async () => {
    const ids = [1, 2, 3, 4, 5].map(() => portal.records.createRecord('companies', {}, app).id);
    const all = await portal.client.crm.companies.getAll(2);
    expect(all.map(({ id }) => id)).toEqual(ids);
  });

  test('makes leads, notes and tasks with their contact in the same call', async () => {
    const { records, client } = portal;
    const contact = records.createRecord('contacts', {}, app);
    const to = (associationTypeId: number) => [
      { to: { id: contact.id }, types: [{ associationCategory: hubSpot, associationTypeId }] },
    ];
    const lead = await client.crm.objects.leads.basicApi.create({
      properties: { hs_lead_name: 'Ann' },
      associations: to(578),
    });
    await client.crm.objects.notes.basicApi.create({
      properties: { hs_timestamp: '2026-11-20T08:00:00Z', hs_note_body: '<p>hello</p>' },
      associations: to(202),
    });
    await client.crm.objects.tasks.basicApi.create({
      properties: { hs_timestamp: '1795162800000', hs_task_subject: 'Call' },
      associations: to(204),
    });
    const toIds = (type: string) => records.associationsOf('contacts', contact.id, type).map(({ toId }) => toId);
    expect(toIds('leads')).toEqual([lead.id]);
    expect(toIds('notes')).toHaveLength(1);
    expect(toIds('tasks')).toHaveLength(1);
  });

  test('merges and erases', async () => {
    const { records, request } = portal;
    const [one, two] = ['one', 'two'].map((name) =>
      records.createRecord('contacts', { email: `${name}@example.com` }, app),
    );
    const merged = await request('POST', '/crm/v3/objects/contacts/merge', {
      primaryObjectId: one!.id,
      objectIdToMerge: two!.id,
    });
    expect(merged.status).toBe(200);
    expect([one!.id, two!.id]).not.toContain(merged.body['id']);
    const read = await portal.client.crm.contacts.basicApi.getById(two!.id);
    expect(read.id).toBe(merged.body['id']);
    const erase = (body: unknown) => request('POST', '/crm/v3/objects/contacts/gdpr-delete', body);
    expect((await erase({ objectId: 'one@example.com', idProperty: 'email' })).status).toBe(204);
    expect((await erase({ objectId: read.id })).status).toBe(404);
    expect(records.listRecords('contacts')).toEqual([]);
  });
});

describe('paths', () => {
  test('may carry a number or a date, and the type by any of its names', async () => {
    const { records, request } = portal;
    const contact = records.createRecord('contacts', {}, app);
    for (const base of ['/crm/v3/objects', '/crm/objects/2026-03', '/crm/objects/2026-09']) {
      for (const name of ['contacts', 'contact', 'CONTACT', '0-1']) {
        const answer = await request('GET', `${base}/${name}/${contact.id}`);
        expect([answer.status, answer.body['id']]).toEqual([200, contact.id]);
      }
    }
    const unknown = await request('GET', '/crm/v3/objects/widgets');
    expect(unknown).toMatchObject({ status: 400, body: { message: 'Unable to infer object type from: widgets' } });
  });
});

describe('refusals', () => {
  test('of callers that are not known or may not', async () => {
    const unknown = await portal.request('GET', '/crm/v3/objects/contacts', undefined, false);
    expect(unknown).toMatchObject({ status: 401, body: { category: 'INVALID_AUTHENTICATION' } });
    portal.scopes.delete('crm.objects.leads.write');
    expect(await failureOf(portal.client.crm.objects.leads.basicApi.create({ properties: {} }))).toMatchObject({
      code: 403,
      body: {
        category: 'MISSING_SCOPES',
        errors: [{ context: { requiredGranularScopes: ['crm.objects.leads.write'] } }],
        links: { scopes: 'https://developers.hubspot.com/scopes' },
      },
    });
  });

  test('have an id of their own and name what is wrong', async () => {
    const { basicApi } = portal.client.crm.contacts;
    const { code, body } = await failureOf(basicApi.create({ properties: { nope: 'x' } }));
    expect(code).toBe(400);
    expect(body).toMatchObject({
      status: 'error',
      category: 'VALIDATION_ERROR',
      errors: [{ code: 'PROPERTY_DOESNT_EXIST', context: { propertyName: ['nope'] } }],
    });
    expect(body['correlationId']).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/);
    await basicApi.create({ properties: { email: 'ann@example.com' } });
    expect(await failureOf(basicApi.create({ properties: { email: 'ann@example.com' } }))).toMatchObject({
      code: 409,
      body: { category: 'CONFLICT', message: expect.stringMatching(/^Contact already exists\. Existing ID: \d+$/) },
    });
  });

  test('of bodies that cannot be read', async () => {
    for (const body of ['{', { properties: 'x' }, {}, { properties: {}, associations: [{ to: {} }] }]) {
      const answer = await portal.request('POST', '/crm/v3/objects/contacts', body);
      expect(answer).toMatchObject({ status: 400, body: { status: 'error', category: 'VALIDATION_ERROR' } });
    }
    const empty = await portal.request('PATCH', '/crm/v3/objects/contacts/1', { properties: {} });
    expect(empty.status).toBe(404);
    const contact = portal.records.createRecord('contacts', {}, app);
    const nothing = await portal.request('PATCH', `/crm/v3/objects/contacts/${contact.id}`, { properties: {} });
    expect(nothing.body['message']).toBe('No properties found to update, please provide at least one.');
  });

  test('of pages that are too long', async () => {
    expect((await portal.request('GET', '/crm/v3/objects/contacts?limit=101')).status).toBe(400);
    expect((await portal.request('GET', '/crm/v3/objects/contacts?limit=51&propertiesWithHistory=email')).status).toBe(
      400,
    );
  });
});
