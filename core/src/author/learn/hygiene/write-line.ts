import { Evidence } from './evidence.ts';
import type { Grade, HygieneLine } from './hygiene-report.ts';

type Finding = Pick<HygieneLine, 'code' | 'title' | 'found'>;

/** A line with nothing to do. */
export function inPlace(finding: Finding): HygieneLine {
  return { ...finding, grade: 'inPlace', next: '', recordCount: 0, witnesses: [], isStopping: false };
}

/**
 * A line with something to do.
 *
 * @param stops whether it stops training when it is missing; what is partial never does
 */
export function lacking(
  finding: Finding & { grade: Exclude<Grade, 'inPlace'>; next: string },
  evidence: Evidence = new Evidence(),
  stops = false,
): HygieneLine {
  const { code, title, grade, found, next } = finding;
  const { count: recordCount, witnesses } = evidence;
  return { code, title, grade, found, next, recordCount, witnesses, isStopping: stops && grade === 'missing' };
}

/** A line whose grade follows from a share of bad records. In place, it keeps its records: a few are behind most of them. */
export function gradedLine(
  finding: Finding & { grade: Grade; next: string },
  evidence: Evidence,
  stops = false,
): HygieneLine {
  const { grade } = finding;
  return grade === 'inPlace'
    ? { ...inPlace(finding), grade, next: '', recordCount: evidence.count, witnesses: evidence.witnesses }
    : lacking({ ...finding, grade }, evidence, stops);
}

/** `inPlace` up to the first bar, `missing` above the second, `partial` between them. */
export function gradeOfShare(share: number, partialAbove: number, missingAbove: number): Grade {
  return share > missingAbove ? 'missing' : share > partialAbove ? 'partial' : 'inPlace';
}
