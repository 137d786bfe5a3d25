import type { FileCoverage } from '../run/program.ts';

export type ClassCoverage = {
  readonly name: string;
  readonly fileName: string;
  readonly covered: number;
  readonly total: number;
  /** Whole per cent, rounded down: 100 means all of it. */
  readonly percent: number;
  readonly uncovered: readonly number[];
};

/** Coverage by line of what is there to be covered: no test classes, and nothing without statements. */
export function measureCoverage(files: readonly FileCoverage[]): ClassCoverage[] {
  return files.flatMap(({ className, fileName, isTest, lines }) => {
    if (isTest || lines.length === 0) {
      return [];
    }
    const uncovered = lines.flatMap(({ line, count }) => (count === 0 ? [line] : []));
    const total = lines.length;
    const covered = total - uncovered.length;
    return [{ name: className, fileName, covered, total, percent: percentOf(covered, total), uncovered }];
  });
}

/** percentOf(2, 3) → 66. */
export function percentOf(covered: number, total: number): number {
  return total === 0 ? 100 : Math.floor((covered * 100) / total);
}
