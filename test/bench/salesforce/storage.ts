import type { Installation } from '../../../sandbox/salesforce/installation/installation.ts';
import type { Reporter } from '../reporter.ts';
import { countRecords } from './count-records.ts';

/** Salesforce counts two kilobytes for a record of most objects, whatever is in it; events and tasks alike. */
const kilobytesEach = 2;

/** What the package stores for leads, as Salesforce counts it, and what the texts themselves hold. */
export async function reportStorage(installation: Installation, leads: number, reporter: Reporter): Promise<void> {
  const objects = ['SbxDecision__c', 'SbxClock__c', 'SbxActivity__c', 'SbxIncident__c', 'Task', 'CampaignMember'];
  let records = 0;
  for (const object of objects) {
    const count = await countRecords(installation, object);
    records += count;
    if (count > 0) reporter.note(`${object}: ${((1_000 * count) / leads).toFixed(0)} records for 1,000 leads`);
  }
  reporter.figure('data storage for 1,000 leads', (records * kilobytesEach * 1_000) / leads / 1_024, 'MB');
}
