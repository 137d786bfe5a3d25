import { describe, expect, test } from '@jest/globals';
import type { PortalRecords } from '../../../../sandbox/hubspot/records/portal-records.ts';
import { app, openPortal, person, refusalOf, start } from './open-portal.ts';

const names = [
  'num_associated_deals',
  'first_deal_created_date',
  'recent_deal_amount',
  'recent_deal_close_date',
  'total_revenue',
  'hs_num_open_deals',
  'hs_total_deal_value',
];

function sums(records: PortalRecords, type: string, id: string): Record<string, string> {
  const record = records.findRecord(type, id)!;
  return Object.fromEntries(names.flatMap((name) => (record.has(name) ? [[name, record.value(name)!]] : [])));
}

/** A contact and a company that share deals. */
function openWithDeals() {
  const portal = openPortal();
  const { records } = portal;
  const contact = records.createRecord('contacts', { email: 'ann@example.com' }, app).id;
  const company = records.createRecord('companies', { name: 'Example' }, app).id;
  const add = (properties: Record<string, string>): string =>
    records.createRecord('deals', { dealname: 'Deal', ...properties }, person, [
      { toTypeId: '0-1', toId: contact },
      { toTypeId: '0-2', toId: company },
    ]).id;
  const ofContact = () => sums(records, 'contacts', contact);
  const ofCompany = () => sums(records, 'companies', company);
  return { ...portal, contact, company, add, ofContact, ofCompany };
}

describe('deals are summed up', () => {
  test('on their contacts and companies, open and won ones', () => {
    const { add, ofContact, ofCompany, wait } = openWithDeals();
    add({ amount: '100', dealstage: 'contractsent' });
    wait(1_000);
    add({ amount: '70', dealstage: 'closedwon', closedate: '2026-11-18T00:00:00Z' });
    add({ amount: '50', dealstage: 'closedwon', closedate: '2026-10-01T00:00:00Z' });
    add({ amount: '900', dealstage: 'closedlost' });
    const both = {
      num_associated_deals: '4',
      first_deal_created_date: new Date(start).toISOString(),
      recent_deal_amount: '70',
      recent_deal_close_date: '2026-11-18T00:00:00.000Z',
      total_revenue: '120',
    };
    expect(ofContact()).toEqual(both);
    expect(ofCompany()).toEqual({ ...both, hs_num_open_deals: '1', hs_total_deal_value: '100' });
  });

  test('anew when one moves, changes or goes', () => {
    const { records, contact, company, add, ofContact, ofCompany, wait } = openWithDeals();
    const deal = add({ amount: '100' });
    expect(ofContact()).toMatchObject({ num_associated_deals: '1' });
    expect(ofContact()).not.toHaveProperty('recent_deal_close_date');
    wait(60_000);
    records.updateRecord('deals', deal, { dealstage: 'closedwon' }, person);
    const closed = new Date(start + 60_000).toISOString();
    expect(ofContact()).toMatchObject({ recent_deal_close_date: closed, recent_deal_amount: '100' });
    expect(ofCompany()).toMatchObject({ hs_num_open_deals: '0' });
    records.updateRecord('deals', deal, { amount: '110', closedate: '2026-11-01T00:00:00Z' }, person);
    expect(ofContact()).toMatchObject({ recent_deal_close_date: '2026-11-01T00:00:00.000Z', total_revenue: '110' });
    records.archiveRecord('deals', deal, person);
    expect(ofContact()).toEqual({});
    records.restoreRecord('deals', deal, person);
    expect(ofContact()).toMatchObject({ num_associated_deals: '1' });
    records.dissociate('contacts', contact, 'deals', deal, person);
    expect(ofContact()).toEqual({});
    expect(ofCompany()).toMatchObject({ num_associated_deals: '1' });
    expect(records.associationsOf('companies', company, 'deals')).toHaveLength(1);
  });

  test('on the record that two were merged into', () => {
    const { records, contact, add } = openWithDeals();
    add({ amount: '100', dealstage: 'closedwon' });
    const other = records.createRecord('contacts', { email: 'other@example.com' }, app).id;
    records.createRecord('deals', { dealname: 'More', amount: '30' }, app, [{ toTypeId: '0-1', toId: other }]);
    const merged = records.mergeRecords('contacts', contact, other, person);
    expect(sums(records, 'contacts', merged.id)).toMatchObject({ num_associated_deals: '2', total_revenue: '100' });
  });

  test('by the portal alone, and everybody hears of it', () => {
    const { records, contact, changes, add } = openWithDeals();
    add({ dealstage: 'closedwon', closedate: '2026-11-01T00:00:00Z' });
    expect(changes).toContainEqual(
      expect.objectContaining({
        kind: 'propertyChange',
        objectId: contact,
        property: 'recent_deal_close_date',
        source: expect.objectContaining({ sourceType: 'CALCULATED' }) as unknown,
      }),
    );
    const write = (): unknown => records.updateRecord('contacts', contact, { num_associated_deals: '9' }, app);
    expect(refusalOf(write).errors[0]?.code).toBe('READ_ONLY_VALUE');
  });
});
