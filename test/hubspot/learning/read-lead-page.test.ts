import { describe, expect, test } from '@jest/globals';
import { readLookupLists } from '../../../core/src/author/run/look-up-lists.ts';
import { prepare } from '../../../core/src/decide/index.ts';
import { keptFields } from '../../../hubspot/handlers/learning/lean-lead.ts';
import { personKeysUnder } from '../../../hubspot/handlers/learning/person-key.ts';
import { readLeadPage, type LeadPage } from '../../../hubspot/handlers/learning/read-lead-page.ts';
import { portalSettingsSchema } from '../../../hubspot/handlers/portal/portal-settings.ts';
import { starterPolicy } from '../../../hubspot/handlers/rules/install-starter.ts';
import { MemoryCrm } from '../memory-crm.ts';
import { seedHistory } from './past-portal.ts';

const prepared = prepare(starterPolicy());
const fields = keptFields(prepared.policy);
const lists = readLookupLists([], []);
const day = 86_400_000;

function read(crm: MemoryCrm, after: string | null = null, settings: Readonly<Record<string, unknown>> = {}) {
  return readLeadPage(crm, after, {
    settings: portalSettingsSchema.parse(settings),
    lists,
    prepared,
    fields,
    personKeyOf: personKeysUnder('k'),
  });
}

async function only(crm: MemoryCrm, settings: Readonly<Record<string, unknown>> = {}): Promise<LeadPage['leads'][0]> {
  return (await read(crm, null, settings)).leads[0]!;
}

const byHand = { sourceType: 'CRM_UI' };

