import type { Crm } from '../../crm/crm.ts';

const most = 200;

/** Contacts whose address, name or company is written like that, by id. HubSpot compares without regard to capitals. */
export async function findContacts(crm: Crm, words: string): Promise<string[]> {
  const wanted = words.trim();
  const found = await crm.searchObjects({
    objectType: 'contacts',
    groups: ['email', 'lastname', 'firstname', 'company'].map((property) => [
      { property, operator: 'EQ', values: [wanted] },
    ]),
    properties: ['email'],
    most,
  });
  return found.map(({ id }) => id);
}
