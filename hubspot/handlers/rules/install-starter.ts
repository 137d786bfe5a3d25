import { readPolicy } from '../../../core/src/author/policy/read-policy.ts';
import { flatten, type PolicyRow } from '../../../core/src/decide/index.ts';
import type { Policy } from '../../../core/src/decide/model/policy.ts';
import starter from '../../../core/policies/starter.json' with { type: 'json' };
import { publishDraft } from './publish-draft.ts';
import { RuleStoreError } from './rule-store-error.ts';
import type { Revision, RuleStore } from './rule-store.ts';
import { configurationFor } from './starter-configuration.ts';

export type StarterOutcome =
  | { readonly kind: 'installed'; readonly revision: Revision }
  /** There are rules already. */
  | { readonly kind: 'kept' };

/**
 * Gives an empty portal rules to begin with, and publishes them in observe mode: every lead is decided and recorded, none is
 * changed. A portal that has rows of its own keeps them; an installation that was cut off is finished.
 *
 * @param given.timeZone the portal's, such as Europe/Berlin
 * @param given.now in UTC milliseconds
 */
export async function installStarter(
  store: RuleStore,
  given: { readonly timeZone: string; readonly publishedBy: string; readonly now: number },
): Promise<StarterOutcome> {
  await store.prepare();
  const policy = starterPolicy();
  const rows = flatten(policy);
  const [draft, revisions] = [await store.readDraft(), await store.listRevisions()];
  const isOurs = draft.problems.length === 0 && areAllOf(draft.rows, rows);
  if (revisions.length > 0 || !isOurs) {
    return { kind: 'kept' };
  }
  await store.writeDraft(rows, configurationFor(policy, given.timeZone));
  const outcome = await publishDraft(store, given);
  if (outcome.kind === 'refused') {
    throw brokenStarter(outcome.problems[0]!);
  }
  return { kind: 'installed', revision: outcome.revision };
}

/** The policy that comes with this version, in observe mode whatever it says. */
export function starterPolicy(): Policy {
  const { policy, messages } = readPolicy(JSON.stringify(starter), 'starter.json');
  if (policy === null) {
    throw brokenStarter(messages[0]!);
  }
  return { ...policy, mode: 'observe' };
}

/** Whether every row that is there is one of these. An empty draft is. */
function areAllOf(rows: readonly PolicyRow[], known: readonly PolicyRow[]): boolean {
  const texts = new Set(known.map((row) => JSON.stringify(row)));
  return rows.every((row) => texts.has(JSON.stringify(row)));
}

function brokenStarter({ code, about, found }: { code: string; about: string; found: string }): RuleStoreError {
  return new RuleStoreError(
    'brokenStarter',
    `The starter policy cannot be published: ${code} ${about}: ${found}`,
    'Install another version of the app. Nothing was published.',
  );
}
