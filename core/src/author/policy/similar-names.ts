import { distance } from 'fastest-levenshtein';

const mostNames = 3;

/**
 * The known names that a mistyped one may mean, nearest first. Capitals do not count.
 * similarNames("employes", ["employees", "country"]) → ["employees"].
 */
export function similarNames(typed: string, known: readonly string[]): string[] {
  const farthest = Math.max(2, Math.floor(typed.length / 3));
  return known
    .map((name) => ({ name: name, steps: distance(typed.toLowerCase(), name.toLowerCase()) }))
    .filter(({ steps }) => steps <= farthest)
    .sort((one, other) => one.steps - other.steps || (one.name < other.name ? -1 : 1))
    .slice(0, mostNames)
    .map(({ name }) => name);
}
