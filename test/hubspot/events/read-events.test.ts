import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { eventKeyOf } from '../../../hubspot/handlers/events/event-key.ts';
import type { PortalEvent } from '../../../hubspot/handlers/events/portal-event.ts';
import { readEvents } from '../../../hubspot/handlers/events/read-events.ts';
import { withoutPersonal } from '../../../hubspot/handlers/events/without-personal.ts';
import { associationChange, payload, propertyChange, type Payload } from './webhook-payloads.ts';

function readOne(item: Payload): PortalEvent {
  const { events, problems } = readEvents([item]);
  expect(problems).toEqual([]);
  expect(events).toHaveLength(1);
  return events[0]!;
}

describe('events of a delivery', () => {
  test.each([
    ['contact.creation', 'creation', '0-1'],
    ['contact.deletion', 'deletion', '0-1'],
    ['contact.privacyDeletion', 'privacyDeletion', '0-1'],
    ['contact.restore', 'restore', '0-1'],
    ['company.creation', 'creation', '0-2'],
    ['deal.deletion', 'deletion', '0-3'],
    ['line_item.creation', 'creation', '0-8'],
  ])('of the older form are read: %s', (subscriptionType, kind, objectTypeId) => {
    expect(readOne(payload(subscriptionType))).toMatchObject({ kind, objectTypeId, objectId: '1246965', attempt: 0 });
  });

  test.each([
    ['object.creation', 'creation', '0-1'],
    ['object.restore', 'restore', '0-2'],
    ['object.deletion', 'deletion', '2-3453932'],
  ])('of the newer form are read with their type id: %s', (subscriptionType, kind, objectTypeId) => {
    expect(readOne(payload(subscriptionType, { objectTypeId }))).toMatchObject({ kind, objectTypeId });
  });

  test('of an unknown subscription become "other", also those of conversations that use a known word', () => {
    for (const subscriptionType of [
      'conversation.creation',
      'object.snapshot',
      'nothing',
      'contact.creation.late',
      'toString.creation',
    ]) {
      expect(readOne(payload(subscriptionType)).kind).toBe('other');
    }
  });

  test('keep their ids whether these are numbers or digits', () => {
    const quoted = {
      portalId: '62515',
      objectId: '9007199254740993',
      subscriptionId: '12',
      eventId: '41',
      occurredAt: '1700000000000',
    };
    expect(readOne(payload('contact.creation', quoted))).toMatchObject({
      portalId: 62515,
      objectId: '9007199254740993',
      subscriptionId: 12,
      eventId: 41,
      occurredAt: 1_700_000_000_000,
    });
  });

  test('of a merge name those that are no more and the one that is', () => {
    const merged = payload('object.merge', {
      objectTypeId: '0-1',
      primaryObjectId: 1,
      mergedObjectIds: [2, '3'],
      newObjectId: 9,
      numberOfPropertiesMoved: 4,
    });
    expect(readOne(merged)).toMatchObject({
      kind: 'merge',
      objectId: '1',
      mergedIds: ['2', '3', '1'],
      newObjectId: '9',
    });
  });

  test('of a merge without a new record keep the primary one', () => {
    const merged = payload('contact.merge', { primaryObjectId: 1, mergedObjectIds: [1, 2], newObjectId: 1 });
    expect(readOne(merged)).toMatchObject({ mergedIds: ['2'], newObjectId: '1' });
    const older = payload('contact.merge', { primaryObjectId: 1, mergedObjectIds: [2] });
    expect(readOne(older)).toMatchObject({ mergedIds: ['2'], newObjectId: '1' });
  });

  test('of an association have both of its ends, in either form', () => {
    const ends = { objectTypeId: '0-1', objectId: '11', associated: { objectTypeId: '0-2', objectId: '22' } };
    expect(readOne(associationChange())).toMatchObject(ends);
    const older = { ...payload('contact.associationChange'), objectId: undefined };
    expect(
      readOne({ ...older, associationType: 'CONTACT_TO_COMPANY', fromObjectId: 11, toObjectId: 22 }),
    ).toMatchObject(ends);
  });

  test('do not carry the value that changed', () => {
    const event = readOne(propertyChange('email', { propertyValue: 'ana@example.com' }));
    expect(JSON.stringify(event)).not.toContain('ana@');
    expect(event.property).toBe('email');
  });

  test('do not carry an address that stands where a source belongs', () => {
    expect(readOne(propertyChange('email', { sourceId: 'ana@example.com' })).sourceId).toBeNull();
    expect(readOne(propertyChange('email', { sourceId: 54 })).sourceId).toBe('54');
    const event = { ...readOne(propertyChange('email')), sourceId: 'Ana Ruiz' };
    expect(withoutPersonal(event)).toEqual({ ...event, sourceId: null });
  });

  test('are not lost over a detail that nobody needs', () => {
    const odd = {
      eventId: 'x',
      subscriptionId: null,
      appId: {},
      attemptNumber: -1,
      changeSource: 7,
      mergedObjectIds: 'no',
    };
    expect(readOne(payload('contact.creation', odd))).toMatchObject({
      eventId: 0,
      subscriptionId: 0,
      appId: null,
      attempt: 0,
      changeSource: null,
    });
  });
});

