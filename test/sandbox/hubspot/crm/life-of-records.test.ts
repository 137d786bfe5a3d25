import { describe, expect, test } from '@jest/globals';
import { app, openPortal, refusalOf, start } from './open-portal.ts';

describe('a contact', () => {
  test('has an address that no other contact has', () => {
    const { records } = openPortal();
    const contact = records.createRecord('contacts', { email: 'ann@example.com' }, app);
    const refusal = refusalOf(() => records.createRecord('contacts', { email: 'ANN@example.com' }, app));
    expect([refusal.status, refusal.category, refusal.message]).toEqual([
      409,
      'CONFLICT',
      `Contact already exists. Existing ID: ${contact.id}`,
    ]);
  });

  test('is not made when another of the same request has its address', () => {
    const { records } = openPortal();
    const two = [{ properties: { email: 'ann@example.com' } }, { properties: { email: 'ann@example.com' } }];
    expect(refusalOf(() => records.createRecords('contacts', two, app)).status).toBe(409);
    expect(records.listRecords('contacts')).toEqual([]);
  });

  test('says where it came from', () => {
    const { records, changes } = openPortal();
    const contact = records.createRecord('contacts', { firstname: 'Ann' }, app);
    expect(contact.values()).toMatchObject({
      hs_object_id: contact.id,
      createdate: '2026-11-20T09:00:00.000Z',
      lastmodifieddate: '2026-11-20T09:00:00.000Z',
      hs_object_source: 'INTEGRATION',
      hs_object_source_id: '55',
      lifecyclestage: 'lead',
    });
    expect(changes[0]).toEqual({
      kind: 'creation',
      objectTypeId: '0-1',
      objectId: contact.id,
      source: app,
      at: start,
    });
  });

  test('goes into the recycling bin and comes back', () => {
    const { records, changes } = openPortal();
    const contact = records.createRecord('contacts', { email: 'ann@example.com' }, app);
    records.archiveRecord('contacts', contact.id, app);
    expect(records.findRecord('contacts', contact.id)).toBeNull();
    expect(records.findRecord('contacts', contact.id, undefined, true)?.id).toBe(contact.id);
    expect(records.findRecord('contacts', 'ann@example.com', 'email')).toBeNull();
    records.restoreRecord('contacts', contact.id, app);
    expect(records.findRecord('contacts', 'ann@example.com', 'email')?.id).toBe(contact.id);
    expect(changes.slice(-2).map(({ kind }) => kind)).toEqual(['deletion', 'restore']);
  });

  test('does not come back when somebody else has its address by then', () => {
    const { records } = openPortal();
    const contact = records.createRecord('contacts', { email: 'ann@example.com' }, app);
    records.archiveRecord('contacts', contact.id, app);
    records.createRecord('contacts', { email: 'ann@example.com' }, app);
    expect(refusalOf(() => records.restoreRecord('contacts', contact.id, app)).category).toBe('CONFLICT');
  });

  test('is erased for ever, and its address is blocked', () => {
    const { records, changes } = openPortal();
    const contact = records.createRecord('contacts', { email: 'ann@example.com' }, app);
    records.eraseContact(contact.id, app);
    expect(records.findRecord('contacts', contact.id, undefined, true)).toBeNull();
    expect(changes.at(-1)).toMatchObject({ kind: 'privacyDeletion', objectId: contact.id });
    const again = refusalOf(() => records.createRecord('contacts', { email: 'Ann@example.com' }, app));
    expect(again.errors[0]?.code).toBe('GDPR_BLOCKLISTED');
  });

  test('that nobody knows is blocked by its address', () => {
    const { records } = openPortal();
    records.eraseEmail('nobody@example.com', app);
    expect(refusalOf(() => records.createRecord('contacts', { email: 'nobody@example.com' }, app)).status).toBe(400);
  });
});

