import type { Entry } from '../log/entry.ts';
import { leaseKey } from '../log/keys.ts';
import type { PrivatePortal } from '../portal/private-portal.ts';

/** No function lives so long, with all that clocks may differ: who held something before that is not at work any more. */
export const leaseMillis = 30_000;

/** So often somebody may take over before ops have to look. */
export const mostLeases = 30;

export type Lease =
  | { readonly kind: 'taken' }
  /** Whoever began is at work, or somebody took over already. */
  | { readonly kind: 'heldByAnother' }
  /** Again and again nobody could finish it. */
  | { readonly kind: 'givenUp' };

/**
 * Takes over what somebody else began and may have left in the middle. Whoever made the entry holds it first; then there is one
 * entry for each who takes over, which only one of many can make.
 */
export async function takeLease(portal: PrivatePortal, outcome: Entry): Promise<Lease> {
  const keys = Array.from({ length: mostLeases }, (_, place) => leaseKey(outcome.key, place + 1));
  const found = await portal.log.findByKeys(keys);
  const last = keys.findLastIndex((key) => found.has(key));
  const heldSince = last < 0 ? outcome.createdAt : found.get(keys[last]!)!.createdAt;
  if (portal.now() - heldSince < leaseMillis) {
    return { kind: 'heldByAnother' };
  }
  const next = keys[last + 1];
  if (next === undefined) {
    return { kind: 'givenUp' };
  }
  const creation = await portal.log.create({
    key: next,
    turnKey: null,
    kind: 'lease',
    state: 'taken',
    contactId: outcome.contactId,
    at: portal.now(),
    columns: {},
    texts: {},
  });
  return { kind: creation.isCreated ? 'taken' : 'heldByAnother' };
}
