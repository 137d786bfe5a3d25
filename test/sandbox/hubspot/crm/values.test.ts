import { describe, expect, test } from '@jest/globals';
import { app, codesOf, form, openPortal, person, refusalOf, start } from './open-portal.ts';

describe('the values of a record', () => {
  test('are kept as HubSpot writes them', () => {
    const { records } = openPortal();
    records.defineProperty('contacts', {
      name: 'score',
      label: 'Score',
      type: 'number',
      fieldType: 'number',
      groupName: 'contactinformation',
    });
    const contact = records.createRecord('contacts', { email: ' Ann@Example.COM ', score: 7.5, hs_timezone: 'x' }, app);
    const company = records.createRecord('companies', { domain: 'https://www.Acme.com/about', is_public: 'TRUE' }, app);
    const task = records.createRecord('tasks', { hs_timestamp: String(start) }, app);
    expect(contact.value('email')).toBe('ann@example.com');
    expect(contact.value('score')).toBe('7.5');
    expect(company.value('domain')).toBe('acme.com');
    expect(company.value('is_public')).toBe('true');
    expect(task.value('hs_timestamp')).toBe('2026-11-20T09:00:00.000Z');
  });

  test('are refused all together, each with its code', () => {
    const { records } = openPortal();
    const write = () =>
      records.createRecord(
        'contacts',
        {
          nope: 'x',
          email: 'no address',
          lifecyclestage: 'warm',
          num_conversion_events: 3,
          date_of_birth: '2000-01-01T10:00:00Z',
          associatedcompanyid: 'many',
          hubspot_owner_id: '4711',
          message: 'x'.repeat(65_537),
        },
        app,
      );
    expect(codesOf(write)).toEqual([
      'PROPERTY_DOESNT_EXIST',
      'INVALID_EMAIL',
      'INVALID_OPTION',
      'READ_ONLY_VALUE',
      'INVALID_DATE',
      'INVALID_NUMBER',
      'INVALID_OWNER_ID',
      'VALUE_TOO_LONG',
    ]);
    expect(refusalOf(write).message).toContain(
      'Property values were not valid: [{"isValid":false,"message":"Property \\"nope\\" does not exist","error":"PROPERTY_DOESNT_EXIST","name":"nope"',
    );
    expect(records.listRecords('contacts')).toEqual([]);
  });

  test('of forms may be those that nobody else writes', () => {
    const { records } = openPortal();
    const contact = records.createRecord('contacts', { email: 'a@b.com', num_conversion_events: 1 }, form);
    expect(contact.value('num_conversion_events')).toBe('1');
  });

  test('are added to several with a semicolon in front', () => {
    const { records } = openPortal();
    const contact = records.createRecord('contacts', { hs_buying_role: 'CHAMPION' }, app);
    records.updateRecord('contacts', contact.id, { hs_buying_role: ';END_USER;CHAMPION' }, app);
    expect(contact.value('hs_buying_role')).toBe('CHAMPION;END_USER');
  });

  test('keep their history, newest first, each with who wrote it', () => {
    const { records, wait } = openPortal();
    const contact = records.createRecord('contacts', { jobtitle: 'VP' }, form);
    wait(1_000);
    records.updateRecord('contacts', contact.id, { jobtitle: 'CEO' }, person);
    records.updateRecord('contacts', contact.id, { jobtitle: 'CEO' }, app);
    expect(contact.history('jobtitle').map(({ value, at, source }) => [value, at, source])).toEqual([
      ['CEO', start + 1_000, person],
      ['VP', start, form],
    ]);
  });

  test('keep 45 versions on contacts and 20 elsewhere', () => {
    const { records } = openPortal();
    const contact = records.createRecord('contacts', {}, app);
    const company = records.createRecord('companies', {}, app);
    for (let turn = 0; turn < 60; turn++) {
      records.updateRecord('contacts', contact.id, { jobtitle: `turn ${turn}` }, app);
      records.updateRecord('companies', company.id, { name: `turn ${turn}` }, app);
    }
    expect(contact.history('jobtitle')).toHaveLength(45);
    expect(contact.history('jobtitle')[44]?.value).toBe('turn 15');
    expect(company.history('name')).toHaveLength(20);
  });

  test('announce a change only where something changed', () => {
    const { records, changes } = openPortal();
    const contact = records.createRecord('contacts', { jobtitle: 'VP' }, app);
    changes.length = 0;
    records.updateRecord('contacts', contact.id, { jobtitle: 'VP', city: 'Bonn' }, app);
    expect(changes).toEqual([
      {
        kind: 'propertyChange',
        objectTypeId: '0-1',
        objectId: contact.id,
        property: 'city',
        value: 'Bonn',
        source: app,
        at: start,
      },
    ]);
  });
});

describe('the owner of a record', () => {
  test('is an owner who is active', () => {
    const { records } = openPortal();
    const owner = records.addUser({ email: 'ana@example.com', firstName: 'Ana', lastName: 'Bell' });
    const contact = records.createRecord('contacts', { hubspot_owner_id: owner.id }, app);
    expect(contact.value('hubspot_owner_assigneddate')).toBe('2026-11-20T09:00:00.000Z');
    records.deactivateOwner(owner.id);
    expect(codesOf(() => records.createRecord('contacts', { hubspot_owner_id: owner.id }, app))).toEqual([
      'INVALID_OWNER_ID',
    ]);
  });

  test('is noted anew each time that it changes, and gone when it is taken away', () => {
    const { records, wait } = openPortal();
    const [ana, ben] = ['ana', 'ben'].map((name) =>
      records.addUser({ email: `${name}@example.com`, firstName: name, lastName: 'Bell' }),
    );
    const contact = records.createRecord('contacts', { hubspot_owner_id: ana!.id }, app);
    wait(60_000);
    records.updateRecord('contacts', contact.id, { hubspot_owner_id: ben!.id }, person);
    expect(contact.value('hubspot_owner_assigneddate')).toBe('2026-11-20T09:01:00.000Z');
    records.updateRecord('contacts', contact.id, { hubspot_owner_id: '' }, person);
    expect(contact.has('hubspot_owner_assigneddate')).toBe(false);
  });
});

describe('the lifecycle stage', () => {
  test('moves only forward for an app, unless it was cleared', () => {
    const { records } = openPortal();
    const contact = records.createRecord('contacts', { lifecyclestage: 'customer' }, app);
    records.updateRecord('contacts', contact.id, { lifecyclestage: 'lead' }, app);
    expect(contact.value('lifecyclestage')).toBe('customer');
    records.updateRecord('contacts', contact.id, { lifecyclestage: '' }, app);
    records.updateRecord('contacts', contact.id, { lifecyclestage: 'lead' }, app);
    expect(contact.value('lifecyclestage')).toBe('lead');
  });

  test('moves back by a person', () => {
    const { records } = openPortal();
    const contact = records.createRecord('contacts', { lifecyclestage: 'customer' }, app);
    records.updateRecord('contacts', contact.id, { lifecyclestage: 'lead' }, person);
    expect(contact.value('lifecyclestage')).toBe('lead');
  });
});
