import type { Installation } from '../installation/installation.ts';

/** How people call what the policy calls by short names; the short name itself where nobody has a better one. */
export type PeopleNames = {
  readonly rep: (name: string) => string;
  readonly destination: (name: string) => string;
};

/** (await peopleNames(installation)).rep('ana') → 'Ana Ruiz'. */
export async function peopleNames({ admin, names }: Installation): Promise<PeopleNames> {
  const namesIn = async (query: string, short: string, long: string): Promise<(name: string) => string> => {
    const { records } = await admin.query<Record<string, string>>(names.query(query));
    const known = new Map(records.map((each) => [each[names.of(short)], each[names.of(long)]]));
    return (name) => known.get(name) ?? name;
  };
  return {
    rep: await namesIn('SELECT RepName__c, Name FROM SbxRep__c', 'RepName__c', 'Name'),
    destination: await namesIn(
      'SELECT DestinationName__c, Label__c FROM SbxDestination__c',
      'DestinationName__c',
      'Label__c',
    ),
  };
}
