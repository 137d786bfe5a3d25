import { FilterOperatorEnum } from '@hubspot/api-client/lib/codegen/crm/contacts/index.js';
import { AssociationSpecAssociationCategoryEnum } from '@hubspot/api-client/lib/codegen/crm/associations/v4/index.js';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { app } from './open-portal.ts';
import { failureOf, servePortal, type ServedPortal } from './serve-portal.ts';

let portal: ServedPortal;

beforeEach(async () => {
  portal = await servePortal({ timeZone: 'America/New_York' });
});
afterEach(() => portal.close());

describe('searching', () => {
  test('pages through what is found', async () => {
    const ids = [1, 2, 3].map(() => portal.records.createRecord('contacts', { city: 'Bonn' }, app).id);
    const ask = (after: string) =>
      portal.client.crm.contacts.searchApi.doSearch({
        filterGroups: [{ filters: [{ propertyName: 'city', operator: FilterOperatorEnum.Eq, value: 'bonn' }] }],
        properties: ['city'],
        sorts: ['-hs_object_id'],
        limit: 2,
        after,
      });
    const first = await ask('0');
    expect([first.total, first.results.map(({ id }) => id)]).toEqual([3, [ids[2], ids[1]]]);
    expect(first.results[0]?.properties['city']).toBe('Bonn');
    const second = await ask(first.paging?.next?.after ?? '');
    expect(second.results.map(({ id }) => id)).toEqual([ids[0]]);
    expect(second.paging).toBeUndefined();
  });

  test('is refused beyond what HubSpot takes', async () => {
    const status = async (body: unknown) =>
      (await portal.request('POST', '/crm/v3/objects/contacts/search', body)).status;
    expect(await status({})).toBe(200);
    expect(await status({ limit: 201 })).toBe(400);
    expect(await status({ after: 10_000 })).toBe(400);
    expect(await status({ after: 'next' })).toBe(400);
    expect(await status({ sorts: ['createdate', 'email'] })).toBe(400);
    const values = Array.from({ length: 100 }, (_, place) => `somebody.else.${place}@example.com`);
    expect(await status({ filterGroups: [{ filters: [{ propertyName: 'email', operator: 'IN', values }] }] })).toBe(
      400,
    );
    expect(
      await status({ filterGroups: [{ filters: [{ propertyName: 'email', operator: 'LIKE', value: 'x' }] }] }),
    ).toBe(400);
  });
});

