import { policyOfText } from '../../../core/src/author/run/read-snapshots.ts';
import type { DecisionContext } from '../../../core/src/decide/model/decision-context.ts';
import type { Policy } from '../../../core/src/decide/model/policy.ts';
import type { RuleStore } from '../../handlers/rules/rule-store.ts';
import { findHeldRevision } from '../../handlers/rules/find-held-revision.ts';
import type { Queryable } from '../database/database.ts';

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

/** What was confirmed by the portal, kept between decisions. */
export type ConfirmedRules = { readonly rules: LiveRules; readonly readAt: number; readonly confirmedAt: number };

/**
 * Asks the portal which revision is live and makes sure that it holds it. What was read before is trusted for its text as long
 * as the portal names the same hash.
 *
 * @throws RulesNotHeldError when nothing is published (HSV001), the text is not there (HSV002) or was changed (HSV003)
 */
export async function confirmLiveRules(
  store: RuleStore,
  before: ConfirmedRules | null,
  now: number,
): Promise<ConfirmedRules> {
  const entry = await store.findLive();
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

/** Keeps the texts that decisions name by their hash. They are copies: the portal and the texts' hashes are the truth. */
export async function keepSnapshots(
  database: Queryable,
  context: Pick<DecisionContext, 'policyHash' | 'rosterHash' | 'calendarsHash'>,
  texts: { readonly policy: string; readonly roster: string; readonly calendars: string },
): Promise<void> {
  await database.query(
    `insert into snapshot (hash, kind, body)
     values ($1, 'policy', $2), ($3, 'roster', $4), ($5, 'calendars', $6) on conflict (hash) do nothing`,
    [context.policyHash, texts.policy, context.rosterHash, texts.roster, context.calendarsHash, texts.calendars],
  );
}
