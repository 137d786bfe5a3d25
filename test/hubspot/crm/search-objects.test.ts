import { afterEach, describe, expect, test } from '@jest/globals';
import { apiVersion } from '../../../hubspot/handlers/crm/api-version.ts';
import type { SearchFilter } from '../../../hubspot/handlers/crm/crm.ts';
import { batchOf, inputsOf, jsonOf, recordOf, refusalOf, ScriptedPortal, type Received } from './scripted-portal.ts';

let portal: ScriptedPortal;

afterEach(() => portal.close());

const ids = (count: number, first = 1): string[] => Array.from({ length: count }, (_one, at) => String(first + at));

type Search = {
  readonly filterGroups: { filters: { propertyName: string; operator: string; value?: string; values?: string[] }[] }[];
  readonly after?: string;
  readonly limit: number;
  readonly properties: string[];
  readonly sorts: unknown;
};

const searchOf = (received: Received): Search => jsonOf(received) as Search;

/** A portal with contacts of these ids that searches as HubSpot documents: pages, 10,000 results, filters on ids. */
function startSearchable(count: number): Promise<ScriptedPortal> {
  return ScriptedPortal.start((received) => {
    if (received.path.endsWith('/batch/read')) {
      return batchOf(inputsOf(received).map(({ id }) => recordOf(id, { email: `${id}@example.com` })));
    }
    const { filterGroups, after = '0', limit } = searchOf(received);
    if (received.text.length > 3000 || Number(after) + limit > 10_000) {
      return refusalOf(400, 'VALIDATION_ERROR');
    }
    const found = ids(count).filter(
      (id) =>
        filterGroups.length === 0 ||
        filterGroups.some(({ filters }) =>
          filters.every(({ propertyName, operator, value = '', values = [] }) => {
            if (propertyName !== 'hs_object_id') {
              return true;
            }
            return operator === 'GT' ? Number(id) > Number(value) : values.includes(id) === (operator === 'IN');
          }),
        ),
    );
    const page = found.slice(Number(after), Number(after) + limit);
    const next = Number(after) + page.length;
    return {
      body: {
        total: found.length,
        results: page.map((id) => recordOf(id)),
        ...(next < found.length ? { paging: { next: { after: String(next) } } } : {}),
      },
    };
  });
}

const among = (values: readonly string[]): SearchFilter => ({ property: 'hs_object_id', operator: 'IN', values });

