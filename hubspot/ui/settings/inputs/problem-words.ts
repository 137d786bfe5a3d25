import { sentence } from '../../../handlers/rules/problem-text.ts';
import type { PlacedProblem } from '../../rules/check-rows.ts';

/** A problem as it stands below an input: "Destination "careeers", which does not exist. Known names like it: careers. (POL130)" */
export function problemWords({ code, found, next }: Pick<PlacedProblem, 'code' | 'found' | 'next'>): string {
  const begun = sentence(found);
  return `${begun.charAt(0).toUpperCase()}${begun.slice(1)} ${next} (${code})`;
}

/** What is wrong with a cell of a row; null where nothing is. */
export function troubleOf(problems: readonly PlacedProblem[] | undefined, column: string): string | null {
  const ofCell = (problems ?? []).filter((problem) => problem.column === column);
  return ofCell.length === 0 ? null : ofCell.map(problemWords).join(' ');
}
