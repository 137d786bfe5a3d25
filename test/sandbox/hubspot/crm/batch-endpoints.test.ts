import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { app } from './open-portal.ts';
import { failureOf, servePortal, type ServedPortal } from './serve-portal.ts';

let portal: ServedPortal;

beforeEach(async () => {
  portal = await servePortal();
});
afterEach(() => portal.close());

const notFound = 'Could not get some CONTACT objects, they may be deleted or not exist. Check that ids are valid.';

describe('reading a batch', () => {
  test('lists what is missing beside what is there', async () => {
    const contact = portal.records.createRecord('contacts', { email: 'ann@example.com' }, app);
    const answer = await portal.client.crm.contacts.batchApi.read({
      inputs: [{ id: '1' }, { id: contact.id }, { id: '2' }],
      properties: ['email'],
      propertiesWithHistory: [],
    });
    expect(answer).toMatchObject({
      status: 'COMPLETE',
      results: [{ id: contact.id, properties: { email: 'ann@example.com' } }],
      numErrors: 1,
      errors: [{ category: 'OBJECT_NOT_FOUND', message: notFound, context: { ids: ['1', '2'] } }],
    });
  });

  test('goes by unique values and holds 100, or 50 with history', async () => {
    portal.records.createRecord('contacts', { email: 'ann@example.com' }, app);
    const read = (count: number, more: object) =>
      portal.request('POST', '/crm/v3/objects/contacts/batch/read', {
        inputs: Array.from({ length: count }, (_, place) => ({ id: `person${place}@example.com` })),
        idProperty: 'email',
        properties: [],
        ...more,
      });
    expect((await read(100, {})).status).toBe(207);
    expect((await read(101, {})).status).toBe(400);
    expect((await read(0, {})).status).toBe(400);
    const tooMany = await read(51, { propertiesWithHistory: ['email'] });
    expect(tooMany.body['message']).toContain('batch request for property histories is 50');
    const one = await read(1, { inputs: [{ id: 'ann@example.com' }] });
    expect([one.status, 'errors' in one.body]).toEqual([200, false]);
  });
});

describe('making a batch', () => {
  test('makes all or none', async () => {
    const { batchApi } = portal.client.crm.contacts;
    const inputs = [{ properties: { email: 'a@example.com' } }, { properties: { nope: 'x' } }];
    expect((await failureOf(batchApi.create({ inputs }))).code).toBe(400);
    expect(portal.records.listRecords('contacts')).toEqual([]);
    const made = await batchApi.create({ inputs: inputs.slice(0, 1) });
    expect(made.results).toHaveLength(1);
  });

  test('makes the good ones when each input carries a trace', async () => {
    const known = portal.records.createRecord('contacts', { email: 'a@example.com' }, app);
    const answer = await portal.client.crm.contacts.batchApi.create({
      inputs: [
        { properties: { email: 'a@example.com' }, objectWriteTraceId: 'first' },
        { properties: { email: 'b@example.com' }, objectWriteTraceId: 'second' },
        { properties: { nope: 'x' }, objectWriteTraceId: 'third' },
      ],
    });
    expect(answer).toMatchObject({
      results: [{ properties: { email: 'b@example.com' }, objectWriteTraceId: 'second' }],
      numErrors: 2,
      errors: [
        { category: 'CONFLICT', context: { objectWriteTraceId: ['first'], existingId: [known.id] } },
        { category: 'VALIDATION_ERROR', context: { objectWriteTraceId: ['third'] } },
      ],
    });
  });
});

describe('updating a batch', () => {
  test('updates those that are there and lists the others', async () => {
    const contact = portal.records.createRecord('contacts', {}, app);
    const answer = await portal.client.crm.contacts.batchApi.update({
      inputs: [
        { id: contact.id, properties: { city: 'Bonn' } },
        { id: '1', properties: { city: 'Bonn' } },
      ],
    });
    expect(answer).toMatchObject({
      results: [{ id: contact.id, properties: { city: 'Bonn' } }],
      errors: [{ category: 'OBJECT_NOT_FOUND', message: notFound, context: { ids: ['1'] } }],
    });
  });

  test('updates none when one value cannot be, unless each input carries a trace', async () => {
    const [one, two] = [1, 2].map(() => portal.records.createRecord('contacts', {}, app));
    const inputs = [
      { id: one!.id, properties: { city: 'Bonn' } },
      { id: two!.id, properties: { nope: 'x' } },
    ];
    const { batchApi } = portal.client.crm.contacts;
    expect((await failureOf(batchApi.update({ inputs }))).code).toBe(400);
    expect(one!.has('city')).toBe(false);
    const answer = await batchApi.update({
      inputs: inputs.map((input) => ({ ...input, objectWriteTraceId: input.id })),
    });
    expect(one!.value('city')).toBe('Bonn');
    expect(answer).toMatchObject({
      results: [{ id: one!.id }],
      errors: [{ category: 'VALIDATION_ERROR', context: { objectWriteTraceId: [two!.id] } }],
    });
  });

  test('names no record twice', async () => {
    const contact = portal.records.createRecord('contacts', {}, app);
    const input = { id: contact.id, properties: { city: 'Bonn' } };
    const { body } = await failureOf(portal.client.crm.contacts.batchApi.update({ inputs: [input, input] }));
    expect(body['message']).toBe(`Duplicate IDs found in batch input: [${contact.id}]. IDs must be unique.`);
  });
});

describe('upserting a batch', () => {
  test('updates those whose address is known and makes the others', async () => {
    const known = portal.records.createRecord('contacts', { email: 'a@example.com' }, app);
    const { results } = await portal.client.crm.contacts.batchApi.upsert({
      inputs: ['A@example.com', 'b@example.com'].map((id) => ({
        id,
        idProperty: 'email',
        properties: { city: 'Bonn' },
      })),
    });
    expect(results).toMatchObject([
      { id: known.id, _new: false },
      { properties: { email: 'b@example.com' }, _new: true },
    ]);
    expect(known.value('city')).toBe('Bonn');
  });

  test('changes nothing by address when one cannot be, and each for itself by another unique value', async () => {
    portal.records.defineSchema({
      name: 'rule',
      labels: { singular: 'Rule', plural: 'Rules' },
      primaryDisplayProperty: 'rule_key',
      requiredProperties: ['rule_key'],
      properties: [{ name: 'rule_key', label: 'Key', type: 'string', fieldType: 'text', hasUniqueValue: true }],
    });
    const inputs = (idProperty: string) => [
      { id: 'a@example.com', idProperty, properties: {} },
      { id: 'b@example.com', idProperty, properties: { nope: 'x' } },
    ];
    const { contacts, objects } = portal.client.crm;
    expect((await failureOf(contacts.batchApi.upsert({ inputs: inputs('email') }))).code).toBe(400);
    expect(portal.records.listRecords('contacts')).toEqual([]);
    const answer = await objects.batchApi.upsert('p7_rule', { inputs: inputs('rule_key') });
    expect(answer).toMatchObject({ results: [{ _new: true }], numErrors: 1 });
  });
});

describe('archiving a batch', () => {
  test('says nothing of those that are not there', async () => {
    const contact = portal.records.createRecord('contacts', {}, app);
    await portal.client.crm.contacts.batchApi.archive({ inputs: [{ id: contact.id }, { id: '1' }] });
    expect(portal.records.listRecords('contacts')).toEqual([]);
  });
});
