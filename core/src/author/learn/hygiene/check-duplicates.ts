import { earlierRows } from './earlier-rows.ts';
import { Evidence } from './evidence.ts';
import { countOf, countWords, shareWords } from './figure-words.ts';
import type { HygieneLine } from './hygiene-report.ts';
import type { InspectedHistory } from './inspected-history.ts';
import { gradedLine, gradeOfShare } from './write-line.ts';

const fewTwice = 0.01;

/**
 * The same lead more than once. Above one in a hundred it stops: a key comes once in a CRM, so two lists were joined the wrong
 * way, and every copy would vote again and stand on both sides of each test, where it flatters the card. To export it anew is
 * easy; to notice it later is not.
 */
export function checkDuplicates({ table }: InspectedHistory): HygieneLine {
  const evidence = new Evidence();
  earlierRows(table.leadKeys).forEach((earlier, row) => {
    if (earlier >= 0) {
      evidence.add(table.leadKeys[row]!, () => `also in row ${countWords(earlier + 1)} of the history`);
    }
  });
  const { count } = evidence;
  const stops = count > table.rowCount * fewTwice;
  return gradedLine(
    {
      code: 'LRN014',
      title: 'Every lead comes once',
      grade: gradeOfShare(count / Math.max(1, table.rowCount), 0, fewTwice),
      found:
        count === 0
          ? `Each of ${countOf(table.rowCount, 'lead')} has a key of its own.`
          : `${countWords(count)} of ${countOf(table.rowCount, 'lead')} (${shareWords(count, table.rowCount)}) have a key that came before.`,
      next: 'Export each lead once; look whether a list of deals or activities was joined to it.',
    },
    evidence,
    stops,
  );
}
