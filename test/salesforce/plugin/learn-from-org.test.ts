import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApexId } from '../../../sandbox/salesforce/apex/library/text/apex-id.ts';
import { ApexDate } from '../../../sandbox/salesforce/apex/library/time/apex-date.ts';
import { ApexDatetime } from '../../../sandbox/salesforce/apex/library/time/apex-datetime.ts';
import { FieldHistories } from '../../../salesforce/plugin/src/learn/field-histories.ts';
import { KeptHistory } from '../../../salesforce/plugin/src/learn/kept-history.ts';
import type { KeptLead } from '../../../salesforce/plugin/src/learn/kept-lead.ts';
import {
  factsNotKnown,
  factsOf,
  leadSources,
  mappedReason,
  ownSources,
} from '../../../salesforce/plugin/src/learn/lead-sources.ts';
import { outcomeOfLead, type Deal, type EndingLead } from '../../../salesforce/plugin/src/learn/outcome-of-lead.ts';
import { hashOfEmail } from '../../../salesforce/plugin/src/learn/outside-outcomes.ts';
import { askQuestion, type QuestionFlags } from '../../../salesforce/plugin/src/learn/question.ts';
import { readHistory, type HistoryRequest } from '../../../salesforce/plugin/src/learn/read-history.ts';
import { joinMonths } from '../../../salesforce/plugin/src/learn/slices.ts';
import { bulkRows, rowsOfCsv } from '../../../salesforce/plugin/src/org/bulk-rows.ts';
import type { Org } from '../../../salesforce/plugin/src/org/org.ts';
import { PastOrg } from './past-leads.ts';
import { newLeads, serveApp, type ServedApp } from './served-app.ts';

const day = 86_400_000;
const start = Date.UTC(2025, 0, 10);
const asOf = Date.UTC(2026, 10, 20);

describe('what a lead was when it came', () => {
  const tracked = new Map([['industry', start - 400 * day]]);

  it('is what history says of a tracked field, whatever stands there now', () => {
    const histories = new FieldHistories(tracked, new Set());
    histories.add(['L', 'Industry', new Date(start + 5 * day).toISOString(), '', 'media']);
    histories.add(['L', 'Industry', new Date(start + 2 * day).toISOString(), 'retail', '']);
    expect(histories.pastOf('L', 'Industry', start, 'media')).toEqual({
      kind: 'history',
      changes: [
        { changedAt: start, value: 'retail' },
        { changedAt: start + 2 * day, value: null },
        { changedAt: start + 5 * day, value: 'media' },
      ],
    });
    expect(histories.lastChangeAfter('L', 'Industry', start)).toBe(start + 5 * day);
    expect(histories.pastOf('M', 'Industry', start, 'media')).toMatchObject({ changes: [{ value: 'media' }] });
  });

  it('is not known of a field without history, nor from before it was tracked', () => {
    const histories = new FieldHistories(tracked, new Set(['city']));
    const present = { kind: 'present', value: 'x', isUntouched: false };
    expect(histories.pastOf('L', 'Country', start, 'x')).toEqual(present);
    expect(histories.pastOf('L', 'Industry', start - 500 * day, 'x')).toEqual(present);
    expect(histories.pastOf('L', 'City', start, 'x')).toEqual({ ...present, isUntouched: true });
  });
});

