import { describe, expect, test } from '@jest/globals';
import { addressOf, contextOf, fieldsOf, formFields } from '../../../sandbox/hubspot/start/form-of-lead.ts';
import { readSampleLeads, type SampleLead } from '../../../sandbox/hubspot/start/sample-leads.ts';

const sample = readSampleLeads();
const leadOf = async (key: string): Promise<SampleLead> =>
  (await sample).find(({ submission }) => submission.submissionKey === key)!;

describe('a lead of the sample as a form has it', () => {
  test('fills HubSpot’s properties and those of Signalbox, and nothing that the form does not ask for', async () => {
    const lead = await leadOf('L-10009');
    const fields = fieldsOf(lead, lead.submission.receivedAt);
    expect(fields).toMatchObject({ email: 'femi.lockhart@norrhamn.example', company: 'Norrhamn Logistik AB' });
    for (const each of await sample) {
      for (const [name, value] of Object.entries(fieldsOf(each, 0))) {
        expect(formFields).toContain(name);
        expect(value).not.toBe('');
      }
    }
  });

  test('says the number of employees as HubSpot asks for it, in ranges', async () => {
    const lead = await leadOf('L-10009');
    const rangeOf = (employees: number | null): string | undefined =>
      fieldsOf({ ...lead, submission: { ...lead.submission, employees } }, 0)['numemployees'];
    expect([null, 0, 4, 5, 350, 1_000, 90_000].map(rangeOf)).toEqual([
      undefined,
      undefined,
      '1-5',
      '5-25',
      '100-500',
      '1000+',
      '1000+',
    ]);
  });

  test('did the same as long ago as in the sample, and nothing that came after its arrival', async () => {
    const lead = await leadOf('L-10001');
    const now = Date.UTC(2030, 0, 1);
    const lines = fieldsOf(lead, now)['sbx_activities']!.split('\n');
    expect(lines).toHaveLength(3);
    for (const [place, line] of lines.entries()) {
      const [signal, at, count] = line.split(' ');
      const activity = lead.activities[place]!;
      expect([signal, count]).toEqual([activity.signalKey, String(activity.occurrences)]);
      expect(now - Date.parse(at!)).toBe(lead.submission.receivedAt - activity.occurredAt);
      expect(Date.parse(at!)).toBeLessThanOrEqual(now);
    }
  });

  test('has no address where a form would take none', async () => {
    const { submission } = await leadOf('L-10002');
    const read = (email: string | null): string | null => addressOf({ ...submission, email });
    expect(read(' i.mossman@fieldnotes.example ')).toBe('i.mossman@fieldnotes.example');
    for (const email of [null, '', 'ben @ northlight.example', '<remi@castelmont.example>', 'hfaure.example']) {
      expect(read(email)).toBeNull();
    }
  });

  test('has a cookie and its campaign where it came over the website, and else neither', async () => {
    const { submission } = await leadOf('L-10001');
    const context = contextOf({ ...submission, channel: 'webForm', leadSource: 'google / cpc', lastPage: '/fr/' })!;
    expect(context.pageUri).toBe('https://www.northlight.example/fr/?utm_source=google&utm_medium=cpc');
    expect(context.hutk).toMatch(/^[0-9a-f]{32}$/);
    expect(contextOf({ ...submission, channel: 'linkedIn' })).toBeUndefined();
    expect(contextOf({ ...submission, channel: 'webForm', lastPage: 'http://[', leadSource: null })!.pageUri).toBe(
      'https://www.northlight.example/',
    );
  });
});
