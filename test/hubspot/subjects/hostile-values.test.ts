import { describe, expect, test } from '@jest/globals';
import { gatherSubjects } from '../../../hubspot/handlers/subjects/gather-subjects.ts';
import { textFields } from '../../../hubspot/handlers/subjects/source-table.ts';
import { gatherOne, givenWith, newPortal, settingsOf, waitingFor } from './gather-scene.ts';

const script = '<script>alert("ana@depot.test")</script>';
const long = 'x, '.repeat(23_334);
const torn = 'a\ud800b';

describe('hostile values', () => {
  test.each([
    ['a script', script],
    ['seventy thousand characters', long],
    ['half of a character', torn],
    ['a name that objects inherit', '__proto__'],
    ['null bytes', 'a\u0000b'],
  ])('%s travels as text in every field', async (_what, value) => {
    const crm = newPortal();
    const companyId = crm.seed('companies', { name: value, domain: value, website: value, industry: value });
    const sources = Object.fromEntries(textFields.map((field) => [field, ['anything']]));
    const contactId = crm.seed(
      'contacts',
      { anything: value, sbx_channel: value, hs_object_source: value, recent_conversion_event_name: value },
      { associations: [{ toType: 'companies', toId: companyId }] },
    );
    const { input } = await gatherOne(crm, contactId, {
      settings: settingsOf({ sources, extras: { own: 'anything' } }),
    });
    for (const field of textFields) {
      expect(input.submission[field]).toBe(value);
    }
    expect(input.submission.extras).toEqual([{ fieldKey: 'own', text: value, whole: null }]);
    expect(input.submission.channel).toBe('unknown');
    expect(input.submission.problems).toEqual([
      { code: 'EDG002', about: 'channel', found: 'a channel that does not exist; HubSpot’s own counts' },
    ]);
  });

  test('become listed problems in every number, answer, instant and line', async () => {
    const crm = newPortal();
    for (const value of [script, long, torn, '1e400', '-1e-400e', '∞', '１２３４５６７８９０１２３４５']) {
      const contactId = crm.seed('contacts', {
        numemployees: value,
        annualrevenue: value,
        sbx_team_size: value,
        sbx_expected_value: value,
        hs_email_optout: value,
        hs_email_last_open_date: value,
        hs_email_open: value,
        sbx_activities: value,
        recent_conversion_date: value,
        notes_last_updated: value,
      });
      const { input } = await gatherOne(crm, contactId);
      expect(input.submission).toMatchObject({
        employees: null,
        annualRevenue: null,
        teamSize: null,
        expectedValue: null,
        optedOut: null,
        activities: [],
      });
      expect(input.submission.problems.map(({ code }) => code)).toEqual([
        'INT003',
        'INT003',
        'INT003',
        'INT003',
        'EDG004',
        'EDG006',
        'EDG006',
      ]);
      expect(JSON.stringify(input.submission.problems)).not.toContain(value.slice(0, 20));
    }
  });

  test('an address that no search can hold is not searched for', async () => {
    const crm = newPortal();
    const asked: string[] = [];
    const search = crm.searchObjects.bind(crm);
    crm.searchObjects = (request) => {
      asked.push(...request.groups.flat().flatMap((filter) => filter.values));
      return search(request);
    };
    const emails = [
      `${'a'.repeat(70_000)}+x@depot.test`,
      'ana+\ud800@depot.test',
      'ana\ud800+x@depot.test',
      `ana@${'d'.repeat(240)}.test`,
    ];
    const { gathered } = await gatherSubjects(
      crm,
      emails.map((email) => waitingFor(crm.seed('contacts', { email }))),
      givenWith(),
    );
    expect(gathered).toHaveLength(4);
    expect(new Set(asked)).toEqual(new Set(['depot.test', 'ana@depot.test', `${'d'.repeat(240)}.test`]));
  });
});
