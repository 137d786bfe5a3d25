import { describe, expect, test } from '@jest/globals';
import { identify } from '../../../core/src/decide/identify/identify.ts';
import { enrich } from '../../../core/src/decide/enrich/enrich.ts';
import { normalize } from '../../../core/src/decide/normalize/normalize.ts';
import { gatherSubjects } from '../../../hubspot/handlers/subjects/gather-subjects.ts';
import type { GatheredSubject } from '../../../hubspot/handlers/subjects/subject.ts';
import type { MemoryCrm } from '../memory-crm.ts';
import { gatherOne, givenWith, newPortal, settingsOf, waitingFor } from './gather-scene.ts';

function associated(crm: MemoryCrm, email: string, companyId: string, stage = 'lead'): string {
  return crm.seed(
    'contacts',
    { email, associatedcompanyid: companyId, lifecyclestage: stage },
    { associations: [{ toType: 'companies', toId: companyId }] },
  );
}

/** What the engine makes of it. */
function identified({ input }: GatheredSubject): ReturnType<typeof identify> {
  const inbound = normalize(input.submission);
  return identify(inbound, enrich(inbound, input.answers), input.crm, input.answers, input.now, 90);
}

describe('organisations that the portal knows', () => {
  test('are found by the domain of the address, with what HubSpot says of them', async () => {
    const crm = newPortal();
    const companyId = crm.seed('companies', {
      domain: 'depot.test',
      hubspot_owner_id: '12',
      numberofemployees: '320',
      industry: 'LOGISTICS_AND_SUPPLY_CHAIN',
      country: 'Spain',
      hs_num_open_deals: '2',
      sbx_is_named_account: 'true',
      lifecyclestage: 'opportunity',
    });
    crm.seed('companies', { domain: 'other.test' });
    const contactId = crm.seed('contacts', { email: 'ana@depot.test' });
    const { input } = await gatherOne(crm, contactId);
    expect(input.crm.accounts).toEqual([
      {
        accountKey: companyId,
        domain: 'depot.test',
        ownerKey: 'ben',
        isCustomer: false,
        isNamed: true,
        employees: 320,
        industry: 'LOGISTICS_AND_SUPPLY_CHAIN',
        country: 'Spain',
        hasOpenOpportunity: true,
        lostAt: null,
      },
    ]);
    expect(input.crm.contacts).toEqual([]);
  });

  test('are found by the website of somebody with a private address', async () => {
    const crm = newPortal();
    crm.seed('companies', { domain: 'depot.test', hubspot_owner_id: '99' });
    const contactId = crm.seed('contacts', { email: 'ana@gmail.com', website: 'https://www.depot.test/es' });
    const subject = await gatherOne(crm, contactId);
    expect(subject.input.crm.accounts.map((account) => [account.domain, account.ownerKey])).toEqual([
      ['depot.test', null],
    ]);
    expect(identified(subject).matchedAccount?.domain).toBe('depot.test');
  });

  test('count by association as well, without the contact’s own owner as a claim', async () => {
    const crm = newPortal();
    const companyId = crm.seed('companies', { domain: 'holding.test', hubspot_owner_id: '12' });
    const contactId = associated(crm, 'ana@depot.test', companyId);
    crm.change('contacts', contactId, { hubspot_owner_id: '11' }, { sourceType: 'AUTOMATION_PLATFORM' });
    const subject = await gatherOne(crm, contactId);
    expect(subject.input.crm.contacts).toEqual([
      { contactKey: contactId, email: 'ana@depot.test', accountKey: companyId, ownerKey: null, lastActivityAt: null },
    ]);
    const identity = identified(subject);
    expect(identity.matchedAccount?.accountKey).toBe(companyId);
    expect(identity.owners).toEqual([{ ownerKey: 'ben', basis: 'account' }]);
  });

  test('are never looked for, nor believed, under a mail provider’s domain', async () => {
    const crm = newPortal();
    const junk = crm.seed('companies', { domain: 'gmail.com', lifecyclestage: 'customer' });
    crm.seed('companies', { domain: 'mailinator.com', lifecyclestage: 'customer' });
    const ids = [
      associated(crm, 'ana@gmail.com', junk),
      crm.seed('contacts', { email: 'ben@mailinator.com', website: 'gmail.com' }),
    ];
    for (const id of ids) {
      expect((await gatherOne(crm, id)).input.crm.accounts).toEqual([]);
    }
    expect(crm.calls.filter((call) => call.method === 'searchObjects' && call.about === 'companies')).toEqual([]);
  });

  test.each([
    ['its stage', { lifecyclestage: 'customer' }, true],
    ['another stage of the settings', { lifecyclestage: 'evangelist' }, true],
    ['a deal that was won', { recent_deal_close_date: '2026-01-05T00:00:00Z' }, true],
    ['no more than an open deal', { hs_num_open_deals: '1' }, false],
  ])('are customers by %s', async (_why, properties, isCustomer) => {
    const crm = newPortal();
    crm.seed('companies', { domain: 'depot.test', ...properties });
    const contactId = crm.seed('contacts', { email: 'ana@depot.test' });
    expect((await gatherOne(crm, contactId)).input.crm.accounts[0]!.isCustomer).toBe(isCustomer);
  });

  test('are customers by the stages that the settings name, and by no other', async () => {
    const crm = newPortal();
    crm.seed('companies', { domain: 'depot.test', lifecyclestage: 'customer' });
    crm.seed('companies', { domain: 'yard.test', lifecyclestage: '4711' });
    const settings = settingsOf({ customerStages: ['4711'] });
    const stages = [];
    for (const email of ['ana@depot.test', 'ana@yard.test']) {
      const { input } = await gatherOne(crm, crm.seed('contacts', { email }), { settings });
      stages.push(input.crm.accounts[0]!.isCustomer);
    }
    expect(stages).toEqual([false, true]);
  });
});

