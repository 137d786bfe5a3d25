import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { Connection } from 'jsforce';
import { installPackage } from '../../../sandbox/salesforce/org/deploy/install-package.ts';
import { connectInMemoryOrg } from '../../../sandbox/salesforce/org/http/connect-in-memory-org.ts';
import { startOrg } from '../../../sandbox/salesforce/org/http/start-org.ts';
import { KeptHistory } from '../../../salesforce/plugin/src/learn/kept-history.ts';
import { askQuestion } from '../../../salesforce/plugin/src/learn/question.ts';
import { readHistory } from '../../../salesforce/plugin/src/learn/read-history.ts';
import { Org } from '../../../salesforce/plugin/src/org/org.ts';
import { readRevisions } from '../../../salesforce/plugin/src/org/revisions.ts';
import { publishPolicy, pushPolicy } from '../../../salesforce/plugin/src/policy/publish-policy.ts';
import { fingerprintOf, readPolicyText } from '../../../salesforce/plugin/src/policy/readable-policy.ts';
import { verifyOrg } from '../../../salesforce/plugin/src/verify/verify-org.ts';
import { assignPermissionSet, username } from './served-app.ts';

const root = path.join(import.meta.dirname, '..', '..', '..');

test('a package that was installed with a namespace is found, pushed to, published, verified and learned from', async () => {
  const folders = ['engine', 'app'].map((folder) => path.join(root, 'salesforce', folder));
  const { org, program } = installPackage({ folders, namespace: 'acme' });
  const connected = connectInMemoryOrg({ org, program });
  const started = await startOrg({ org: connected });
  try {
    const accessToken = connected.beginSession(username) ?? '';
    const connection = new Connection({ instanceUrl: started.url, accessToken, version: '67.0' });
    await assignPermissionSet(connection, 'SbxAdmin');
    const opened = await Org.open(connection);
    const text = readFileSync(path.join(root, 'core', 'policies', 'starter.json'), 'utf8');
    const starter = readPolicyText(text, 'starter.json');
    expect(await pushPolicy(opened, starter)).toMatchObject({ stayed: 0, removed: 0 });
    expect(await publishPolicy(opened, 'First.')).toMatchObject({ fingerprint: fingerprintOf(starter) });
    expect(await readRevisions(opened)).toMatchObject([{ number: 1, note: 'First.', isLive: true }]);
    const verified = await verifyOrg(opened, { since: null, keptSeal: null, onProgress: () => undefined });
    expect(verified).toMatchObject({ revisions: 1, findings: [] });
    const lead = { LastName: 'Past', Company: 'Once', acme__SbxLanguage__c: 'de' };
    await connection.sobject('Lead').create(lead);
    expect(await languagesOf(opened)).toEqual(['de']);
  } finally {
    await started.close();
  }
}, 120_000);

async function languagesOf(org: Org): Promise<unknown[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'signalbox-learn-'));
  try {
    const flags = { reasonField: undefined, lostStatuses: undefined, neverChanged: ['SbxLanguage__c'], outside: null };
    const kept = new KeptHistory(folder);
    const { state } = await readHistory(org, await askQuestion(org, flags), kept, {
      isFresh: true,
      asOf: null,
      now: Date.now() + 60_000,
      newSalt: () => 'salt',
      onProgress: () => undefined,
    });
    return state.slices.flatMap((_, place) => kept.leadsOf(place)!.map(({ facts }) => facts['language']));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('an org without the package says so', async () => {
  const connection = {
    version: '67.0',
    _transport: { httpRequest: () => Promise.resolve({}) },
    request: <T>() => Promise.resolve({ sobjects: [{ name: 'Lead' }] } as T),
  };
  await expect(Org.open(connection)).rejects.toMatchObject({ code: 'SFP001' });
});
