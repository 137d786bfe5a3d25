import { leadRecordOf, readSampleLeads } from '../../../sandbox/salesforce/installation/sample-leads.ts';
import type { ApiNames } from '../../../sandbox/salesforce/installation/api-names.ts';

/**
 * So many different leads, made of the sample's: each round gives every person and company a number of its own, so that
 * nobody comes twice. An import or an integration is not routed, so the sample's few are sent through a form instead.
 */
export async function manyLeads(count: number, names: ApiNames): Promise<Record<string, unknown>[]> {
  const sample = (await readSampleLeads()).map(leadRecordOf).filter((each) => each.Email !== null);
  return Array.from({ length: count }, (_, place) => {
    const record = { ...sample[place % sample.length]! };
    const round = Math.floor(place / sample.length);
    const [local, domain] = (record.Email as string).split('@') as [string, string];
    const isImported = ['listImport', 'migration', 'integration'].includes(record.SbxChannel__c as string);
    return names.record({
      ...record,
      Email: `${local}.${place}@${domain}`.slice(-80),
      LastName: `${record.LastName as string} ${round}`.slice(0, 80),
      SbxChannel__c: isImported ? 'webForm' : record.SbxChannel__c,
      SbxIntakeId__c: `load-${place}`,
    });
  });
}
