import type { Installation } from '../installation/installation.ts';
import { peopleNames } from './people-names.ts';

/** A lead whose card is worth a look, in words that people know. */
export type ShownLead = {
  readonly id: string;
  readonly name: string;
  readonly company: string;
  readonly destination: string;
  readonly givenTo: string;
};

type Found = {
  Id: string;
  Name: string;
  Company: string;
  [field: string]: unknown;
};

/** Two leads of each destination, so that every kind of card can be seen; the best of each first. */
export async function chooseLeads(installation: Installation): Promise<ShownLead[]> {
  const { admin, names } = installation;
  const { records } = await admin.query<Found>(
    names.query(
      'SELECT Id, Name, Company, SbxDecision__r.Destination__c, SbxDecision__r.GivenTo__c FROM Lead ' +
        'WHERE SbxDecision__c != NULL ORDER BY SbxFitScore__c DESC NULLS LAST, Id LIMIT 2000',
    ),
  );
  const known = await peopleNames(installation);
  const shown: ShownLead[] = [];
  const counts = new Map<string, number>();
  for (const record of records) {
    const decision = record[names.of('SbxDecision__r')] as Record<string, string>;
    const destination = decision[names.of('Destination__c')] ?? '';
    const count = counts.get(destination) ?? 0;
    counts.set(destination, count + 1);
    if (count < 2) {
      const givenTo = decision[names.of('GivenTo__c')] ?? '';
      shown.push({
        id: record.Id,
        name: record.Name,
        company: record.Company,
        destination: known.destination(destination),
        givenTo: known.rep(givenTo),
      });
    }
  }
  return shown;
}