describe('a person who is a customer', () => {
  test('makes their company a customer for this lead', async () => {
    const crm = newPortal();
    const companyId = crm.seed('companies', { domain: 'depot.test', lifecyclestage: 'lead' });
    const subject = await gatherOne(crm, associated(crm, 'ana@depot.test', companyId, 'customer'));
    expect(identified(subject).isCustomer).toBe(true);
  });

  test('is one without a company as well', async () => {
    const crm = newPortal();
    const contactId = crm.seed('contacts', { email: 'ana@gmail.com', lifecyclestage: 'customer' });
    expect(identified(await gatherOne(crm, contactId)).isCustomer).toBe(true);
    const lead = crm.seed('contacts', { email: 'ben@gmail.com', lifecyclestage: 'lead' });
    expect(identified(await gatherOne(crm, lead)).isCustomer).toBe(false);
  });
});

describe('persons whom the portal knows', () => {
  test('are found by every spelling of their address, with their company and owner', async () => {
    const crm = newPortal();
    const companyId = crm.seed('companies', { domain: 'holding.test', hubspot_owner_id: '12' });
    const knownId = crm.seed('contacts', {
      email: 'ana.ruiz@depot.test',
      hubspot_owner_id: '11',
      associatedcompanyid: companyId,
      notes_last_updated: '2026-10-01T08:00:00Z',
    });
    crm.seed('contacts', { email: 'someone.else@depot.test', hubspot_owner_id: '12' });
    const contactId = crm.seed('contacts', { email: 'ana.ruiz+demo@depot.test' });
    const subject = await gatherOne(crm, contactId);
    expect(subject.input.crm.contacts).toEqual([
      {
        contactKey: knownId,
        email: 'ana.ruiz@depot.test',
        accountKey: companyId,
        ownerKey: 'ana',
        lastActivityAt: Date.UTC(2026, 9, 1, 8),
      },
    ]);
    expect(identified(subject).owners).toEqual([
      { ownerKey: 'ana', basis: 'contact' },
      { ownerKey: 'ben', basis: 'account' },
    ]);
  });

  test('are never the lead itself, whoever else looked for it', async () => {
    const crm = newPortal();
    const ids = ['ana+demo@depot.test', 'ana@depot.test'].map((email) =>
      crm.seed('contacts', { email, hubspot_owner_id: '11' }),
    );
    const { gathered } = await gatherSubjects(
      crm,
      ids.map((id) => waitingFor(id)),
      givenWith(),
    );
    expect(gathered.map((one) => one.input.crm.contacts.map((contact) => contact.contactKey))).toEqual([[ids[1]], []]);
  });

  test('are nobody where there is no address', async () => {
    const crm = newPortal();
    crm.seed('contacts', { phone: '1' });
    const contactId = crm.seed('contacts', { phone: '1' });
    const { input } = await gatherOne(crm, contactId);
    expect(input.crm).toMatchObject({ contacts: [], accounts: [], earlierSubmissionKey: null });
    expect(crm.calls.filter((call) => call.method === 'searchObjects')).toEqual([]);
  });

  test('bring the submission that was decided before, with its owner if the team still has them', async () => {
    const crm = newPortal();
    const contactId = crm.seed('contacts', { email: 'ana@depot.test' });
    const before = {
      decisionId: 'd1',
      decidedAt: 1234,
      submissionKey: '9/1',
      mode: 'live',
      destinationKey: 'sales',
      band: 'warm',
      slaKey: 'fast',
      givenToKey: 'ben',
    };
    const { crm: known } = (await gatherOne(crm, contactId, { earlierOfPerson: () => before })).input;
    expect(known).toMatchObject({ earlierSubmissionKey: '9/1', earlierOwnerKey: 'ben', earlierDecidedAt: 1234 });
    const gone = { ...before, givenToKey: 'left-long-ago' };
    expect((await gatherOne(crm, contactId, { earlierOfPerson: () => gone })).input.crm.earlierOwnerKey).toBeNull();
    expect((await gatherOne(crm, contactId)).input.crm.earlierDecidedAt).toBeNull();
  });
});

describe('what the lists say', () => {
  test('is asked for the domain of the address, with the portal’s own domains', async () => {
    const crm = newPortal();
    const settings = settingsOf({ employeeDomains: ['@Signal.test'], competitorDomains: ['www.rival.test'] });
    const answers = async (email: string) =>
      (await gatherOne(crm, crm.seed('contacts', { email }), { settings })).input.answers;
    expect(await answers('ana@signal.test')).toMatchObject({ isEmployeeDomain: true, isCompetitorDomain: false });
    expect(await answers('ana@rival.test')).toMatchObject({ isEmployeeDomain: false, isCompetitorDomain: true });
    expect(await answers('ana@gmail.com')).toMatchObject({ isFreeMail: true, isDisposableMail: false });
    expect(await answers('ana@mailinator.com')).toMatchObject({ isDisposableMail: true });
    expect(await answers('ana@example.com')).toMatchObject({ isTestDomain: true, isFreeMail: false });
    expect(await answers('no address')).toMatchObject({ isFreeMail: null, isEmployeeDomain: null });
    expect(givenWith().lists.employeeDomains.size).toBe(0);
  });
});
