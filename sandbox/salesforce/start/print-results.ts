import type { Installation } from '../installation/installation.ts';
import { peopleNames } from './people-names.ts';
import type { Sent } from './send-leads.ts';

type Count = Record<string, string | number>;

/** Shows where the leads went, who has them, and what is due. */
export async function printResults(installation: Installation, sent: Sent): Promise<void> {
  console.log(
    `\n${sent.saved} leads were saved and decided in ${sent.seconds.toFixed(1)} s` +
      (sent.refused.length === 0 ? '.' : `; Salesforce refused ${sent.refused.length}, the first: ${sent.refused[0]}`),
  );
  const known = await peopleNames(installation);
  const current = 'SbxDecision__c WHERE IsCurrent__c = TRUE';
  await printCounts(installation, 'Where they went', 'Destination__c', current, known.destination);
  await printCounts(installation, 'Who has them', 'GivenTo__c', current, known.rep);
  await printCounts(installation, 'Clocks', 'SlaName__c', 'SbxClock__c');
  await printCounts(installation, 'Incidents', 'Code__c', 'SbxIncident__c');
}

async function printCounts(
  installation: Installation,
  title: string,
  field: string,
  from: string,
  nameOf: (name: string) => string = (name) => name,
): Promise<void> {
  const { admin, names } = installation;
  const query = names.query(
    `SELECT ${field}, COUNT(Id) leads FROM ${from} GROUP BY ${field} ORDER BY COUNT(Id) DESC LIMIT 12`,
  );
  const { records } = await admin.query<Count>(query);
  if (records.length === 0) return;
  console.log(`\n${title}`);
  for (const record of records) {
    console.log(`  ${nameOf(String(record[names.of(field)] ?? '')).padEnd(52)}${String(record.leads).padStart(5)}`);
  }
}
