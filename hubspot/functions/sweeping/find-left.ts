import { leaseMillis } from '../deciding/take-lease.ts';
import type { DecideAsk } from '../deciding/decide-ask.ts';
import { entryProperty } from '../log/entry-type.ts';
import type { PrivatePortal } from '../portal/private-portal.ts';

/** So many are taken along by a call that came for others. */
const mostLeft = 5;

/**
 * Contacts that somebody left in the middle: claimed and not decided, or decided and not written. A function that is stopped cannot
 * come back by itself, so that every call that has time left looks after one or another of these.
 */
export async function findLeft(portal: PrivatePortal): Promise<DecideAsk[]> {
  const before = { property: entryProperty.at, operator: 'LT' as const, values: [String(portal.now() - leaseMillis)] };
  const [claimed, decided] = await Promise.all(
    [
      { property: entryProperty.state, operator: 'EQ' as const, values: ['open'] },
      { property: entryProperty.state, operator: 'EQ' as const, values: ['due'] },
    ].map((state, place) =>
      portal.log.search({
        filters: [
          { property: entryProperty.kind, operator: 'IN', values: place === 0 ? ['claim'] : ['decision', 'repeat'] },
          state,
          before,
        ],
        texts: [],
        most: mostLeft,
        isOldestFirst: true,
      }),
    ),
  );
  const ids = [...(claimed ?? []), ...(decided ?? [])].flatMap(({ contactId }) => contactId ?? []);
  return [...new Set(ids)].slice(0, mostLeft).map((contactId) => ({ contactId, reason: 'keep', call: null }));
}