describe('how a lead ended', () => {
  const lead: EndingLead = {
    arrivedAt: start,
    isConverted: true,
    status: 'Closed - Converted',
    ownerId: 'u',
    reason: null,
    statusSince: null,
  };
  const deal = (rest: Partial<Deal>): Deal => ({
    createdAt: start,
    isWon: false,
    isClosed: false,
    closeDate: start + 30 * day,
    stage: 'Prospecting',
    reason: null,
    ownerId: 'o',
    amount: 5,
    ...rest,
  });
  const end = (own: Partial<EndingLead>, deals: Deal[]) =>
    outcomeOfLead({ ...lead, ...own }, deals, (status) => status === 'Junk');

  it('is how its deal ended; a won one counts before an open one, and that before a lost one', () => {
    const won = deal({ isWon: true, isClosed: true, stage: 'Closed Won' });
    const lost = deal({ isClosed: true, closeDate: start + 40 * day });
    expect(end({}, [lost, deal({}), won])).toMatchObject({ outcome: 'won', closedAt: start + 30 * day, ownerId: 'o' });
    expect(end({}, [lost, deal({})])).toMatchObject({ outcome: 'open', closedAt: null });
    expect(end({}, [lost, deal({ isClosed: true })])).toMatchObject({ outcome: 'lost', closedAt: start + 40 * day });
  });

  it('was not before the lead came, on a day that has no hour', () => {
    const noon = { arrivedAt: start + day / 2 };
    expect(end(noon, [deal({ isClosed: true, closeDate: start })]).closedAt).toBe(start + day / 2);
    expect(end({}, [deal({ isClosed: true, closeDate: start - 3 * day })]).closedAt).toBe(start - 3 * day);
  });

  it('is lost by a status that says so, and otherwise open', () => {
    const junk = end({ isConverted: false, status: 'Junk', statusSince: start + day }, []);
    expect(junk).toMatchObject({ outcome: 'lost', isDisqualified: true, closedAt: start + day, words: 'Junk' });
    expect(end({ isConverted: false, status: 'New' }, [])).toMatchObject({ outcome: 'open', closedAt: null });
    expect(end({ status: 'Junk' }, [])).toMatchObject({ outcome: 'open', words: 'converted without an opportunity' });
  });
});

describe('what is read from where', () => {
  it('has the sources of the package, field by field', () => {
    const source = path.join(import.meta.dirname, '../../../salesforce/app/intake/classes/SbxSource.cls');
    const ofLead = /ofLead\(\) \{([\s\S]*?)\n {2}\}/.exec(readFileSync(source, 'utf8'))![1]!;
    const found = [...ofLead.matchAll(/own\('(\w+)', (.*)\)/g)].map(([, target, fields]) => [
      target!,
      ...[...fields!.matchAll(/Lead\.(\w+)/g)].map(([, name]) => name!),
    ]);
    expect(found).toEqual(ownSources);
  });

  it('takes what an admin maps, in the namespace or out of it, and leaves out what the user may not read', () => {
    const described = ['Email', 'Region__c', 'acme__SbxLanguage__c'].map((name) => ({
      name,
      label: name,
      type: 'string',
    }));
    const maps = [
      { objectName: 'lead', target: 'region', source: 'region__c' },
      { objectName: 'lead', target: 'depots', source: 'Region__c' },
      { objectName: 'lead', target: 'city', source: 'Gone__c' },
      { objectName: 'opportunity', target: 'closeReason', source: 'email' },
    ] as const;
    expect(mappedReason(maps, 'opportunity', described)).toBe('Email');
    expect(mappedReason(maps, 'lead', described)).toBeNull();
    const sources = leadSources(maps, described, (name) => (name.startsWith('Sbx') ? `acme__${name}` : name));
    expect(sources.map(({ target, isOwn, fields }) => [target, isOwn, fields[0]!.name])).toEqual([
      ['email', true, 'Email'],
      ['region', true, 'Region__c'],
      ['language', true, 'acme__SbxLanguage__c'],
      ['depots', false, 'Region__c'],
    ]);
    expect([...factsNotKnown(new Set(['phone', 'city']))]).toEqual(['hasPhone']);
    expect(factsOf('jobTitle')).toEqual(['seniority', 'jobFunction']);
  });

  it('joins months until a file is full, and ends with the day of looking', () => {
    const months = [24_300, 24_301, 24_303].map((month, place) => ({ month, count: [5, 4, 30][place]! }));
    expect(joinMonths(months, Date.UTC(2025, 3, 9), 10)).toEqual([
      { from: Date.UTC(2025, 0), until: Date.UTC(2025, 2), count: 9 },
      { from: Date.UTC(2025, 3), until: Date.UTC(2025, 3, 9) + 1, count: 30 },
    ]);
  });

  it('reads CSV with line breaks and quotes in it', () => {
    expect(rowsOfCsv('"Id","Note"\n"1","a ""b"",\nc"\n"2",""\n')).toEqual([
      ['1', 'a "b",\nc'],
      ['2', ''],
    ]);
  });
});

