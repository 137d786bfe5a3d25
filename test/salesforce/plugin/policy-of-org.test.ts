import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Policy } from '../../../core/src/decide/model/policy.ts';
import type { Org } from '../../../salesforce/plugin/src/org/org.ts';
import { readRevisions, readRevisionText } from '../../../salesforce/plugin/src/org/revisions.ts';
import { decideOnTrial } from '../../../salesforce/plugin/src/decide/decide-on-trial.ts';
import { publishPolicy, pushPolicy } from '../../../salesforce/plugin/src/policy/publish-policy.ts';
import {
  fingerprintOf,
  readPolicyText,
  workingPolicyOf,
  writeReadablePolicy,
} from '../../../salesforce/plugin/src/policy/readable-policy.ts';
import { readWorkingRows } from '../../../salesforce/plugin/src/policy/read-working-rows.ts';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { newLeads, serveApp, type ServedApp } from './served-app.ts';

const starter = readFileSync(
  path.join(import.meta.dirname, '..', '..', '..', 'core', 'policies', 'starter.json'),
  'utf8',
);

let served: ServedApp;
let org: Org;
let installed: Policy;

beforeAll(async () => {
  served = await serveApp();
  org = await served.open();
  installed = await read();
}, 120_000);

afterAll(() => served.close());

async function read(): Promise<Policy> {
  return workingPolicyOf(await readWorkingRows(org)).policy;
}

const idsOf = async (object: string): Promise<string[]> =>
  (await served.connection.query<{ Id: string }>(`SELECT Id FROM ${object} ORDER BY Id`)).records.map(({ Id }) => Id);

describe('the policy of an org', () => {
  it('is read out of its rows as the policy that was published', async () => {
    const { policy, fingerprint, findings } = workingPolicyOf(await readWorkingRows(org));
    const [revision] = await readRevisions(org);
    expect(revision).toMatchObject({ number: 1, fingerprint, isLive: true, previousFingerprint: null });
    expect(await readRevisionText(org, revision!)).not.toBeNull();
    expect(findings).toEqual([]);
    expect(readPolicyText(writeReadablePolicy(policy), 'policy.json')).toEqual(policy);
  });

  it('takes the rows of a file, keeps the records that stay the same, and comes back as that file', async () => {
    const rulesBefore = await idsOf('SbxRule__c');
    const draft = structuredClone(installed);
    draft.rules[1]!.label = 'Another label';
    expect(await pushPolicy(org, draft)).toMatchObject({ moved: 0, added: 1, removed: 1 });
    expect(fingerprintOf(await read())).toBe(fingerprintOf(draft));
    const rulesAfter = await idsOf('SbxRule__c');
    expect(rulesAfter.filter((id) => rulesBefore.includes(id))).toHaveLength(rulesBefore.length - 1);
    expect(await pushPolicy(org, draft)).toMatchObject({ moved: 0, added: 0, removed: 0 });
  });

  it('takes a whole other policy and goes back again', async () => {
    const other = readPolicyText(starter, 'starter.json');
    const { stayed, added } = await pushPolicy(org, other);
    expect(added).toBeGreaterThan(stayed);
    expect(fingerprintOf(await read())).toBe(fingerprintOf(other));
    await pushPolicy(org, installed);
    expect(fingerprintOf(await read())).toBe(fingerprintOf(installed));
  });

  it('stays as it is when one row of many is refused', async () => {
    const before = await idsOf('SbxMember__c');
    const draft = structuredClone(installed);
    draft.name = 'Half of it';
    draft.slas[0]!.label = 'x'.repeat(300);
    await expect(pushPolicy(org, draft)).rejects.toMatchObject({
      code: 'SFP002',
      tokens: ['SFA407', expect.stringContaining('data value too large')],
      details: [expect.stringContaining('Nothing was changed')],
    });
    expect(fingerprintOf(await read())).toBe(fingerprintOf(installed));
    expect(await idsOf('SbxMember__c')).toEqual(before);
  });

  it('is published by the org as the text that is written here, and once only', async () => {
    const draft = structuredClone(installed);
    draft.name = 'Published from outside';
    await pushPolicy(org, draft);
    const published = await publishPolicy(org, 'From outside.');
    expect(published).toMatchObject({ revisionNumber: 2, fingerprint: fingerprintOf(draft), isUnchanged: false });
    expect(await publishPolicy(org, null)).toMatchObject({ revisionNumber: 2, isUnchanged: true });
    const revisions = await readRevisions(org);
    expect(revisions.map(({ isLive }) => isLive)).toEqual([false, true]);
    expect(revisions[1]).toMatchObject({ note: 'From outside.', previousFingerprint: revisions[0]!.fingerprint });
  });

  it('is not published with findings, which are told', async () => {
    const [rule] = await idsOf('SbxRule__c');
    const { records } = await served.connection.query<{ DestinationName__c: string }>(
      `SELECT DestinationName__c FROM SbxRule__c WHERE Id = '${rule}'`,
    );
    await served.connection.sobject('SbxRule__c').update({ Id: rule!, DestinationName__c: 'nowhere' });
    await expect(publishPolicy(org, null)).rejects.toMatchObject({
      code: 'SFP010',
      details: [expect.stringMatching(/^POL\d{3} .*nowhere/)],
    });
    await served.connection.sobject('SbxRule__c').update({ Id: rule!, ...records[0]! });
  });

  it('with a value that cannot be read is not written anywhere', async () => {
    const [table] = await idsOf('SbxTable__c');
    const { records } = await served.connection.query<{ Amounts__c: string }>('SELECT Amounts__c FROM SbxTable__c');
    await served.connection.sobject('SbxTable__c').update({ Id: table!, Amounts__c: '1;two;3' });
    await expect(read()).rejects.toMatchObject({ code: 'SFP007', details: [expect.stringContaining('"two"')] });
    await served.connection.sobject('SbxTable__c').update({ Id: table!, Amounts__c: records[0]!.Amounts__c });
  });
});

describe('deciding on trial', () => {
  it('tells the story and writes nothing', async () => {
    const [lead] = await served.decideLeads(newLeads(1));
    const before = await idsOf('SbxDecision__c');
    const [decision] = await decideOnTrial(org, [lead!]);
    expect(decision).toMatchObject({ subjectId: lead, failure: null });
    expect(decision!.headline).toContain('first touch due');
    expect(decision!.sections.map(({ title }) => title)).toContain('What was decided');
    expect(await idsOf('SbxDecision__c')).toEqual(before);
  });

  it('says of a lead that is not there that it is not there', async () => {
    const [decision] = await decideOnTrial(org, ['00Q000000000ZZZ']);
    expect(decision).toMatchObject({ state: 'hidden', headline: null, sections: [] });
    await expect(decideOnTrial(org, ['001000000000001'])).rejects.toMatchObject({ code: 'SFP014' });
  });
});
