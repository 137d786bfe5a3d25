import type { Grade, HygieneReport } from '../learn/hygiene/hygiene-report.ts';
import { plain } from './write-out.ts';

const marks: Readonly<Record<Grade, string>> = { inPlace: 'in place', partial: 'partial ', missing: 'MISSING ' };
const mostWitnesses = 3;

/** Shows what is in place, partial or missing, with some of the records behind it. */
export function printHygiene(report: HygieneReport): void {
  for (const line of report.lines) {
    console.log(`${marks[line.grade]}  ${line.code}  ${plain(line.title)}: ${plain(line.found)}`);
    if (line.grade !== 'inPlace') {
      for (const { leadKey, seen } of line.witnesses.slice(0, mostWitnesses)) {
        console.log(`                    ${plain(leadKey)}: ${plain(seen)}`);
      }
      if (line.next !== '') {
        console.log(`                  → ${plain(line.next)}`);
      }
    }
  }
  for (const { fieldKey, code, reason } of report.excludedFields) {
    console.log(`left out  ${code}  ${plain(fieldKey)}: ${plain(reason)}`);
  }
  console.log(
    report.isStopped
      ? '\nThis history can not support a score. Mend what is MISSING and look again.'
      : '\nNothing stops training.',
  );
}
