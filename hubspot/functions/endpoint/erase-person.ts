import { entryProperty } from '../log/entry-type.ts';
import type { PrivatePortal } from '../portal/private-portal.ts';
import { decisionEntryKey } from '../log/keys.ts';
import { readHistories } from '../deciding/contact-history.ts';

const mostEntries = 500;

/** Erases whatever the log holds of a person. Decisions stay, without the part that is personal. */
export async function erasePerson(portal: PrivatePortal, contactId: string): Promise<number> {
  const [found, histories] = await Promise.all([
    portal.log.search({
      filters: [
        { property: entryProperty.contactId, operator: 'EQ', values: [contactId] },
        { property: entryProperty.kind, operator: 'IN', values: ['decision', 'repeat', 'report'] },
      ],
      texts: [],
      most: mostEntries,
    }),
    readHistories(portal.log, [contactId]),
  ]);
  // Search does not know yet what was decided in the last seconds.
  const newest = await portal.log.findByKeys(
    histories.get(contactId)!.arrivals.map(({ claim }) => decisionEntryKey(contactId, claim.arrival)),
  );
  const ids = new Set([...found, ...newest.values()].map(({ id }) => id));
  await portal.log.change(
    [...ids].map((id) => ({ id, change: { state: 'written', texts: { personal: '', due: '' } } })),
  );
  return ids.size;
}
