import type { RuleProblem } from './rule-store.ts';

/** A row's problems fill a panel of its record, not more. */
const longestText = 4_000;

/**
 * What a row says is wrong with it, a line for each problem; null where nothing is.
 *
 * POL130 destination "careeers", which does not exist. Known names like it: careers. Fix the name, or add the destination.
 */
export function problemText(problems: readonly RuleProblem[]): string | null {
  if (problems.length === 0) return null;
  const lines = problems.map(({ code, found, next }) => `${code} ${sentence(found)} ${next}`);
  return lines.join('\n').slice(0, longestText).trim();
}

/** Ends with a full stop, once. */
export function sentence(found: string): string {
  return found.endsWith('.') ? found : `${found}.`;
}