describe('reading an org', () => {
  let served: ServedApp;
  let org: Org;
  let past: PastOrg;
  const folder = mkdtempSync(path.join(tmpdir(), 'signalbox-learn-'));
  const none: QuestionFlags = {
    reasonField: undefined,
    lostStatuses: undefined,
    neverChanged: undefined,
    outside: null,
  };

  beforeAll(async () => {
    served = await serveApp();
    org = await served.open();
    past = new PastOrg(served.org);
    past.track(['Industry', 'Status'], start - 30 * day);
  }, 120_000);

  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await served.close();
  });

  const request = (more: Partial<HistoryRequest> = {}): HistoryRequest => ({
    isFresh: true,
    asOf,
    now: asOf + day,
    newSalt: () => 'salt',
    onProgress: () => undefined,
    ...more,
  });

  async function read(flags: Partial<QuestionFlags> = {}, more: Partial<HistoryRequest> = {}): Promise<KeptLead[]> {
    const kept = new KeptHistory(path.join(folder, 'one'));
    const { state } = await readHistory(org, await askQuestion(org, { ...none, ...flags }), kept, request(more));
    return state.slices.flatMap((_, place) => kept.leadsOf(place)!);
  }

  function lead(fields: Record<string, unknown>, at = start): string {
    return past.put('Lead', at, { LastName: 'Past', Company: 'Once', Status: 'Working - Contacted', ...fields });
  }

  it('gives rows page after page, says what the org refuses, and leaves no job behind', async () => {
    for (let number = 0; number < 5; number += 1) past.put('Account', start, { Name: `Account ${number}` });
    const query = "SELECT Name FROM Account WHERE Name LIKE 'Account%' ORDER BY Name";
    const pages: string[][][] = [];
    for await (const page of bulkRows(served.connection, query, 2)) pages.push(page);
    expect(pages.map((page) => page.map(([name]) => name!.slice(-1)))).toEqual([['0', '1'], ['2', '3'], ['4']]);
    await expect(org.selectAllInBulk('SELECT Nothing__c FROM Lead')).rejects.toMatchObject({ code: 'SFP017' });
    await expect(org.selectAllInBulk('SELECT COUNT(Id) FROM Lead')).rejects.toMatchObject({ code: 'SFP002' });
    for await (const page of bulkRows(served.connection, query, 2)) {
      expect(page).toHaveLength(2);
      break;
    }
    const jobs = await served.connection.request<{ records: unknown[] }>('/services/data/v67.0/jobs/query');
    expect(jobs.records).toEqual([]);
  });

  it('takes each field as it was, and nothing of one without a history', async () => {
    const id = lead({ Industry: 'Media', Country: 'DE', Email: 'ana@one.example', LeadSource: 'Web' });
    past.change(id, 'Industry', start + day, 'Retail', 'Media');
    past.change(id, 'Industry', start + 3 * day, 'Retail', 'Media');
    const found = (await read()).find((each) => each.id === id)!;
    expect(found).toMatchObject({ arrivedAt: start, origin: 'fields', outcome: 'open' });
    expect(found.facts).toMatchObject({ industry: 'retail' });
    for (const unknown of ['country', 'channel', 'hasPhone', 'hasWebsite', 'messageWords', 'isNamedAccount']) {
      expect(Object.keys(found.facts)).not.toContain(unknown);
    }
    expect(found.changes).toEqual([{ fieldKey: 'industry', changedAt: start + 3 * day }]);
    const trusted = (await read({ neverChanged: ['Country'] })).find((each) => each.id === id)!;
    expect(trusted.facts).toMatchObject({ country: 'de' });
    expect(Object.keys(trusted.facts)).not.toContain('leadSource');
  });

  it('finds the deal of a lead that was converted without one, and when it was first spoken with', async () => {
    const contact = past.put('Contact', start, { LastName: 'Past' });
    const dealAt = start + 20 * day;
    const deal = past.put('Opportunity', dealAt, {
      Name: 'Later',
      StageName: 'Closed Won',
      IsWon: true,
      IsClosed: true,
      CloseDate: new ApexDate((start + 25 * day) / day),
    });
    past.put('OpportunityContactRole', dealAt, { OpportunityId: new ApexId(deal), ContactId: new ApexId(contact) });
    const touchedAt = start + 3_600_000;
    past.put('Task', touchedAt, {
      WhoId: new ApexId(contact),
      IsClosed: true,
      CompletedDateTime: new ApexDatetime(touchedAt),
    });
    const id = lead({ IsConverted: true, ConvertedContactId: new ApexId(contact), Status: 'Closed - Converted' });
    const found = (await read()).find((each) => each.id === id)!;
    expect(found).toMatchObject({ outcome: 'won', closedAt: start + 25 * day, stage: 'Closed Won', touchedAt });
    const earlier = (await read({}, { asOf: start + 22 * day })).find((each) => each.id === id)!;
    expect(earlier).toMatchObject({ outcome: 'open', closedAt: null, stage: null });
  });

  it('believes a file from where sales closes, by the id or by the hash of an address', async () => {
    const byId = lead({ Status: 'Closed - Not Converted' });
    const byHash = lead({ Email: 'Bo@Two.example ' });
    const won = {
      outcome: 'won',
      closedAt: start + 5 * day,
      outcomeWords: 'won',
      stage: null,
      closeReason: 'Price',
    } as const;
    const rest = { finalOwner: 'mara', firstTouchAt: null, nativeScore: null };
    const outside = new Map(
      [byId.slice(0, 15), hashOfEmail('bo@two.example')].map((key) => [key, { ...won, ...rest }]),
    );
    const leads = await read({ outside });
    for (const id of [byId, byHash]) {
      expect(leads.find((each) => each.id === id)).toMatchObject({
        outcome: 'won',
        words: 'won',
        reason: 'Price',
        owner: 'mara',
      });
    }
    expect((await read()).find((each) => each.id === byId)).toMatchObject({ outcome: 'lost' });
  });

  it('takes the facts of a decision before those of the fields, and the same person for the same', async () => {
    const [id] = await served.decideLeads([
      { ...newLeads(1)[0], Title: 'VP Sales', Industry: 'logistics', Country: 'JP' },
    ]);
    await served.connection.sobject('Lead').update({ Id: id!, Industry: 'media', Country: 'US' });
    const leads = await read({}, { asOf: null, now: Date.now() + day });
    const found = leads.find((each) => each.id === id)!;
    expect(found).toMatchObject({ origin: 'decision', facts: { industry: 'logistics', country: 'jp' } });
    expect(found.person).toMatch(/^[0-9a-f]{32}$/);
    const again = lead({ Email: 'VERA1@depot1.example' }, start + day);
    expect((await read()).find((each) => each.id === again)!.person).toBe(found.person);
  });

  it('goes on where it was interrupted, and asks anew for another question', async () => {
    for (let month = 0; month < 6; month += 1) lead({}, Date.UTC(2026, month, 3));
    const kept = new KeptHistory(path.join(folder, 'two'));
    const question = await askQuestion(org, none);
    let calls = 0;
    const stop = (): void => {
      calls += 1;
      if (calls === 5) throw new Error('stopped');
    };
    await expect(readHistory(org, question, kept, request({ sliceSize: 2, onProgress: stop }))).rejects.toThrow(
      'stopped',
    );
    const left = kept.state()!;
    const readBefore = left.slices.filter(({ isRead }) => isRead).length;
    expect(readBefore).toBeGreaterThan(0);
    expect(readBefore).toBeLessThan(left.slices.length);

    const whole = await readHistory(
      org,
      question,
      kept,
      request({ isFresh: false, asOf: null, newSalt: () => 'other' }),
    );
    expect(whole).toMatchObject({ origin: 'goneOn', state: { asOf, salt: null, finishedAt: asOf + day } });
    const leads = whole.state.slices.flatMap((_, place) => kept.leadsOf(place)!);
    expect(leads.map(({ id, person }) => [id, person])).toEqual((await read()).map(({ id, person }) => [id, person]));

    const again = { ...request({ isFresh: false, asOf: null }) };
    expect(await readHistory(org, question, kept, again)).toMatchObject({ origin: 'kept' });
    const later = { ...again, now: again.now + 2 * day };
    expect(await readHistory(org, question, kept, later)).toMatchObject({ origin: 'read' });
    const other = await askQuestion(org, { ...none, lostStatuses: ['Working - Contacted'] });
    expect(await readHistory(org, other, kept, again)).toMatchObject({ origin: 'read' });
    await expect(askQuestion(org, { ...none, lostStatuses: ['Gone'] })).rejects.toMatchObject({ code: 'SFP018' });
  });
});
