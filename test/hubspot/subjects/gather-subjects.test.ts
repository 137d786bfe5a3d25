import { describe, expect, test } from '@jest/globals';
import { CrmError } from '../../../hubspot/handlers/crm/crm-error.ts';
import { gatherSubjects } from '../../../hubspot/handlers/subjects/gather-subjects.ts';
import type { Call, MemoryCrm } from '../memory-crm.ts';
import { gatherOne, givenWith, newPortal, now, waitingFor } from './gather-scene.ts';

const told = (call: Call): string => `${call.method} ${call.about}`;

/** A hundred contacts of a hundred companies, each with an open lead. */
function hundredContacts(crm: MemoryCrm): string[] {
  const ids: string[] = [];
  for (let place = 0; place < 100; place += 1) {
    const companyId = crm.seed('companies', { domain: `warehouse-number-${place}.test`, hubspot_owner_id: '12' });
    const contactId = crm.seed(
      'contacts',
      { email: `person.${place}@warehouse-number-${place}.test` },
      { associations: [{ toType: 'companies', toId: companyId }] },
    );
    const associations = [{ toType: 'contacts', toId: contactId }];
    crm.seed('leads', { hs_lead_name: `Lead ${place}`, hubspot_owner_id: '11' }, { associations });
    ids.push(contactId);
  }
  return ids;
}

