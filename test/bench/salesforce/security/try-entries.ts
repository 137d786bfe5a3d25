import { asking, attempts, type Attempt } from './entries.ts';
import { who, type SecuredOrg, type Who } from './secured-org.ts';
import { tryEntry } from './try-entry.ts';

/** Everything that went otherwise than it must, in words; `count` is how often somebody tried. */
export type Findings = { readonly count: number; readonly wrong: readonly string[] };

/**
 * Tries every entry as everybody: the outcome must be the expected one, a refusal must say something and change nothing, what only
 * asks must change nothing either, and nobody may be told of the hidden lead.
 */
export function tryEntries(org: SecuredOrg): Findings {
  const wrong = attempts.flatMap((attempt) => who.flatMap((each) => tryAs(org, each, attempt)));
  return { count: attempts.length * who.length, wrong };
}

/** Entries that no attempt is about. */
export function untried(entries: readonly string[]): string[] {
  return entries.filter((each) => !attempts.some(({ entry }) => isOf(entry, each)));
}

function isOf(attempted: string, entry: string): boolean {
  return attempted === entry || attempted.startsWith(`${entry}/`) || attempted.startsWith(`${entry}?`);
}

function tryAs(org: SecuredOrg, each: Who, attempt: Attempt): string[] {
  const { outcome, answer, changed, leaked } = tryEntry(org, each, attempt);
  const expected = attempt.expected[each] ?? 'closed';
  const isAsking = asking.some((entry) => isOf(attempt.entry, entry));
  const place = `${attempt.entry} ${JSON.stringify(attempt.input)} as ${each}:`;
  const found: string[] = [];
  if (outcome !== expected) found.push(`${place} ${outcome} instead of ${expected}: ${answer.slice(0, 200)}`);
  if ((outcome !== 'allowed' || isAsking) && changed.length > 0)
    found.push(`${place} ${outcome}, and yet changed ${changed.join(', ')}`);
  if (outcome !== 'allowed' && answer.trim() === '') found.push(`${place} ${outcome} without a word`);
  if (leaked.length > 0) found.push(`${place} told of ${leaked.join(', ')}`);
  return found;
}
