import { percentOf, type ClassCoverage } from '../runner/measure-coverage.ts';
import type { TestResult } from '../runner/run-tests.ts';

/** Failures with their stacks, then classes by coverage, then totals: what a person reads after a run. */
export function showResults(results: readonly TestResult[], coverage: readonly ClassCoverage[] | null): string {
  const failed = results.filter((each) => each.outcome === 'fail');
  const time = results.reduce((total, each) => total + each.milliseconds, 0);
  return [
    ...failed.flatMap(showFailure),
    ...(coverage === null ? [] : showCoverage(coverage)),
    `${results.length - failed.length} passed, ${failed.length} failed, ${results.length} tests in ${Math.round(time)} ms`,
    '',
  ].join('\n');
}

function showFailure({ className, methodName, fileName, failure }: TestResult): string[] {
  const lines = (failure?.stack ?? '').split('\n').filter((each) => each !== '');
  return [
    `✗ ${className}.${methodName}  ${fileName}`,
    `  ${failure?.message ?? ''}`,
    ...lines.map((each) => `    ${each}`),
    '',
  ];
}

/** The least covered first. */
function showCoverage(classes: readonly ClassCoverage[]): string[] {
  const width = Math.max(5, ...classes.map((each) => each.name.length));
  const rows = classes
    .toSorted((a, b) => a.percent - b.percent || (a.name < b.name ? -1 : 1))
    .map(({ name, percent, covered, total, uncovered }) =>
      `${name.padEnd(width)}  ${`${percent} %`.padStart(5)}  ${`${covered}/${total}`.padStart(9)}  ${showLines(uncovered)}`.trimEnd(),
    );
  const covered = classes.reduce((sum, each) => sum + each.covered, 0);
  const total = classes.reduce((sum, each) => sum + each.total, 0);
  return [
    `${'Class'.padEnd(width)}  Lines      Count  Not covered`,
    ...rows,
    `${'All'.padEnd(width)}  ${`${percentOf(covered, total)} %`.padStart(5)}  ${`${covered}/${total}`.padStart(9)}`,
    '',
  ];
}

/** showLines([1, 2, 3, 7]) → "1-3, 7". */
export function showLines(lines: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const line of lines) {
    const last = ranges.at(-1);
    if (last !== undefined && line === last[1] + 1) {
      last[1] = line;
    } else {
      ranges.push([line, line]);
    }
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(', ');
}