describe('gathering', () => {
  test('takes six calls for one contact, in two rounds that run at once', async () => {
    const crm = newPortal();
    const [contactId] = hundredContacts(crm);
    const rounds: string[][] = [];
    let open = 0;
    crm.beforeCall = async (call) => {
      if (open === 0) {
        rounds.push([]);
      }
      rounds.at(-1)!.push(told(call));
      open += 1;
      await new Promise((resolve) => setTimeout(resolve, 5));
      open -= 1;
    };
    const { input, openLeads } = await gatherOne(crm, contactId!);
    expect(rounds).toEqual([
      ['readObjects contacts', 'readAssociations contacts companies', 'readAssociations contacts leads'],
      ['readObjects companies', 'searchObjects companies', 'readObjects leads'],
    ]);
    expect(input.crm.accounts[0]!.ownerKey).toBe('ben');
    expect(openLeads).toHaveLength(1);
  });

  test('takes seven calls for a hundred', async () => {
    const crm = newPortal();
    const ids = hundredContacts(crm);
    const { gathered, goneIds } = await gatherSubjects(
      crm,
      ids.map((id) => waitingFor(id)),
      givenWith(),
    );
    expect(goneIds).toEqual([]);
    expect(gathered.map((one) => one.contact.id)).toEqual(ids);
    expect(gathered.every((one) => one.input.crm.accounts.length === 1 && one.openLeads.length === 1)).toBe(true);
    expect(crm.calls.map(told).sort()).toEqual([
      'readAssociations contacts companies',
      'readAssociations contacts leads',
      'readObjects companies',
      'readObjects contacts',
      'readObjects leads',
      'searchObjects companies',
      'searchObjects companies',
    ]);
  });

  test('cuts searches so that HubSpot takes them, and finds everybody', async () => {
    const crm = newPortal();
    const ids: string[] = [];
    for (let place = 0; place < 300; place += 1) {
      crm.seed('contacts', { email: `a.rather.long.name.${place}@gmail.com`, hubspot_owner_id: '11' });
      crm.seed('contacts', { email: `aratherlongname${place}@gmail.com`, hubspot_owner_id: '12' });
      ids.push(crm.seed('contacts', { email: `a.rather.long.name.${place}+demo@gmail.com` }));
    }
    const { gathered } = await gatherSubjects(
      crm,
      ids.map((id) => waitingFor(id)),
      givenWith(),
    );
    const searches = crm.calls.filter((call) => call.method === 'searchObjects');
    expect(searches.length).toBeGreaterThan(6);
    expect(searches.length).toBeLessThan(14);
    const owners = gathered.map((one) => one.input.crm.contacts.map((contact) => contact.ownerKey).join(' '));
    expect(new Set(owners)).toEqual(new Set(['ana ben']));
  });

  test('asks once more only for the company of somebody who was found', async () => {
    const crm = newPortal();
    const companyId = crm.seed('companies', { domain: 'holding.test' });
    crm.seed('contacts', { email: 'ana@depot.test', associatedcompanyid: companyId });
    const contactId = crm.seed('contacts', { email: 'ana+demo@depot.test' });
    const { input } = await gatherOne(crm, contactId);
    expect(input.crm.accounts.map((account) => account.accountKey)).toEqual([companyId]);
    expect(crm.calls.at(-1)).toEqual({ method: 'readObjects', about: 'companies', size: 1 });
  });

  test('asks nothing for nobody', async () => {
    const crm = newPortal();
    expect(await gatherSubjects(crm, [], givenWith())).toEqual({ gathered: [], goneIds: [], merged: [] });
    expect(crm.calls).toEqual([]);
  });

  test('tells contacts that are gone from those that are there, and keeps the order', async () => {
    const crm = newPortal();
    const [first, second, third] = ['a', 'b', 'c'].map((name) => crm.seed('contacts', { email: `${name}@depot.test` }));
    await crm.archiveObjects('contacts', [second!]);
    const waiting = [third!, '999999', second!, first!].map((id) => waitingFor(id));
    const { gathered, goneIds } = await gatherSubjects(crm, waiting, givenWith());
    expect(gathered.map((one) => one.contact.id)).toEqual([third, first]);
    expect(goneIds).toEqual(['999999', second]);
  });

  test('tells who was merged from who is gone, and does not decide the other in their place', async () => {
    const crm = newPortal();
    const stays = crm.seed('contacts', { email: 'ana@depot.test', hs_merged_object_ids: '71;72' });
    const read = crm.readObjects.bind(crm);
    crm.readObjects = (type, ids, ...rest) =>
      read(type, type === 'contacts' ? ids.map((id) => (id === '71' ? stays : id)) : ids, ...rest);
    const waiting = ['71', '999999'].map((id) => waitingFor(id));
    const { gathered, goneIds, merged } = await gatherSubjects(crm, waiting, givenWith());
    expect([gathered, goneIds, merged]).toEqual([[], ['999999'], [{ fromId: '71', toId: stays }]]);
  });

  test('finds leads that are not closed, the oldest first', async () => {
    const crm = newPortal();
    const contactId = crm.seed('contacts', { email: 'ana@depot.test' });
    const associations = [{ toType: 'contacts', toId: contactId }];
    const seed = (properties: Record<string, string>, agoMillis: number): string => {
      crm.now = now - agoMillis;
      return crm.seed('leads', { hs_lead_name: 'Ana', ...properties }, { associations });
    };
    const newer = seed({ hs_pipeline_stage: 'attempting-stage-id' }, 1000);
    const older = seed({ hs_pipeline_stage: 'new-stage-id', hubspot_owner_id: '11' }, 5000);
    seed({ hs_pipeline_stage: 'qualified-stage-id' }, 9000);
    seed({ hs_pipeline_stage: '4711', hs_lead_is_open: 'false' }, 9000);
    const { openLeads } = await gatherOne(crm, contactId);
    expect(openLeads).toEqual([
      { id: older, ownerId: '11' },
      { id: newer, ownerId: null },
    ]);
  });

  test('asks for no leads where the portal has none, and decides without them where they are forbidden since', async () => {
    const crm = newPortal();
    const contactId = crm.seed('contacts', { email: 'ana@depot.test' });
    await gatherOne(crm, contactId, { hasLeads: false });
    expect(crm.calls.some((call) => call.about.includes('leads'))).toBe(false);
    crm.forbidden.add('leads');
    expect((await gatherOne(crm, contactId)).openLeads).toEqual([]);
  });

  test('gathers nothing where the portal does not answer', async () => {
    const crm = newPortal();
    const contactId = crm.seed('contacts', { email: 'ana@depot.test' });
    crm.beforeCall = (call) => {
      if (call.method === 'searchObjects') {
        throw new CrmError('unavailable', 'HubSpot did not answer.');
      }
    };
    await expect(gatherOne(crm, contactId)).rejects.toMatchObject({ code: 'HSC002' });
  });
});
