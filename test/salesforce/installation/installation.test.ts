import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Org } from '../../../salesforce/plugin/src/org/org.ts';
import { verifyOrg } from '../../../salesforce/plugin/src/verify/verify-org.ts';
import type { Installation } from '../../../sandbox/salesforce/installation/installation.ts';
import { bulkLoad } from '../../bench/salesforce/bulk-load.ts';
import { countRecords } from '../../bench/salesforce/count-records.ts';
import { manyLeads } from '../../bench/salesforce/many-leads.ts';
import { newInstallation } from '../../bench/salesforce/new-installation.ts';

jest.setTimeout(120_000);

describe.each([
  ['as the org’s own sources', null],
  ['as a managed package', 'acme'],
])('Signalbox installed %s', (_, namespace) => {
  let installation: Installation;

  beforeAll(async () => {
    installation = await newInstallation({ namespace });
  });
  afterAll(() => installation.close());

  test('decides every lead of a bulk load, once', async () => {
    const loaded = await bulkLoad(installation, await manyLeads(60, installation.names));
    expect(loaded).toEqual({ saved: 60, refused: 0, firstRefusal: null });
    expect(await countRecords(installation, "Lead WHERE SbxState__c = 'decided' AND SbxDecision__c != NULL")).toBe(60);
    expect(await countRecords(installation, 'SbxDecision__c WHERE IsCurrent__c = TRUE')).toBe(60);
  });

  test('starts a clock for every lead that is routed', async () => {
    const routed = await countRecords(installation, 'SbxDecision__c WHERE IsQuiet__c = FALSE');
    expect(routed).toBeGreaterThan(40);
    expect(await countRecords(installation, "SbxClock__c WHERE State__c = 'running'")).toBe(routed);
  });

  test('wrote what the core in TypeScript decides again to the same bytes', async () => {
    const org = await Org.open(installation.admin);
    const result = await verifyOrg(org, { since: null, keptSeal: null, onProgress: () => undefined });
    expect(result.findings).toEqual([]);
    expect(result.decidedAgain).toBe(60);
  });

  test('left no incident and no failed job behind', async () => {
    expect(await countRecords(installation, 'SbxIncident__c')).toBe(0);
    expect(installation.connected.background.failures).toEqual([]);
  });
});