describe('Searching', () => {
  test('writes filters as HubSpot documents them', async () => {
    portal = await startSearchable(1);
    const groups: SearchFilter[][] = [
      [
        { property: 'email', operator: 'EQ', values: ['ann@example.com'] },
        { property: 'sbx_band', operator: 'NOT_IN', values: ['A', 'B'] },
      ],
      [{ property: 'sbx_decided_at', operator: 'NOT_HAS_PROPERTY', values: [] }],
    ];
    await portal.crm().searchObjects({ objectType: 'contacts', groups, properties: ['email'], most: 50 });
    expect(portal.received[0]?.path).toBe(`/crm/objects/${apiVersion}/contacts/search`);
    expect(portal.bodies[0]).toEqual({
      filterGroups: [
        {
          filters: [
            { propertyName: 'email', operator: 'EQ', value: 'ann@example.com' },
            { propertyName: 'sbx_band', operator: 'NOT_IN', values: ['A', 'B'] },
          ],
        },
        { filters: [{ propertyName: 'sbx_decided_at', operator: 'NOT_HAS_PROPERTY' }] },
      ],
      sorts: [{ propertyName: 'hs_object_id', direction: 'ASCENDING' }],
      properties: ['email'],
      limit: 50,
    });
    expect(portal.taken).toEqual(['search']);
  });

  test('pages by two hundred and stops at the most that are wanted', async () => {
    portal = await startSearchable(1000);
    const records = await portal.crm().searchObjects({ objectType: 'contacts', groups: [], properties: [], most: 450 });
    expect(records.map(({ id }) => id)).toEqual(ids(450));
    expect(portal.received.map((received) => searchOf(received).limit)).toEqual([200, 200, 50]);
  });

  test('begins a new search after the last id where HubSpot pages no further', async () => {
    portal = await startSearchable(10_300);
    const groups: SearchFilter[][] = [[{ property: 'email', operator: 'HAS_PROPERTY', values: [] }]];
    const search = { objectType: 'contacts', groups, properties: [], most: 20_000 };
    const records = await portal.crm().searchObjects(search);
    expect(records).toHaveLength(10_300);
    const [last] = portal.received.slice(50, 51).map(searchOf);
    expect(last?.filterGroups[0]?.filters.at(-1)).toEqual({
      propertyName: 'hs_object_id',
      operator: 'GT',
      value: '10000',
    });
    expect(last?.after).toBeUndefined();
  });

  test.each([
    ['risingIds', { propertyName: 'hs_object_id', direction: 'ASCENDING' }, ['2', '3', '12']],
    ['fallingIds', { propertyName: 'hs_object_id', direction: 'DESCENDING' }, ['12', '3', '2']],
    ['lastCreated', { propertyName: 'createdate', direction: 'DESCENDING' }, ['2', '12', '3']],
  ] as const)('in the order %s asks HubSpot for it, and leaves no order to chance', async (order, sort, expected) => {
    const records = [recordOf('3'), { ...recordOf('2'), createdAt: '2026-11-20T08:05:00.000Z' }, recordOf('12')];
    portal = await ScriptedPortal.start(() => ({ body: { total: 3, results: records } }));
    const search = { objectType: 'contacts', groups: [], properties: [], most: 100, order };
    expect((await portal.crm().searchObjects(search)).map(({ id }) => id)).toEqual(expected);
    expect(searchOf(portal.received[0] as Received).sorts).toEqual([sort]);
  });

  test.each([
    ['fallingIds', 10_300, 'LT'],
    ['lastCreated', 10_000, null],
  ] as const)('in the order %s finds %i of 10,300, for only ids say where to go on', async (order, found, operator) => {
    const newest = ids(10_300).reverse();
    portal = await ScriptedPortal.start((received) => {
      const { after = '0', limit, filterGroups } = searchOf(received);
      const below = Number(filterGroups[0]?.filters[0]?.value ?? Number.POSITIVE_INFINITY);
      const left = newest.filter((id) => Number(id) < below);
      const page = left.slice(Number(after), Number(after) + limit);
      const next = Number(after) + page.length;
      const paging = next < left.length ? { paging: { next: { after: String(next) } } } : {};
      return { body: { total: left.length, results: page.map((id) => recordOf(id)), ...paging } };
    });
    const search = { objectType: 'contacts', groups: [], properties: [], most: 20_000, order };
    const records = await portal.crm().searchObjects(search);
    expect(records.map(({ id }) => id)).toEqual(newest.slice(0, found));
    const last = searchOf(portal.received.at(-1) as Received).filterGroups[0]?.filters[0]?.operator ?? null;
    expect(last).toBe(operator);
  });

  test('cuts a list of more than a hundred values into several searches', async () => {
    portal = await startSearchable(400);
    const groups = [[among(ids(250, 101))]];
    const records = await portal.crm().searchObjects({ objectType: 'contacts', groups, properties: [], most: 1000 });
    expect(records.map(({ id }) => id)).toEqual(ids(250, 101));
    for (const received of portal.received) {
      expect(searchOf(received).filterGroups[0]?.filters[0]?.values?.length).toBeLessThanOrEqual(100);
    }
  });

  test('cuts a long NOT_IN into filters that must all hold', async () => {
    portal = await startSearchable(300);
    const values = ids(220, 11);
    const groups: SearchFilter[][] = [[{ property: 'hs_object_id', operator: 'NOT_IN', values }]];
    const records = await portal.crm().searchObjects({ objectType: 'contacts', groups, properties: [], most: 1000 });
    expect(records).toHaveLength(80);
    expect(searchOf(portal.received[0] as Received).filterGroups[0]?.filters).toHaveLength(3);
  });

  test('keeps every request below three thousand characters', async () => {
    portal = await startSearchable(99);
    const long = Array.from({ length: 100 }, (_one, at) => `a-rather-long-value-of-an-enumeration-${at}`);
    const properties = Array.from({ length: 40 }, (_one, at) => `property_number_${at}`);
    const groups: SearchFilter[][] = [[{ property: 'sbx_campaign', operator: 'IN', values: long }]];
    const records = await portal.crm().searchObjects({ objectType: 'contacts', groups, properties, most: 1000 });
    expect(records).toHaveLength(99);
    expect(portal.received.length).toBeGreaterThan(1);
  });

  test('searches for ids and reads the records where the names of the properties take too much', async () => {
    portal = await startSearchable(30);
    const properties = Array.from({ length: 150 }, (_one, at) => `a_property_with_a_long_name_${at}`);
    const records = await portal.crm().searchObjects({ objectType: 'contacts', groups: [], properties, most: 10 });
    expect(records.map((record) => record.properties['email'])).toEqual(ids(10).map((id) => `${id}@example.com`));
    expect(searchOf(portal.received[0] as Received).properties).toEqual(['hs_object_id']);
    expect(jsonOf(portal.received[1] as Received)['properties']).toEqual(properties);
  });
});