describe('merging two contacts', () => {
  test('makes a record with a new id, to which both old ones lead', () => {
    const { records, changes } = openPortal();
    const one = records.createRecord('contacts', { email: 'one@example.com', city: 'Bonn' }, app);
    const other = records.createRecord('contacts', { email: 'two@example.com', city: 'Köln', phone: '5' }, app);
    const merged = records.mergeRecords('contacts', one.id, other.id, app);
    expect([one.id, other.id]).not.toContain(merged.id);
    for (const id of [one.id, other.id, merged.id]) {
      expect(records.findRecord('contacts', id)?.id).toBe(merged.id);
    }
    expect(merged.values()).toMatchObject({
      email: 'one@example.com',
      city: 'Bonn',
      phone: '5',
      hs_object_id: merged.id,
      hs_merged_object_ids: `${one.id};${other.id}`,
      hs_additional_emails: 'two@example.com',
    });
    expect(changes.at(-1)).toMatchObject({
      kind: 'merge',
      objectId: one.id,
      mergedIds: [other.id],
      newId: merged.id,
    });
    expect(records.findRecord('contacts', 'TWO@example.com', 'email')?.id).toBe(merged.id);
    expect(records.listRecords('contacts').map(({ id }) => id)).toEqual([merged.id]);
  });

  test('keeps the further stage and the history of both', () => {
    const { records, wait } = openPortal();
    const one = records.createRecord('contacts', { jobtitle: 'VP' }, app);
    wait(5);
    const other = records.createRecord('contacts', { jobtitle: 'CEO', lifecyclestage: 'customer' }, app);
    const merged = records.mergeRecords('contacts', one.id, other.id, app);
    expect(merged.value('lifecyclestage')).toBe('customer');
    expect(merged.history('jobtitle').map(({ value }) => value)).toEqual(['VP', 'CEO']);
  });

  test('leads on from a record that was merged twice', () => {
    const { records } = openPortal();
    const [one, two, three] = [1, 2, 3].map((each) => records.createRecord('contacts', { city: String(each) }, app));
    const first = records.mergeRecords('contacts', one!.id, two!.id, app);
    const last = records.mergeRecords('contacts', three!.id, first.id, app);
    expect(records.findRecord('contacts', two!.id)?.id).toBe(last.id);
    expect(last.value('hs_merged_object_ids')?.split(';').toSorted()).toEqual(
      [one!.id, two!.id, three!.id, first.id].toSorted(),
    );
  });

  test('keeps the primary id in portals of the beta that preserves it', () => {
    const { records } = openPortal({ isPrimaryIdKept: true });
    const one = records.createRecord('contacts', { city: 'Bonn' }, app);
    const other = records.createRecord('contacts', {}, app);
    expect(records.mergeRecords('contacts', one.id, other.id, app).id).toBe(one.id);
    expect(records.findRecord('contacts', other.id)?.value('city')).toBe('Bonn');
  });

  test('takes the associations of both along, with one primary company', () => {
    const { records } = openPortal();
    const [acme, beta] = ['Acme', 'Beta'].map((name) => records.createRecord('companies', { name }, app));
    const one = records.createRecord('contacts', {}, app, [{ toTypeId: '0-2', toId: acme!.id }]);
    const other = records.createRecord('contacts', {}, app, [{ toTypeId: '0-2', toId: beta!.id }]);
    const merged = records.mergeRecords('contacts', one.id, other.id, app);
    const companies = records.associationsOf('contacts', merged.id, 'companies');
    expect(companies.map(({ toId, types }) => [toId, types.map(({ typeId }) => typeId)])).toEqual([
      [acme!.id, [279, 1]],
      [beta!.id, [279]],
    ]);
    expect(merged.value('associatedcompanyid')).toBe(acme!.id);
  });
});

describe('listeners', () => {
  test('see whole records, and what other listeners do comes afterwards', () => {
    const { records, changes } = openPortal();
    const company = records.createRecord('companies', { name: 'Acme' }, app);
    changes.length = 0;
    const seen: (string | null)[] = [];
    const end = records.onChange((change) => {
      if (change.kind !== 'creation') return;
      seen.push(records.findRecord('contacts', change.objectId)?.value('associatedcompanyid') ?? null);
      records.updateRecord('contacts', change.objectId, { city: 'Bonn' }, app);
    });
    records.createRecord('contacts', {}, app, [{ toTypeId: '0-2', toId: company.id }]);
    expect(seen).toEqual([company.id]);
    expect(changes.at(-1)).toMatchObject({ property: 'city', value: 'Bonn' });
    end();
    records.createRecord('contacts', {}, app);
    expect(seen).toHaveLength(1);
  });
});
