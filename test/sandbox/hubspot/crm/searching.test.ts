import { describe, expect, test } from '@jest/globals';
import { app, filter, idsFound, openPortal, refusalOf, search, start } from './open-portal.ts';

const noDelay = { searchDelayMillis: 0 };

describe('searches', () => {
  test('lag behind the records', () => {
    const portal = openPortal();
    const { records, wait } = portal;
    const contact = records.createRecord('contacts', { city: 'Bonn' }, app);
    const asked = search([filter('city', 'EQ', 'Bonn')]);
    expect(idsFound(portal, 'contacts', asked)).toEqual([]);
    wait(2_250);
    expect(idsFound(portal, 'contacts', asked)).toEqual([contact.id]);
    records.updateRecord('contacts', contact.id, { city: 'Köln' }, app);
    expect(idsFound(portal, 'contacts', asked)).toEqual([contact.id]);
    expect(records.searchRecords('contacts', asked).found[0]?.values['city']).toBe('Bonn');
    wait(2_250);
    expect(idsFound(portal, 'contacts', asked)).toEqual([]);
    records.archiveRecord('contacts', contact.id, app);
    wait(2_250);
    expect(idsFound(portal, 'contacts', search())).toEqual([]);
  });

  test('compare as each operator says', () => {
    const portal = openPortal(noDelay);
    const make = (name: string, numberofemployees: string, country: string) =>
      portal.records.createRecord('companies', { name, numberofemployees, country }, app).id;
    const [small, middle, large, unknown] = [
      make('Small Works', '9', 'US'),
      make('Middle', '100', 'DE'),
      make('Large Works', '2000', 'us'),
      make('Unknown', '', ''),
    ];
    const found = (...group: Parameters<typeof filter>) => idsFound(portal, 'companies', search([filter(...group)]));
    expect(found('numberofemployees', 'GT', '100')).toEqual([large]);
    expect(found('numberofemployees', 'GTE', '100')).toEqual([middle, large]);
    expect(found('numberofemployees', 'LT', '100')).toEqual([small]);
    expect(found('numberofemployees', 'LTE', '100.0')).toEqual([small, middle]);
    expect(found('numberofemployees', 'BETWEEN', '9', '100')).toEqual([small, middle]);
    expect(found('numberofemployees', 'HAS_PROPERTY')).toEqual([small, middle, large]);
    expect(found('numberofemployees', 'NOT_HAS_PROPERTY')).toEqual([unknown]);
    expect(found('country', 'EQ', 'Us')).toEqual([small, large]);
    expect(found('country', 'NEQ', 'us')).toEqual([middle]);
    expect(found('country', 'IN', 'us', 'de')).toEqual([small, middle, large]);
    expect(found('country', 'NOT_IN', 'us')).toEqual([middle]);
    expect(found('name', 'CONTAINS_TOKEN', 'works')).toEqual([small, large]);
    expect(found('name', 'CONTAINS_TOKEN', 'mid*')).toEqual([middle]);
    expect(found('name', 'NOT_CONTAINS_TOKEN', 'works')).toEqual([middle, unknown]);
    expect(found('createdate', 'GTE', String(start))).toHaveLength(4);
    expect(found('createdate', 'GT', '2026-11-20T09:00:00Z')).toEqual([]);
  });

  test('look for texts of IN in lower case only', () => {
    const portal = openPortal(noDelay);
    portal.records.createRecord('contacts', { city: 'Bonn' }, app);
    expect(idsFound(portal, 'contacts', search([filter('city', 'IN', 'Bonn')]))).toEqual([]);
    expect(idsFound(portal, 'contacts', search([filter('city', 'IN', 'bonn')]))).toHaveLength(1);
  });

  test('need one group of which all filters hold', () => {
    const portal = openPortal(noDelay);
    const make = (city: string, jobtitle: string) =>
      portal.records.createRecord('contacts', { city, jobtitle }, app).id;
    const [one, two, three] = [make('Bonn', 'VP'), make('Bonn', 'CEO'), make('Köln', 'CEO')];
    const bonn = filter('city', 'EQ', 'bonn');
    expect(idsFound(portal, 'contacts', search([bonn, filter('jobtitle', 'EQ', 'CEO')]))).toEqual([two]);
    expect(idsFound(portal, 'contacts', search([bonn], [filter('jobtitle', 'EQ', 'ceo')]))).toEqual([one, two, three]);
  });

  test('find records by those that they are associated with', () => {
    const portal = openPortal(noDelay);
    const contact = portal.records.createRecord('contacts', {}, app);
    const note = portal.records.createRecord('notes', { hs_timestamp: String(start) }, app, [
      { toTypeId: '0-1', toId: contact.id },
    ]);
    portal.records.createRecord('notes', { hs_timestamp: String(start) }, app);
    expect(idsFound(portal, 'notes', search([filter('associations.contact', 'EQ', contact.id)]))).toEqual([note.id]);
  });

  test('look for words at the beginnings of words', () => {
    const portal = openPortal(noDelay);
    const ann = portal.records.createRecord('contacts', { firstname: 'Ann', email: 'ann.bell@acme.com' }, app);
    portal.records.createRecord('contacts', { firstname: 'Joann' }, app);
    expect(idsFound(portal, 'contacts', { ...search(), query: 'AN acme' })).toEqual([ann.id]);
  });

  test('sort, and put records without a value last', () => {
    const portal = openPortal(noDelay);
    const make = (numberofemployees: string) => portal.records.createRecord('companies', { numberofemployees }, app).id;
    const [ten, none, nine] = [make('10'), make(''), make('9')];
    const sorted = (isDescending: boolean) =>
      idsFound(portal, 'companies', { ...search(), sort: { property: 'numberofemployees', isDescending } });
    expect(sorted(false)).toEqual([nine, ten, none]);
    expect(sorted(true)).toEqual([ten, nine, none]);
  });

  test('are refused beyond the limits', () => {
    const { records } = openPortal(noDelay);
    const one = filter('city', 'HAS_PROPERTY');
    const refused = (request: ReturnType<typeof search>) =>
      refusalOf(() => records.searchRecords('contacts', request)).status;
    expect(refused(search(...Array.from({ length: 6 }, () => [one])))).toBe(400);
    expect(refused(search(Array.from({ length: 7 }, () => one)))).toBe(400);
    expect(refused(search(...Array.from({ length: 4 }, () => Array.from({ length: 5 }, () => one))))).toBe(400);
    expect(refused({ ...search(), offset: 9_950 })).toBe(400);
    expect(refused(search([filter('nope', 'EQ', 'x')]))).toBe(400);
    expect(refused(search([filter('city', 'EQ')]))).toBe(400);
    expect(records.searchRecords('contacts', { ...search(), offset: 9_900 }).total).toBe(0);
  });
});

