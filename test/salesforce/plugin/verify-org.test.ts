import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApexDatetime } from '../../../sandbox/salesforce/apex/library/time/apex-datetime.ts';
import type { StoredRecord } from '../../../sandbox/salesforce/org/records/stored-record.ts';
import type { Org } from '../../../salesforce/plugin/src/org/org.ts';
import { hashText } from '../../../core/src/author/run/hash-text.ts';
import { verifyOrg } from '../../../salesforce/plugin/src/verify/verify-org.ts';
import type { Verification } from '../../../salesforce/plugin/src/results/verify-result.ts';
import { newLeads, serveApp, type ServedApp } from './served-app.ts';

let served: ServedApp;
let org: Org;

beforeAll(async () => {
  served = await serveApp();
  org = await served.open();
  await served.decideLeads(newLeads(30));
  served.seal();
  await served.decideLeads(newLeads(5, 101));
}, 120_000);

afterAll(() => served.close());

function verify(request: { since?: number | null; keptSeal?: string | null } = {}) {
  return verifyOrg(org, { since: null, keptSeal: null, onProgress: () => undefined, ...request });
}

type Change = Readonly<Record<string, unknown>>;

function recordAt(objectName: string, place: number): StoredRecord {
  return [...served.org.store.recordsOf(objectName)].filter((each) => !each.isDeleted)[place]!;
}

/** Changes a record behind the org's back, as somebody with the database would, and puts it back after the work. */
async function tampered<T>(record: StoredRecord, changed: Partial<StoredRecord>, work: () => Promise<T>): Promise<T> {
  const before = { ...record, fields: new Map(record.fields) };
  served.org.store.put({ ...before, ...changed });
  try {
    return await work();
  } finally {
    served.org.store.put(before);
  }
}

function withChange(record: StoredRecord, change: Change): Partial<StoredRecord> {
  const changes = Object.entries(change).map(([name, value]) => [name.toLowerCase(), value] as const);
  return { fields: new Map([...record.fields, ...changes]) };
}

const codes = async (request = {}): Promise<string[]> => (await verify(request)).findings.map(({ code }) => code);

describe('verifying an org', () => {
  it('finds nothing where nothing was changed, and decides every decision to the same bytes', async () => {
    const result = await verify();
    expect(result.findings).toEqual([]);
    expect(result).toMatchObject({ revisions: 1, snapshots: 2, decisions: 35, decidedAgain: 35, erased: 0 });
    expect(result).toMatchObject({ sealed: 30, unsealed: 5, firstSealNumber: 1 });
    expect(result.lastSeal).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each<[string, string, number, Change, string[]]>([
    ['a changed decision part', 'SbxDecision__c', 3, { DecisionText__c: '{}' }, ['VER008']],
    ['a changed personal part', 'SbxDecision__c', 3, { PersonalText__c: '{}' }, ['VER009']],
    ['a changed salt', 'SbxDecision__c', 3, { Salt__c: 'other' }, ['VER009']],
    ['a personal part that is gone without its salt', 'SbxDecision__c', 3, { PersonalText__c: null }, ['VER012']],
    ['a changed seal', 'SbxDecision__c', 3, { Seal__c: 'f'.repeat(64) }, ['VER006', 'VER006']],
    ['a fingerprint that was changed with its text', 'SbxDecision__c', 3, withFingerprint('{}'), ['VER003', 'VER006']],
    [
      'a revision of which a part was changed',
      'SbxRevisionPart__c',
      0,
      { Text__c: '[]' },
      ['VER001', ...each35('VER001')],
    ],
    [
      'a roster of which a part was changed',
      'SbxSnapshotPart__c',
      0,
      { Text__c: '{}' },
      ['VER001', ...each35('VER001')],
    ],
    ['a revision that names another before it', 'SbxRevision__c', 0, { PreviousFingerprint__c: 'a' }, ['VER016']],
  ])('finds %s', async (_, object, place, change, expected) => {
    const record = recordAt(object, place);
    expect((await tampered(record, withChange(record, change), () => codes())).sort()).toEqual(expected.sort());
  });

  it('finds a record that was decided otherwise, even when its fingerprint is made to fit', async () => {
    const record = recordAt('SbxDecision__c', 34);
    const text = String(record.fields.get('decisiontext__c'));
    const other = text.replace(/"owner":"[^"]+"/, '"owner":"tom"');
    expect(other).not.toBe(text);
    const change = withChange(record, withFingerprint(other));
    expect(await tampered(record, change, () => codes())).toEqual(['VER011']);
  });

  it('finds a sealed row that is gone', async () => {
    expect(await tampered(recordAt('SbxDecision__c', 10), { isDeleted: true }, () => codes())).toEqual(['VER004']);
  });

  it('takes erased rows for what they are, and their seals still hold', async () => {
    const record = recordAt('SbxDecision__c', 3);
    const erased = withChange(record, { PersonalText__c: null, Salt__c: null });
    const result = await tampered(record, erased, () => verify());
    expect(result.findings).toEqual([]);
    expect(result).toMatchObject({ decisions: 35, decidedAgain: 34, erased: 1 });
  });

  it('knows a seal that somebody kept, and misses one that was never given', async () => {
    const kept = String(recordAt('SbxDecision__c', 5).fields.get('seal__c'));
    expect(await codes({ keptSeal: kept })).toEqual([]);
    expect(await codes({ keptSeal: 'f'.repeat(64) })).toEqual(['VER015']);
  });

  it('looks at the latest decisions only, where it is asked to, and begins with the seal before them', async () => {
    const inAnHour = new ApexDatetime(Math.floor(Date.now() / 1000) * 1000 + 3_600_000);
    const later = Array.from({ length: 10 }, (_, place) => recordAt('SbxDecision__c', 20 + place));
    const change = { DecidedAt__c: inAnHour };
    const look = (): Promise<Verification> => verify({ since: Date.now() + 1_800_000 });
    const all = later.reduce<() => Promise<Verification>>(
      (work, record) => () => tampered(record, withChange(record, change), work),
      look,
    );
    expect(await all()).toMatchObject({ findings: [], decisions: 10, sealed: 10, unsealed: 0, firstSealNumber: 21 });
    const before = recordAt('SbxDecision__c', 19);
    const found = await tampered(before, withChange(before, { Seal__c: 'f'.repeat(64) }), all);
    expect(found.findings.map(({ code }) => code)).toEqual(['VER006']);
  });
});

function withFingerprint(text: string): Change {
  return { DecisionText__c: text, Fingerprint__c: hashText(text) };
}

function each35(code: string): string[] {
  return Array.from({ length: 35 }, () => code);
}
