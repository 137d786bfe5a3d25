import { open } from '../table/lead-table.ts';
import { Evidence } from './evidence.ts';
import { countOf, countWords, dayWords, shareWords } from './figure-words.ts';
import type { HygieneLine } from './hygiene-report.ts';
import { dayMillis, type InspectedHistory } from './inspected-history.ts';
import { gradedLine, gradeOfShare } from './write-line.ts';

const oldHorizons = 3;
const someOpen = 0.2;
const mostOpen = 0.5;

/** Old leads that nobody ever closed. They count as not won, so wins that nobody wrote down would teach the wrong thing. */
export function checkMissingOutcomes({ table, leads, asOf }: InspectedHistory): HygieneLine {
  const before = asOf - oldHorizons * leads.horizonDays * dayMillis;
  const evidence = new Evidence();
  let old = 0;
  table.outcomes.forEach((outcome, row) => {
    const arrivedAt = table.arrivedAt[row]!;
    if (arrivedAt <= before) {
      old += 1;
      if (outcome === open) {
        evidence.add(table.leadKeys[row]!, () => `open since ${dayWords(arrivedAt)}`);
      }
    }
  });
  const { count } = evidence;
  const age = countOf(oldHorizons * leads.horizonDays, 'day');
  return gradedLine(
    {
      code: 'LRN010',
      title: 'Old leads were closed',
      grade: old === 0 ? 'partial' : gradeOfShare(count / old, someOpen, mostOpen),
      found:
        old === 0
          ? `No lead is older than ${age}, three horizons, so nothing shows whether leads are ever closed.`
          : `${countWords(count)} of ${countOf(old, 'lead')} older than ${age} (${shareWords(count, old)}) were never closed; they count as not won.`,
      next:
        old === 0
          ? 'Bring in a longer history.'
          : 'Close old leads with their true outcome, above all those that became customers elsewhere.',
    },
    evidence,
  );
}
