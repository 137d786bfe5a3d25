import { Evidence } from './evidence.ts';
import { countOf, countWords, dayWords, shareWords } from './figure-words.ts';
import type { HygieneLine } from './hygiene-report.ts';
import { dayMillis, type InspectedHistory } from './inspected-history.ts';
import { gradedLine, gradeOfShare } from './write-line.ts';

const mostCensored = 0.5;

/** Leads that are too young for an answer. They are neither won nor lost, and teach nothing yet. */
export function checkCensoring({ table, leads, asOf }: InspectedHistory): HygieneLine {
  const { censoredCount, censoredWonCount, horizonDays } = leads;
  const evidence = new Evidence();
  for (let row = 0; row < table.rowCount && evidence.count < censoredCount; row += 1) {
    const arrivedAt = table.arrivedAt[row]!;
    if (arrivedAt <= asOf && arrivedAt + horizonDays * dayMillis > asOf) {
      evidence.add(table.leadKeys[row]!, () => `arrived ${dayWords(arrivedAt)}`);
    }
  }
  const won =
    censoredCount === 0 ? '' : ` Of them ${countWords(censoredWonCount)} were won already, and are left out too.`;
  return gradedLine(
    {
      code: 'LRN028',
      title: 'Leads are old enough for an answer',
      grade: gradeOfShare(censoredCount / Math.max(1, table.rowCount), mostCensored, 1),
      found: `${countWords(censoredCount)} of ${countOf(table.rowCount, 'lead')} (${shareWords(censoredCount, table.rowCount)}) are younger than the horizon of ${countOf(horizonDays, 'day')} and have no answer yet.${won}`,
      next: 'Bring in a longer history, or take a shorter horizon.',
    },
    evidence,
  );
}
