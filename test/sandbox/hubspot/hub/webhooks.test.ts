import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Signature } from '@hubspot/api-client';
import type { SentEvent } from '../../../../sandbox/hubspot/hub/webhooks/webhook-event.ts';
import { startHubWithApp, type HubWithApp } from './hub-with-app.ts';
import { webhooksMetadata } from './sample-app.ts';

let hub: HubWithApp;
let token: string;

beforeEach(async () => {
  hub = await startHubWithApp();
  token = (await hub.connect()).access_token;
  hub.hubSpot.webhooks.set({ collectMillis: 20, retryScale: 0.000_01 });
});
afterEach(() => hub.close());

const person = { sourceType: 'CRM_UI', sourceId: 'userId:7', userId: 7 };
const createContact = (email = 'lee@example.org', more: Record<string, string> = {}): string =>
  hub.portal.records.createRecord('contacts', { email, ...more }, person).id;
const calls = (): SentEvent[][] => hub.sample.requestsTo('/hooks').map(({ body }) => JSON.parse(body) as SentEvent[]);
const events = (): SentEvent[] => calls().flat();

describe('an event', () => {
  test('of a creation says who, where, when and by what', async () => {
    const before = Date.now();
    const id = createContact('lee@example.org', { lastname: 'Lee' });
    await hub.hubSpot.settled();
    const [created, changed] = events();
    expect(created).toEqual({
      eventId: expect.any(Number),
      subscriptionId: expect.any(Number),
      portalId: hub.portal.portalId,
      appId: hub.app.appId,
      occurredAt: expect.any(Number),
      subscriptionType: 'object.creation',
      attemptNumber: 0,
      objectId: Number(id),
      objectTypeId: '0-1',
      changeFlag: 'CREATED',
      changeSource: 'CRM_UI',
      sourceId: 'userId:7',
    });
    expect(created!.occurredAt).toBeGreaterThanOrEqual(before);
    expect(changed).toMatchObject({
      subscriptionType: 'object.propertyChange',
      propertyName: 'lastname',
      propertyValue: 'Lee',
      objectId: Number(id),
    });
    expect(events()).toHaveLength(2);
  });

  test('of an app’s own write says which app it was', async () => {
    const id = createContact();
    await hub.call('PATCH', `/crm/v3/objects/contacts/${id}`, token, { properties: { lastname: 'Lee' } });
    await hub.hubSpot.settled();
    expect(events().at(-1)).toMatchObject({ changeSource: 'INTEGRATION', sourceId: String(hub.app.appId) });
  });

  test('of a merge names the records that were and the one that is', async () => {
    const [one, other] = [createContact('a@example.org'), createContact('b@example.org')];
    const merged = hub.portal.records.mergeRecords('contacts', one, other, person);
    await hub.hubSpot.settled();
    expect(events().find(({ subscriptionType }) => subscriptionType === 'object.merge')).toMatchObject({
      primaryObjectId: Number(one),
      mergedObjectIds: expect.arrayContaining([Number(other)]),
      newObjectId: Number(merged.id),
    });
  });

  test('of a privacy deletion comes in the old words', async () => {
    const id = createContact();
    hub.portal.records.eraseContact(id, person);
    await hub.hubSpot.settled();
    expect(events().map(({ subscriptionType }) => subscriptionType)).toContain('contact.privacyDeletion');
  });

  test('of a custom object comes where the user granted the scope for it', async () => {
    const text = { name: 'title', label: 'Title', type: 'string', fieldType: 'text' } as const;
    const type = hub.portal.records.defineSchema({
      name: 'rule',
      labels: { singular: 'Rule', plural: 'Rules' },
      primaryDisplayProperty: 'title',
      requiredProperties: ['title'],
      properties: [text],
    });
    const rule = hub.portal.records.createRecord(type.objectTypeId, { title: 'First' }, person);
    await hub.hubSpot.settled();
    expect(events()).toMatchObject([{ objectTypeId: type.objectTypeId, objectId: Number(rule.id) }]);
  });

  test('that was subscribed in the old words comes in them, and an association says what it joins', async () => {
    const metadata = webhooksMetadata() as { config: { subscriptions: Record<string, object[]> } };
    metadata.config.subscriptions = {
      crmObjects: [{ subscriptionType: 'object.associationChange', objectType: 'contact', active: true }],
      legacyCrmObjects: [
        { subscriptionType: 'contact.deletion', active: true },
        { subscriptionType: 'company.propertyChange', propertyName: 'name', active: true },
      ],
    };
    hub.sample.write('src/app/webhooks/webhooks-hsmeta.json', metadata);
    hub.hubSpot.uploadProject(hub.sample.folder, hub.sample.variables);
    const { records } = hub.portal;
    const company = records.createRecord('companies', { name: 'Example' }, person);
    const contact = createContact();
    records.associate('contacts', contact, { toTypeId: '0-2', toId: company.id }, person);
    records.archiveRecord('contacts', contact, person);
    await hub.hubSpot.settled();
    const told = (type: string): SentEvent => events().find(({ subscriptionType }) => subscriptionType === type)!;
    expect(told('company.propertyChange')).toMatchObject({ propertyName: 'name', propertyValue: 'Example' });
    expect(told('contact.deletion')).toMatchObject({ objectId: Number(contact), changeFlag: 'DELETED' });
    // The portal itself has joined the contact with the company of its address, too.
    expect(events().find(({ toObjectId }) => toObjectId === Number(company.id))).toMatchObject({
      subscriptionType: 'object.associationChange',
      fromObjectId: Number(contact),
      fromObjectTypeId: '0-1',
      toObjectTypeId: '0-2',
      associationTypeId: expect.any(Number),
      associationRemoved: false,
    });
  });

  test('is told to nobody who did not subscribe, and to no app that is gone', async () => {
    hub.portal.records.createRecord('companies', { domain: 'example.org' }, person);
    await hub.hubSpot.settled();
    expect(calls()).toEqual([]);
    hub.hubSpot.uninstall(hub.portal.portalId, hub.app.appId);
    createContact();
    await hub.hubSpot.settled();
    expect(calls()).toEqual([]);
  });
});

