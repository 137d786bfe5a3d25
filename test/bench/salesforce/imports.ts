import type { Installation } from '../../../sandbox/salesforce/installation/installation.ts';
import { atLeast, atMost } from '../figure.ts';
import type { Reporter } from '../reporter.ts';
import { bulkLoad } from './bulk-load.ts';
import { countRecords, readAll } from './count-records.ts';
import { manyLeads } from './many-leads.ts';
import { newInstallation } from './new-installation.ts';

/** A load that names no channel counts as an import: everything is recorded, nobody is told and no owner changes. */
export async function benchImports(count: number, reporter: Reporter): Promise<void> {
  reporter.heading(`${count.toLocaleString('en-US')} imported records`);
  const installation = await newInstallation();
  try {
    const records = (await manyLeads(count, installation.names)).map((record) => {
      const { SbxChannel__c: _, ...rest } = record;
      return rest;
    });
    const startedAt = performance.now();
    const loaded = await bulkLoad(installation, records);
    const seconds = (performance.now() - startedAt) / 1_000;
    const admin = await installation.admin.identity();
    if (loaded.firstRefusal !== null) reporter.note(`first refusal: ${loaded.firstRefusal}`);
    reporter.figure('records saved', loaded.saved, 'records', atLeast(count));
    reporter.figure('  saved and recorded', loaded.saved / seconds, 'records/s');
    reporter.figure(
      'recorded only',
      await countRecords(installation, 'SbxDecision__c WHERE IsQuiet__c = TRUE'),
      'records',
      atLeast(count),
    );
    const changed = await countRecords(installation, `Lead WHERE OwnerId != '${admin.user_id}'`);
    reporter.figure('owners changed', changed, '', atMost(0));
    reporter.figure('alerts', await countAlerts(installation), '', atMost(0));
    reporter.figure('tasks', await countRecords(installation, 'Task'), '', atMost(0));
    reporter.figure('clocks', await countRecords(installation, 'SbxClock__c'), '', atMost(0));
  } finally {
    await installation.close();
  }
}

/** Whatever told somebody: events, notifications, e-mails, and incidents that ask for somebody. */
async function countAlerts(installation: Installation): Promise<number> {
  const { org } = installation;
  const incidents = await readAll<unknown>(installation, 'SELECT Id FROM SbxIncident__c');
  return org.emails.length + org.messages.notifications.length + org.events.countOf('SbxAlert__e') + incidents.length;
}
