import { findHeldRevision } from './find-held-revision.ts';
import { RuleStoreError } from './rule-store-error.ts';
import type { Revision, RuleProblem, RuleStore } from './rule-store.ts';
import { readValidatedDraft } from './read-validated-draft.ts';

export type PublishOutcome =
  | { readonly kind: 'published'; readonly revision: Revision }
  /** Nothing changed: what was live still is. */
  | { readonly kind: 'refused'; readonly problems: readonly RuleProblem[] }
  /** The draft says what is live already. */
  | { readonly kind: 'unchanged'; readonly revision: Revision };

/** So many others may publish in between before somebody has to look. */
const mostAttempts = 5;

/**
 * Publishes the draft: checked, written in the one canonical form, named by its hash, chained to the revision before, and
 * live as soon as the portal has given the same bytes back. What is wrong is noted at the rows.
 *
 * A draft that was published before becomes live again as the revision that it was. Throws HSR004 where the portal gives
 * back another text; nothing is live then that was not before.
 *
 * @param given.now when it is published, in UTC milliseconds
 */
export async function publishDraft(
  store: RuleStore,
  given: { readonly publishedBy: string; readonly now: number },
): Promise<PublishOutcome> {
  const draft = await readValidatedDraft(store);
  await store.noteProblems(draft.problems);
  if (draft.policy === null) {
    return { kind: 'refused', problems: draft.problems };
  }
  for (let attempt = 1; ; attempt += 1) {
    const entries = await store.listRevisions();
    const held = await store.readRevision(draft.hash);
    if (held !== null && entries.some(({ isLive, hash }) => isLive && hash === draft.hash)) {
      return { kind: 'unchanged', revision: held };
    }
    const latest = entries[0] ?? null;
    const revision: Revision = held ?? {
      number: (latest?.number ?? 0) + 1,
      hash: draft.hash,
      text: draft.text,
      publishedAt: given.now,
      publishedBy: given.publishedBy,
      previousHash: latest?.hash ?? null,
    };
    if (await isKept(store, revision, attempt)) {
      return { kind: 'published', revision: (await store.readRevision(draft.hash)) ?? revision };
    }
  }
}

/** False where somebody else took the number, and there is another attempt. */
async function isKept(store: RuleStore, revision: Revision, attempt: number): Promise<boolean> {
  try {
    await store.keepRevision(revision);
    return true;
  } catch (error) {
    const isTaken = error instanceof RuleStoreError && error.failure === 'numberTaken';
    if (!isTaken || attempt >= mostAttempts) throw error;
    return false;
  }
}

export type RollbackOutcome =
  | { readonly kind: 'rolledBack'; readonly revision: Revision }
  /** The portal never had it, or has it no more. */
  | { readonly kind: 'notHeld' }
  /** Somebody changed its text: it is not what was published. */
  | { readonly kind: 'changed' };

/** Makes a revision that was published before the live one again. The draft stays as it is. */
export async function rollBack(store: RuleStore, hash: string): Promise<RollbackOutcome> {
  const held = await findHeldRevision(store, hash);
  if (held.kind !== 'held') {
    return { kind: held.kind };
  }
  await store.makeLive(hash);
  return { kind: 'rolledBack', revision: held.revision };
}