describe('fifty thousand contacts', () => {
  test('are read a hundred at a time in 5 ms and found by a hundred addresses in 20 ms', () => {
    const { records } = openPortal(noDelay);
    const address = (place: number): string => `person${place}@company${place % 9_000}.com`;
    const inputs = Array.from({ length: 50_000 }, (_, place) => ({
      properties: { email: address(place), firstname: `F${place}`, jobtitle: 'VP' },
    }));
    const contacts = records.createRecords('contacts', inputs, app);
    const hundred = Array.from({ length: 100 }, (_, place) => place * 499);
    const asked = search([filter('email', 'IN', ...hundred.map(address))]);
    const readMillis = fastestOf(5, () => {
      const read = hundred.map((place) => records.findRecord('contacts', contacts[place]!.id)?.values());
      expect(read.filter((values) => values !== undefined)).toHaveLength(100);
    });
    const searchMillis = fastestOf(5, () => {
      expect(records.searchRecords('contacts', asked).total).toBe(100);
    });
    expect(readMillis).toBeLessThan(5);
    expect(searchMillis).toBeLessThan(20);
  });
});

/** The machine does other things too, so that the fastest of some turns says most. */
function fastestOf(turns: number, step: () => void): number {
  let fastest = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < turns; turn++) {
    const begin = performance.now();
    step();
    fastest = Math.min(fastest, performance.now() - begin);
  }
  return fastest;
}
