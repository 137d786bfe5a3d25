import { describe, expect, test } from '@jest/globals';
import { gatherSubjects } from '../../../hubspot/handlers/subjects/gather-subjects.ts';
import { readAmount } from '../../../hubspot/handlers/subjects/read-value.ts';
import { gatherOne, gatherValues, givenWith, newPortal, now, settingsOf, waitingFor } from './gather-scene.ts';

describe('a submission read from a contact', () => {
  test('takes each field from its usual property, as typed', async () => {
    const { input } = await gatherValues({
      firstname: ' Ana ',
      lastname: 'Ruiz',
      email: 'ana@depot.test',
      mobilephone: '+34 600 000 000',
      company: 'Depot SL',
      jobtitle: 'COO',
      country: 'Spain',
      state: 'Madrid',
      zip: '28001',
      city: 'Madrid',
      industry: 'Logistics',
      hs_language: 'es',
      hs_latest_source: 'PAID_SEARCH',
      hs_analytics_first_url: 'https://example.com/pricing',
      hs_analytics_last_url: 'https://example.com/demo',
      message: 'We renew in March.',
      numemployees: '100-500',
      annualrevenue: '12000000',
      sbx_team_size: '40',
      sbx_expected_value: '50000.75',
      sbx_timeline: 'Q1',
      hs_email_optout: 'false',
    });
    expect(input.submission).toMatchObject({
      receivedAt: now - 3000,
      firstName: ' Ana ',
      lastName: 'Ruiz',
      email: 'ana@depot.test',
      phone: '+34 600 000 000',
      company: 'Depot SL',
      jobTitle: 'COO',
      country: 'Spain',
      region: 'Madrid',
      postcode: '28001',
      city: 'Madrid',
      industry: 'Logistics',
      language: 'es',
      leadSource: 'PAID_SEARCH',
      entryPage: 'https://example.com/pricing',
      lastPage: 'https://example.com/demo',
      message: 'We renew in March.',
      employees: 100,
      annualRevenue: 12_000_000,
      teamSize: 40,
      expectedValue: 50_000,
      timeline: 'Q1',
      optedOut: false,
      currentTool: null,
      problems: [],
    });
  });

  test('is named by the contact and its arrival, and came in when it began to wait', async () => {
    const crm = newPortal();
    const contactId = crm.seed('contacts', { email: 'ana@depot.test' });
    const waiting = waitingFor(contactId, { arrival: 3, waitingSince: now - 60_000, handedBackKeys: ['ben'] });
    const { gathered } = await gatherSubjects(crm, [waiting], givenWith());
    expect(gathered[0]!.input.submission.submissionKey).toBe(`${contactId}/3`);
    expect(gathered[0]!.input.submission.receivedAt).toBe(now - 60_000);
    expect(gathered[0]!.input.crm.handedBackKeys).toEqual(['ben']);
    expect(gathered[0]!.input.now).toBe(now);
    expect(gathered[0]!.input.reviewLoad).toEqual({ decidedToday: 10, reviewedToday: 1 });
  });

  test('lets the main company fill gaps and say its own size', async () => {
    const crm = newPortal();
    const other = crm.seed('companies', { name: 'Other', numberofemployees: '9' });
    const main = crm.seed('companies', {
      name: 'Depot SL',
      domain: 'depot.test',
      numberofemployees: '320',
      annualrevenue: '7000000',
      industry: 'LOGISTICS_AND_SUPPLY_CHAIN',
    });
    const contactId = crm.seed(
      'contacts',
      { email: 'ana@depot.test', numemployees: '5-25', annualrevenue: '10', associatedcompanyid: main },
      {
        associations: [
          { toType: 'companies', toId: other },
          { toType: 'companies', toId: main },
        ],
      },
    );
    const { input } = await gatherOne(crm, contactId);
    expect(input.submission).toMatchObject({
      company: 'Depot SL',
      website: 'depot.test',
      industry: 'LOGISTICS_AND_SUPPLY_CHAIN',
      employees: 320,
      annualRevenue: 7_000_000,
    });
  });

  test('reads from where the settings say, companies included, and own fields in the order of their keys', async () => {
    const crm = newPortal();
    const companyId = crm.seed('companies', { name: 'Depot SL', seats: '12', tier: 'gold' });
    const contactId = crm.seed(
      'contacts',
      { email: 'ana@depot.test', question: 'How much?', message: 'not this', depots: '17', plan: 'Pro', is_eu: 'true' },
      { associations: [{ toType: 'companies', toId: companyId }] },
    );
    const { input } = await gatherOne(crm, contactId, {
      settings: settingsOf({
        sources: { message: ['question'], teamSize: ['company.seats'], subject: ['nothing', 'company.tier'] },
        extras: { plan: 'plan', depots: 'depots', isEuropean: 'is_eu', absent: 'absent' },
      }),
    });
    expect(input.submission).toMatchObject({ message: 'How much?', teamSize: 12, subject: 'gold' });
    expect(input.submission.extras).toEqual([
      { fieldKey: 'depots', text: '17', whole: 17 },
      { fieldKey: 'isEuropean', text: 'true', whole: null },
      { fieldKey: 'plan', text: 'Pro', whole: null },
    ]);
  });

  test('lists what is no number and no answer, and takes it as not known', async () => {
    const { input } = await gatherValues({
      email: 'ana@depot.test',
      numemployees: 'many',
      annualrevenue: '1e400',
      sbx_team_size: '-'.repeat(70_000),
      sbx_expected_value: '99999999999999',
      hs_email_optout: 'perhaps',
    });
    expect(input.submission).toMatchObject({
      employees: null,
      annualRevenue: null,
      teamSize: null,
      expectedValue: null,
      optedOut: null,
    });
    expect(input.submission.problems.map(({ code, about }) => `${code} ${about}`)).toEqual([
      'INT003 employees',
      'INT003 annualRevenue',
      'INT003 teamSize',
      'INT003 expectedValue',
      'EDG004 optedOut',
    ]);
  });

  test('takes blank values for nothing', async () => {
    const { input } = await gatherValues({ email: '  ', firstname: '', numemployees: ' ', sbx_activities: '\n \n' });
    expect(input.submission).toMatchObject({ email: null, firstName: null, employees: null, problems: [] });
  });
});

describe('an amount', () => {
  test.each([
    ['1200', 1200],
    ['1200.9', 1200],
    ['1.2E7', 12_000_000],
    ['-3', -3],
    ['-0.5', 0],
    ['1-5', 1],
    ['5-25', 5],
    ['1000+', 1000],
    ['1,200', 1200],
    ['$12M', 12_000_000],
    ['8999999999999', 8_999_999_999_999],
  ])('of "%s" is %d', (stored, value) => {
    expect(readAmount(stored)).toEqual({ kind: 'read', value });
  });

  test.each(['1e400', '1e16', '9000000000000', '0x10', 'NaN', 'Infinity', 'many', '1'.repeat(41)])(
    'of "%s" cannot be read',
    (stored) => {
      expect(readAmount(stored)).toEqual({ kind: 'unreadable' });
    },
  );

  test('that people leave open is none', () => {
    expect(readAmount('n/a')).toEqual({ kind: 'none' });
  });
});
