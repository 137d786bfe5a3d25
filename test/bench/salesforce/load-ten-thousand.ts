import { Org } from '../../../salesforce/plugin/src/org/org.ts';
import { verifyOrg } from '../../../salesforce/plugin/src/verify/verify-org.ts';
import type { Installation } from '../../../sandbox/salesforce/installation/installation.ts';
import { atLeast, atMost } from '../figure.ts';
import type { Reporter } from '../reporter.ts';
import { bulkLoad } from './bulk-load.ts';
import { countRecords, readAll } from './count-records.ts';
import { manyLeads } from './many-leads.ts';
import { newInstallation } from './new-installation.ts';
import { reportStorage } from './storage.ts';

/** Leads by Bulk API 2.0, in an org of its own and again with a namespace: each with one owner, one decision, one clock. */
export async function benchLoad(count: number, reporter: Reporter): Promise<void> {
  for (const namespace of [null, 'acme']) {
    const under = namespace === null ? 'as the org’s own' : `under the namespace ${namespace}`;
    reporter.heading(`${count.toLocaleString('en-US')} leads by Bulk API 2.0, ${under}`);
    const installation = await newInstallation({ namespace });
    try {
      const startedAt = performance.now();
      const loaded = await bulkLoad(installation, await manyLeads(count, installation.names));
      const seconds = (performance.now() - startedAt) / 1_000;
      if (loaded.firstRefusal !== null) reporter.note(`first refusal: ${loaded.firstRefusal}`);
      reporter.figure('leads saved', loaded.saved, 'leads', atLeast(count));
      reporter.figure('  saved, decided and written', loaded.saved / seconds, 'leads/s');
      await reportDecided(installation, loaded.saved, reporter);
      await reportSameBytes(installation, loaded.saved, reporter);
      if (namespace === null) await reportStorage(installation, loaded.saved, reporter);
    } finally {
      await installation.close();
    }
  }
}

type Decided = { Lead__c: string; IsQuiet__c: boolean };

async function reportDecided(installation: Installation, count: number, reporter: Reporter): Promise<void> {
  const { names } = installation;
  const decided = await readAll<Record<string, unknown>>(
    installation,
    'SELECT Lead__c, IsQuiet__c FROM SbxDecision__c WHERE IsCurrent__c = TRUE',
  );
  const field = (name: keyof Decided) => names.of(name);
  const ofLead = new Set(decided.map((each) => each[field('Lead__c')]));
  const routed = decided.filter((each) => each[field('IsQuiet__c')] === false);
  const clocks = await readAll<Record<string, unknown>>(
    installation,
    "SELECT Lead__c FROM SbxClock__c WHERE State__c IN ('running', 'missed')",
  );
  const clockOf = new Set(clocks.map((each) => each[field('Lead__c')]));
  const without = routed.filter((each) => !clockOf.has(each[field('Lead__c')]));
  reporter.figure(
    'leads decided',
    await countRecords(installation, "Lead WHERE SbxState__c = 'decided'"),
    'leads',
    atLeast(count),
  );
  reporter.figure(
    '  with exactly one decision',
    ofLead.size === decided.length ? ofLead.size : 0,
    'leads',
    atLeast(count),
  );
  reporter.figure(
    '  with exactly one clock (of those routed)',
    clocks.length === clockOf.size ? routed.length - without.length : 0,
    'leads',
    atLeast(routed.length),
  );
  reporter.figure(
    '  whose owner is who the record says',
    await countOwned(installation),
    'leads',
    atLeast(routed.length),
  );
  reporter.figure('incidents', await countRecords(installation, 'SbxIncident__c'), '', atMost(0));
}

/** A kept owner is whoever had it; every other owner is the user or queue behind the name in the record. */
async function countOwned(installation: Installation): Promise<number> {
  const { names } = installation;
  const reps = await readAll<Record<string, string>>(installation, 'SELECT RepName__c, HolderId__c FROM SbxRep__c');
  const holders = new Map(reps.map((each) => [each[names.of('RepName__c')], each[names.of('HolderId__c')]]));
  const decisions = await readAll<Record<string, unknown>>(
    installation,
    'SELECT GivenTo__c, IsQuiet__c, Lead__r.OwnerId FROM SbxDecision__c WHERE IsCurrent__c = TRUE AND IsQuiet__c = FALSE',
  );
  return decisions.filter((each) => {
    const lead = each[names.of('Lead__r')] as { OwnerId: string } | null;
    return lead !== null && holders.get(each[names.of('GivenTo__c')] as string) === lead.OwnerId;
  }).length;
}

/** Every decision made again by the core in TypeScript, from what was captured, after save and reload. */
async function reportSameBytes(installation: Installation, count: number, reporter: Reporter): Promise<void> {
  const org = await Org.open(installation.admin);
  const result = await verifyOrg(org, { since: null, keptSeal: null, onProgress: () => undefined });
  for (const finding of result.findings.slice(0, 3)) reporter.note(`${finding.code} ${finding.about} ${finding.found}`);
  reporter.figure('decisions made again to the same bytes', result.decidedAgain, 'decisions', atLeast(count));
  reporter.figure('findings', result.findings.length, '', atMost(0));
}
