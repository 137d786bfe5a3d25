import type { Revision, RuleStore } from './rule-store.ts';

export type HeldRevision =
  | { readonly kind: 'held'; readonly revision: Revision }
  | { readonly kind: 'notHeld' }
  /** There is one of that name, but its text is not what was published. */
  | { readonly kind: 'changed' };

/** Whether the portal holds the revision by which is to be decided, just as it was published. Only then it may decide. */
export async function findHeldRevision(store: RuleStore, hash: string): Promise<HeldRevision> {
  const revision = await store.readRevision(hash);
  if (revision !== null) return { kind: 'held', revision };
  const isListed = (await store.listRevisions()).some((entry) => entry.hash === hash);
  return { kind: isListed ? 'changed' : 'notHeld' };
}
