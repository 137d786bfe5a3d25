/** How often each line with statements ran, by line. */
export type LineCounts = { readonly fileName: string; readonly lines: ReadonlyMap<number, number> };

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
export function measureCoverage(
  counts: readonly LineCounts[],
  coverable: readonly { readonly name: string; readonly fileName: string }[],
): ClassCoverage[] {
  return coverable.flatMap(({ name, fileName }) => {
    const lines = counts.find((each) => each.fileName === fileName)?.lines ?? new Map<number, number>();
    if (lines.size === 0) {
      return [];
    }
    const uncovered = [...lines].flatMap(([line, count]) => (count === 0 ? [line] : [])).sort((a, b) => a - b);
    const covered = lines.size - uncovered.length;
    return [{ name, fileName, covered, total: lines.size, percent: percentOf(covered, lines.size), uncovered }];
  });
}

/** percentOf(2, 3) → 66. */
export function percentOf(covered: number, total: number): number {
  return total === 0 ? 100 : Math.floor((covered * 100) / total);
}