describe('associations', () => {
  test('are read of many, and those without any are listed as errors', async () => {
    const { records, client } = portal;
    const company = records.createRecord('companies', {}, app);
    const contact = records.createRecord('contacts', {}, app, [{ toTypeId: '0-2', toId: company.id }]);
    const alone = records.createRecord('contacts', {}, app);
    const answer = await client.crm.associations.v4.batchApi.getPage('contacts', 'companies', {
      inputs: [{ id: contact.id }, { id: alone.id }],
    });
    expect(answer).toMatchObject({
      results: [
        {
          _from: { id: contact.id },
          to: [
            {
              toObjectId: Number(company.id),
              associationTypes: [
                { category: 'HUBSPOT_DEFINED', typeId: 279, label: null },
                { category: 'HUBSPOT_DEFINED', typeId: 1, label: 'Primary' },
              ],
            },
          ],
        },
      ],
      errors: [
        {
          subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND',
          message: `No company is associated with contact ${alone.id}.`,
          context: { fromObjectId: [alone.id] },
        },
      ],
    });
  });

  test('are made, read and taken away one by one', async () => {
    const { records, client } = portal;
    const company = records.createRecord('companies', {}, app);
    const contact = records.createRecord('contacts', {}, app);
    const { basicApi } = client.crm.associations.v4;
    const made = await basicApi.create('contacts', contact.id, 'companies', company.id, [
      { associationCategory: AssociationSpecAssociationCategoryEnum.HubspotDefined, associationTypeId: 1 },
    ]);
    expect(made.labels).toEqual(['Primary']);
    const page = await basicApi.getPage('contact', contact.id, 'company');
    expect(page.results).toHaveLength(1);
    await basicApi.archive('contacts', contact.id, 'companies', company.id);
    expect((await basicApi.getPage('contact', contact.id, 'company')).results).toEqual([]);
    const plain = await basicApi.createDefault('contacts', contact.id, 'companies', company.id);
    expect(plain.results.map(({ associationSpec }) => associationSpec.associationTypeId)).toEqual([279, 280]);
  });

  test('are made of many, each for itself', async () => {
    const { records, request } = portal;
    const lead = records.createRecord('contacts', {}, app);
    const deal = records.createRecord('deals', { dealname: 'x' }, app);
    const answer = await request('POST', '/crm/associations/2026-09/contacts/deals/batch/associate/default', {
      inputs: [
        { from: { id: lead.id }, to: { id: deal.id } },
        { from: { id: lead.id }, to: { id: '1' } },
      ],
    });
    expect(answer.status).toBe(207);
    expect(answer.body).toMatchObject({ numErrors: 1, errors: [{ context: { toObjectId: ['1'] } }] });
    expect(records.associationsOf('contacts', lead.id, 'deals')).toHaveLength(1);
  });

  test('can have labels of the portal', async () => {
    const { records, request } = portal;
    const made = await request('POST', '/crm/v4/associations/contacts/companies/labels', {
      name: 'referred_by',
      label: 'Referred by',
    });
    const [forward] = made.body['results'] as { category: string; typeId: number }[];
    const company = records.createRecord('companies', {}, app);
    const contact = records.createRecord('contacts', {}, app);
    const answer = await request('POST', '/crm/v4/associations/contacts/companies/batch/create', {
      inputs: [
        {
          from: { id: contact.id },
          to: { id: company.id },
          types: [{ associationCategory: forward!.category, associationTypeId: forward!.typeId }],
        },
      ],
    });
    expect([answer.status, answer.body['results']]).toMatchObject([201, [{ labels: ['Primary', 'Referred by'] }]]);
  });
});

describe('owners', () => {
  test('are listed by address and page, and known by user once they are deactivated', async () => {
    const { records, client } = portal;
    const people = ['ana', 'ben', 'cay'].map((name) =>
      records.addUser({
        email: `${name}@example.com`,
        firstName: name,
        lastName: 'Bell',
        teams: [{ id: '3', name: 'Sales', isPrimary: true }],
      }),
    );
    const { ownersApi } = client.crm.owners;
    const first = await ownersApi.getPage(undefined, undefined, 2);
    expect(first.results.map(({ id }) => id)).toEqual(people.slice(0, 2).map(({ id }) => id));
    expect((await ownersApi.getPage(undefined, first.paging?.next?.after, 2)).results).toHaveLength(1);
    const [ben] = (await ownersApi.getPage('Ben@example.com')).results;
    expect(ben).toMatchObject({
      id: people[1]!.id,
      userId: people[1]!.userId,
      teams: [{ id: '3', name: 'Sales', primary: true }],
    });
    records.deactivateOwner(people[1]!.id);
    expect((await failureOf(ownersApi.getById(Number(people[1]!.id)))).code).toBe(404);
    const archived = await ownersApi.getPage(undefined, undefined, undefined, true);
    expect(archived.results).toMatchObject([
      { id: people[1]!.id, archived: true, userId: null, userIdIncludingInactive: people[1]!.userId },
    ]);
  });
});

describe('the text of mails', () => {
  test('is seen with a scope of its own', async () => {
    const { records, request, scopes } = portal;
    const mail = records.createRecord(
      'emails',
      { hs_timestamp: '2026-11-20T08:00:00Z', hs_email_direction: 'EMAIL', hs_email_text: 'hello' },
      app,
    );
    const read = async () => {
      const { body } = await request('GET', `/crm/v3/objects/emails/${mail.id}?properties=hs_email_text`);
      return (body['properties'] as Record<string, string | null>)['hs_email_text'];
    };
    expect(await read()).toBeNull();
    scopes.add('sales-email-read');
    expect(await read()).toBe('hello');
  });
});

describe('the account', () => {
  test('says who and where it is', async () => {
    expect((await portal.request('GET', '/account-info/v3/details')).body).toMatchObject({
      portalId: 7,
      timeZone: 'America/New_York',
      utcOffset: '-05:00',
      utcOffsetMilliseconds: -18_000_000,
    });
  });
});