describe('what cannot be read', () => {
  test.each([
    ['no object id', payload('contact.creation', { objectId: null }), /objectId/],
    ['no type id in the newer form', payload('object.creation'), /objectTypeId/],
    ['no property', propertyChange(''), /propertyName/],
    ['no portal', payload('contact.creation', { portalId: 'ana@example.com' }), /portalId/],
    ['no instant', payload('contact.creation', { occurredAt: '2026-01-01' }), /occurredAt/],
    ['nobody who was merged', payload('contact.merge', { primaryObjectId: 5 }), /mergedObjectIds/],
    ['an association from nowhere', associationChange({ fromObjectId: null }), /fromObjectId/],
  ])('is a problem that names what is missing and repeats no value: %s', (_, item, found) => {
    const read = readEvents([item]);
    expect(read).toMatchObject({ isRefused: false, events: [] });
    expect(read.problems).toHaveLength(1);
    expect(read.problems[0]).toMatchObject({ code: 'HSN003', about: 'event 1' });
    expect(read.problems[0]!.found).toMatch(found);
    expect(JSON.stringify(read.problems)).not.toContain('example.com');
  });

  test('takes no other event of the delivery along', () => {
    const read = readEvents([5, payload('contact.creation'), null, payload('contact.deletion'), []]);
    expect(read.events.map((event) => event.kind)).toEqual(['creation', 'deletion']);
    expect(read.problems.map((problem) => problem.about)).toEqual(['event 1', 'event 3', 'event 5']);
  });

  test('is refused as a whole where it is no list, or longer than anything that HubSpot sends', () => {
    expect(readEvents({ events: [] })).toMatchObject({ isRefused: true, events: [], problems: [{ code: 'HSN001' }] });
    const many = Array.from({ length: 1001 }, () => payload('contact.creation'));
    expect(readEvents(many)).toMatchObject({ isRefused: true, events: [], problems: [{ code: 'HSN002' }] });
    expect(readEvents(many.slice(1)).events).toHaveLength(1000);
  });
});

describe('any delivery', () => {
  const readable = fc.oneof(
    fc
      .constantFrom('contact.creation', 'company.deletion', 'contact.restore', 'unheard.of')
      .map((type) => payload(type)),
    fc.constantFrom('email', 'country').map((property) => propertyChange(property)),
    fc.nat().map((id) => associationChange({ fromObjectId: id })),
  );
  const disturbed = fc
    .tuple(
      readable,
      fc.dictionary(
        fc.constantFrom('objectId', 'portalId', 'occurredAt', 'subscriptionType', 'eventId'),
        fc.anything(),
      ),
    )
    .map(([item, odd]) => ({ ...item, ...odd }));

  test('is read without an exception, and each event is read or told of', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(readable, disturbed, fc.anything()), { maxLength: 30 }), (body) => {
        const read = readEvents(body);
        expect(read.events.length + read.problems.length).toBe(body.length);
      }),
      { numRuns: 500 },
    );
  });

  test('loses no readable event, whatever stands between', () => {
    const garbage = fc.oneof(fc.integer(), fc.string(), fc.constant(null), fc.constant({}), fc.array(fc.nat()));
    const items = fc.array(
      fc.oneof(
        readable.map((item) => ({ item, isReadable: true })),
        garbage.map((item) => ({ item, isReadable: false })),
      ),
      {
        maxLength: 60,
      },
    );
    fc.assert(
      fc.property(items, (mixed) => {
        const expected = mixed.filter(({ isReadable }) => isReadable).flatMap(({ item }) => readEvents([item]).events);
        expect(expected).toHaveLength(mixed.filter(({ isReadable }) => isReadable).length);
        expect(readEvents(mixed.map(({ item }) => item)).events).toEqual(expected);
      }),
    );
  });

  test('that is no list is refused', () => {
    fc.assert(
      fc.property(
        fc.anything().filter((body) => !Array.isArray(body)),
        (body) => {
          expect(readEvents(body).isRefused).toBe(true);
        },
      ),
    );
  });
});

describe('the key of an event', () => {
  test('is the same for each delivery of the event', () => {
    const first = eventKeyOf(readOne(payload('contact.creation')));
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(eventKeyOf(readOne(payload('contact.creation', { attemptNumber: 3, sourceId: 'userId:8' })))).toBe(first);
  });

  test('differs where the event is another one', () => {
    const events: Payload[] = [
      payload('contact.creation'),
      payload('contact.deletion'),
      payload('company.creation'),
      payload('contact.creation', { eventId: 42 }),
      payload('contact.creation', { objectId: 2 }),
      payload('contact.creation', { portalId: 2 }),
      payload('contact.creation', { subscriptionId: 2 }),
      payload('contact.creation', { occurredAt: 2 }),
      propertyChange('email'),
      propertyChange('phone'),
      payload('contact.merge', { primaryObjectId: 1246965, mergedObjectIds: [2] }),
      payload('contact.merge', { primaryObjectId: 1246965, mergedObjectIds: [3] }),
      associationChange(),
      associationChange({ toObjectId: 23 }),
    ];
    expect(new Set(events.map((item) => eventKeyOf(readOne(item)))).size).toBe(events.length);
  });
});
