import { policyOfText } from '../../../core/src/author/run/snapshot-texts.ts';
import type { Policy } from '../../../core/src/decide/model/policy.ts';
import { findHeldRevision } from './find-held-revision.ts';
import { RuleStoreError } from './rule-store-error.ts';
import type { RevisionEntry, RuleStore } from './rule-store.ts';

/** A revision of a portal's rules that may decide: the portal holds its text, and the text has its hash. */
export type LiveRules = { readonly number: number; readonly hash: string; readonly policy: Policy };

/** There is nothing that may decide. Leads wait; nothing is decided by rules that the portal does not hold. */
export class RulesNotHeldError extends Error {
  readonly code: string;
  readonly nextStep: string;

  constructor(code: string, message: string, nextStep: string) {
    super(message);
    this.name = 'RulesNotHeldError';
    this.code = code;
    this.nextStep = nextStep;
  }
}

/** After so long the whole text is read again, though its entry looks as before. */
const wholeReadMillis = 600_000;

export type LastLive = { readonly number: number; readonly hash: string };

/** What was confirmed by the portal, kept between decisions. */
export type ConfirmedRules = { readonly rules: LiveRules; readonly readAt: number; readonly confirmedAt: number };

/**
 * Asks the portal which revision is live and makes sure that it holds it. What was read before is trusted for its text as long
 * as the portal names the same hash.
 *
 * @param lastLive the revision that was live when somebody last looked; null where nobody did
 * @throws RulesNotHeldError when nothing is published (HSV001), the live revision or its text is not there (HSV002) or was
 *   changed (HSV003, HSR008)
 */
export async function confirmLiveRules(
  store: RuleStore,
  before: ConfirmedRules | null,
  lastLive: () => Promise<LastLive | null>,
  now: number,
): Promise<ConfirmedRules> {
  const entry = await findLive(store);
  if (entry === null) {
    throw new RulesNotHeldError(
      'HSV001',
      'No revision of the rules is published in this portal.',
      'Open the settings of Signalbox, check the draft and publish it. The leads that wait are decided then.',
    );
  }
  if (before !== null && before.rules.hash === entry.hash && now - before.readAt < wholeReadMillis) {
    return { ...before, confirmedAt: now };
  }
  if (before === null || before.rules.hash !== entry.hash) {
    await requireSuccessor(store, entry, await lastLive());
  }
  const held = await findHeldRevision(store, entry.hash);
  switch (held.kind) {
    case 'held':
      return {
        rules: { number: held.revision.number, hash: entry.hash, policy: policyOfText(held.revision.text) },
        readAt: now,
        confirmedAt: now,
      };
    case 'notHeld':
      throw new RulesNotHeldError(
        'HSV002',
        `The portal calls revision ${entry.hash.slice(0, 12)} live and does not hold its text.`,
        'Restore the record of that revision, or make another revision live. The leads that wait are decided then.',
      );
    case 'changed':
      throw new RulesNotHeldError(
        'HSV003',
        `The text of revision ${entry.hash.slice(0, 12)} was changed in the portal: it no longer has its fingerprint.`,
        'Restore it from the history of its properties, or publish the draft anew. The leads that wait are decided then.',
      );
  }
}

/** @throws RulesNotHeldError where the portal's records of revisions were changed so that none can be told to be live */
async function findLive(store: RuleStore): Promise<RevisionEntry | null> {
  try {
    return await store.findLive();
  } catch (error) {
    if (error instanceof RuleStoreError) {
      throw new RulesNotHeldError(error.code, error.message, error.next);
    }
    throw error;
  }
}

/**
 * Where the live revision is deleted the one before it looks live: nobody published that, so it must not decide. A newer one was
 * published, and an older one was made live if the other is still there.
 */
async function requireSuccessor(store: RuleStore, entry: RevisionEntry, last: LastLive | null): Promise<void> {
  if (last === null || last.hash === entry.hash || last.number < entry.number) {
    return;
  }
  const isThere = (await store.listRevisions()).some(({ hash }) => hash === last.hash);
  if (!isThere) {
    throw new RulesNotHeldError(
      'HSV002',
      `Revision ${last.hash.slice(0, 12)} was live and the portal does not hold it any more. Nobody made another one live.`,
      'Restore the record of that revision, or make another revision live. The leads that wait are decided then.',
    );
  }
}