describe('A page of past leads', () => {
  test('ends where the next one begins, until there is none', async () => {
    const crm = new MemoryCrm();
    const ids = seedHistory(crm, 205);
    const seen: string[] = [];
    let after: string | null = null;
    const sizes: number[] = [];
    do {
      const page: LeadPage = await read(crm, after);
      seen.push(...page.leads.map(({ key }) => key));
      sizes.push(page.leads.length);
      after = page.after;
    } while (after !== null);
    expect(sizes).toEqual([100, 100, 5]);
    expect(seen).toEqual(ids);
  });

  test('takes a few calls, whatever stands on it', async () => {
    const crm = new MemoryCrm();
    seedHistory(crm, 100);
    await read(crm);
    expect(crm.calls.map(({ method, about }) => `${method} ${about}`).sort()).toEqual([
      'readAssociations contacts deals',
      'readObjects contacts',
      'readObjects deals',
      'searchObjects contacts',
    ]);
  });

  test('holds nothing that names a person, and the same name for the same one', async () => {
    const crm = new MemoryCrm();
    const person = {
      email: 'lena.sommer@larch-freight.example',
      firstname: 'Lena',
      lastname: 'Sommer',
      phone: '+49 170 5551234',
      company: 'Larch Freight',
      zip: '10115',
      message: 'Call me on 0170 5551234',
    };
    crm.seed('contacts', person);
    crm.seed('contacts', { ...person, email: 'LENA.SOMMER@larch-freight.example' });
    const { leads } = await read(crm);
    expect(JSON.stringify(leads)).not.toMatch(/lena|sommer|larch|5551234|10115/i);
    expect(leads[0]!.person).toMatch(/^[0-9a-f]{16}$/);
    expect(leads[1]!.person).toBe(leads[0]!.person);
    expect(leads[0]!.facts).toMatchObject({ hasPhone: 'yes' });
  });

  test('knows of a contact what was known when it came in, and that it was changed later', async () => {
    const crm = new MemoryCrm();
    const arrivedAt = crm.now;
    const id = crm.seed('contacts', { email: 'a@b.example', country: 'Germany', numemployees: '40' });
    crm.now += 30_000;
    crm.change('contacts', id, { industry: 'RETAIL' }, { sourceType: 'ANALYTICS' });
    crm.now += 20 * day;
    crm.change('contacts', id, { numemployees: '4000', country: 'France', jobtitle: 'CEO' }, byHand);
    const lead = await only(crm);
    expect(lead).toMatchObject({ arrivedAt, facts: { country: 'de', employees: 40, industry: 'retail' } });
    expect(lead.facts).not.toHaveProperty('seniority');
    expect(Object.fromEntries(lead.changes)).toEqual({
      country: crm.now,
      employees: crm.now,
      seniority: crm.now,
      jobFunction: crm.now,
    });
  });

  test('takes the company as it was then, and none that was made later', async () => {
    const crm = new MemoryCrm();
    const company = crm.seed('companies', { numberofemployees: '50', industry: 'RETAIL' });
    const id = crm.seed('contacts', { email: 'a@b.example', associatedcompanyid: company });
    crm.now += 90 * day;
    crm.change('companies', company, { numberofemployees: '900' }, byHand);
    const later = crm.seed('companies', { numberofemployees: '7' });
    expect((await only(crm)).facts).toMatchObject({ employees: 50, industry: 'retail' });
    crm.change('contacts', id, { associatedcompanyid: later }, byHand);
    expect((await only(crm)).facts).toMatchObject({ employees: 50 });
  });

  test('says how it ended: won by any deal, lost by all, open while one is', async () => {
    const crm = new MemoryCrm();
    const id = crm.seed('contacts', { email: 'a@b.example' });
    expect(await only(crm)).toMatchObject({ outcome: 'open', closedAt: null });
    const lost = crm.seed('deals', {
      dealstage: 'closedlost',
      hs_is_closed: 'true',
      hs_is_closed_won: 'false',
      closedate: '2026-11-01T00:00:00Z',
      closed_lost_reason: 'Price',
      hubspot_owner_id: '11',
    });
    crm.associate('contacts', id, 'deals', lost);
    expect(await only(crm)).toMatchObject({
      outcome: 'lost',
      closedAt: Date.UTC(2026, 10, 1),
      words: 'closed lost',
      stage: 'closedlost',
      reason: 'Price',
      owner: '11',
    });
    const open = crm.seed('deals', { dealstage: 'decision', hs_is_closed: 'false', closedate: '2027-01-01T00:00:00Z' });
    crm.associate('contacts', id, 'deals', open);
    expect(await only(crm)).toMatchObject({ outcome: 'open', closedAt: null, stage: 'decision' });
    crm.change(
      'deals',
      open,
      { dealstage: '998877', hs_is_closed: 'true', hs_is_closed_won: 'true', closed_won_reason: 'Service' },
      byHand,
    );
    expect(await only(crm)).toMatchObject({
      outcome: 'won',
      closedAt: Date.UTC(2027, 0, 1),
      reason: 'Service',
    });
  });

  test('counts a disqualified status as lost only where no deal says otherwise', async () => {
    const crm = new MemoryCrm();
    const id = crm.seed('contacts', { email: 'a@b.example', hs_lead_status: 'NEW' });
    crm.now += day;
    crm.change('contacts', id, { hs_lead_status: 'UNQUALIFIED' }, byHand);
    expect(await only(crm)).toMatchObject({ outcome: 'lost', closedAt: crm.now, words: 'UNQUALIFIED' });
    expect(await only(crm, { disqualifiedStatuses: [] })).toMatchObject({ outcome: 'open' });
    crm.associate('contacts', id, 'deals', crm.seed('deals', { hs_is_closed: 'false' }));
    expect(await only(crm)).toMatchObject({ outcome: 'open' });
  });

  test('takes the outcome of another CRM before its own, and counts it', async () => {
    const crm = new MemoryCrm();
    const id = crm.seed('contacts', { email: 'a@b.example' });
    crm.associate('contacts', id, 'deals', crm.seed('deals', { dealstage: 'closedlost', hs_is_closed: 'true' }));
    crm.now += day;
    crm.change(
      'contacts',
      id,
      {
        sbx_outcome: 'won',
        sbx_outcome_at: '2026-11-20T00:00:00Z',
        sbx_close_reason: 'Service',
        sbx_final_owner: 'ana',
      },
      { sourceType: 'IMPORT' },
    );
    const page = await read(crm);
    expect(page.leads[0]).toMatchObject({
      outcome: 'won',
      closedAt: Date.UTC(2026, 10, 20),
      reason: 'Service',
      owner: 'ana',
    });
    expect(page.closedElsewhere).toBe(1);
  });

  test('without the scope for deals still reads the rest, and says so', async () => {
    const crm = new MemoryCrm();
    seedHistory(crm, 3);
    crm.forbidden.add('deals');
    const page = await read(crm);
    expect([page.areDealsRead, page.leads.map(({ outcome }) => outcome)]).toEqual([false, ['open', 'open', 'open']]);
  });

  test('has what HubSpot had counted when the contact came in, as a decision reads it, and written lines at their own times', async () => {
    const crm = new MemoryCrm();
    const first = crm.now;
    const iso = (instant: number): string => new Date(instant).toISOString();
    const id = crm.seed('contacts', {
      email: 'a@b.example',
      hs_email_last_open_date: iso(first),
      hs_email_open: '3',
      sbx_activities: `demoRequested ${iso(first - day)} 2`,
    });
    crm.now += 5 * day;
    crm.change('contacts', id, { hs_email_last_open_date: iso(crm.now), hs_email_open: '9' }, byHand);
    expect((await only(crm)).deeds).toEqual([
      ['emailOpened', first, 3],
      ['demoRequested', first - day, 2],
    ]);
  });

  test('has the first touch, and HubSpot’s own score as of then where its property is named', async () => {
    const crm = new MemoryCrm();
    const id = crm.seed('contacts', { email: 'a@b.example', hubspotscore: '12' });
    crm.now += 2 * day;
    crm.change('contacts', id, { notes_last_contacted: new Date(crm.now).toISOString(), hubspotscore: '80' }, byHand);
    const touchedAt = crm.now;
    crm.now += 9 * day;
    crm.change('contacts', id, { notes_last_contacted: new Date(crm.now).toISOString() }, byHand);
    expect(await only(crm)).toMatchObject({ touchedAt, native: null });
    expect(await only(crm, { nativeScore: 'hubspotscore' })).toMatchObject({ native: 12 });
  });
});