describe('a delivery', () => {
  test('is signed in the first and the third version, over the very bytes and the whole address', async () => {
    createContact('lée@example.org', { lastname: 'Łukasz' });
    await hub.hubSpot.settled();
    const { headers, body, url } = hub.sample.requestsTo('/hooks')[0]!;
    const options = { url, requestBody: body, clientSecret: hub.app.clientSecret, signature: '' };
    const timestamp = Number(headers['x-hubspot-request-timestamp']);
    expect(Math.abs(Date.now() - timestamp)).toBeLessThan(5000);
    expect(headers['x-hubspot-signature-v3']).toBe(Signature.getSignature('POST', 'v3', { ...options, timestamp }));
    expect(headers['x-hubspot-signature']).toBe(Signature.getSignature('POST', 'v1', options));
    expect(headers['x-hubspot-signature-version']).toBe('v1');
    expect(headers['content-type']).toBe('application/json');
  });

  test('holds at most a hundred events, and at most as many calls are under way as the app takes', async () => {
    let underWay = 0;
    let most = 0;
    hub.sample.answer = async () => {
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise((resolve) => setTimeout(resolve, 30));
      underWay -= 1;
      return { status: 200 };
    };
    const rows = Array.from({ length: 1500 }, (_each, index) => ({ email: `lead${index}@example.org` }));
    hub.hubSpot.importContacts(hub.portal.portalId, rows);
    await hub.hubSpot.settled();
    expect(events()).toHaveLength(1500);
    expect(Math.max(...calls().map(({ length }) => length))).toBe(100);
    expect(most).toBe(10);
  });

  test('that the app refuses comes again with the number of the attempt, ten times, and then no more', async () => {
    hub.sample.answer = () => ({ status: 503 });
    createContact();
    await hub.hubSpot.settled();
    expect(events().map(({ attemptNumber }) => attemptNumber)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(new Set(events().map(({ eventId }) => eventId)).size).toBe(1);
    expect(hub.hubSpot.deliveries.list().every(({ outcome, status }) => outcome === 'refused' && status === 503)).toBe(
      true,
    );
  });

  test('without an answer in time counts as failed', async () => {
    hub.hubSpot.webhooks.set({ timeoutMillis: 80, retries: 1 });
    let isFirst = true;
    hub.sample.answer = async () => {
      if (isFirst) {
        isFirst = false;
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
      return { status: 200 };
    };
    createContact();
    await hub.hubSpot.settled();
    expect(hub.hubSpot.deliveries.list().map(({ outcome }) => outcome)).toEqual(['timedOut', 'accepted']);
  });

  test('to an app that is not there is tried again', async () => {
    hub.hubSpot.webhooks.set({ retries: 2 });
    hub.sample.answer = () => null;
    createContact();
    await hub.hubSpot.settled();
    expect(hub.hubSpot.deliveries.list().map(({ outcome }) => outcome)).toEqual(Array(3).fill('unreachable'));
  });

  test('whose answer is lost comes again although the app took it', async () => {
    hub.hubSpot.webhooks.set({ lostAcknowledgementShare: 1, retries: 1 });
    createContact();
    await hub.hubSpot.settled();
    expect(events().map(({ attemptNumber }) => attemptNumber)).toEqual([0, 1]);
    expect(hub.hubSpot.deliveries.list().map(({ outcome }) => outcome)).toEqual(Array(2).fill('acknowledgementLost'));
  });

  test('may come twice, late and in another order, and nothing is lost', async () => {
    hub.hubSpot.webhooks.set({ duplicateShare: 0.3, disorderShare: 0.5, lateMillis: 120, collectMillis: 5 });
    const ids = Array.from({ length: 200 }, (_each, index) => Number(createContact(`lead${index}@example.org`)));
    await hub.hubSpot.settled();
    const arrived = events().map(({ objectId }) => objectId);
    expect([...new Set(arrived)].toSorted((one, other) => one - other)).toEqual(ids);
    expect(arrived.length).toBeGreaterThan(220);
    expect(arrived.length).toBeLessThan(300);
    expect(arrived).not.toEqual(arrived.toSorted((one, other) => one - other));
    expect(events().every(({ attemptNumber }) => attemptNumber === 0)).toBe(true);
  });

  test('waits while deliveries are held', async () => {
    hub.hubSpot.webhooks.set({ isHeld: true });
    createContact();
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(calls()).toEqual([]);
    hub.hubSpot.webhooks.set({ isHeld: false });
    await hub.hubSpot.settled();
    expect(events()).toHaveLength(1);
  });
});

test('ids of events are not unique', async () => {
  hub.hubSpot.importContacts(
    hub.portal.portalId,
    Array.from({ length: 500 }, (_each, index) => ({ email: `lead${index}@example.org` })),
  );
  await hub.hubSpot.settled();
  expect(events()).toHaveLength(500);
  const ids = new Set(events().map(({ eventId }) => eventId));
  expect(ids.size).toBeLessThan(500);
  expect(ids.size).toBeGreaterThan(450);
});
