import { Evidence } from './evidence.ts';
import { countOf, countWords, dayWords, shareWords } from './figure-words.ts';
import type { HygieneLine } from './hygiene-report.ts';
import type { InspectedHistory } from './inspected-history.ts';
import { gradedLine, gradeOfShare } from './write-line.ts';

const fewOff = 0.02;
const mostOff = 0.5;
const someAtOnce = 0.2;
const mostAtOnce = 0.5;
const leastLeads = 30;

/** Whether arrivals are times at which leads can have come. */
export function checkArrivals(history: InspectedHistory): HygieneLine[] {
  return [checkKnownArrivals(history), checkAtOnce(history)];
}

function checkKnownArrivals({ table, asOf }: InspectedHistory): HygieneLine {
  const evidence = new Evidence();
  let inFuture = 0;
  for (let row = 0; row < table.rowCount; row += 1) {
    const arrivedAt = table.arrivedAt[row]!;
    if (!(arrivedAt <= asOf)) {
      inFuture += arrivedAt > asOf ? 1 : 0;
      evidence.add(table.leadKeys[row]!, () => (arrivedAt > asOf ? `arrived ${dayWords(arrivedAt)}` : 'no arrival'));
    }
  }
  const { count } = evidence;
  const all = table.rowCount;
  return gradedLine(
    {
      code: 'LRN030',
      title: 'Arrivals are known and past',
      grade: gradeOfShare(count / Math.max(1, all), 0, fewOff),
      found:
        count === 0
          ? `Each of ${countOf(all, 'lead')} arrived before ${dayWords(asOf)}, the day of looking.`
          : `${countWords(count - inFuture)} of ${countOf(all, 'lead')} have no arrival, and ${countWords(inFuture)} (${shareWords(inFuture, all)}) arrived after ${dayWords(asOf)}, the day of looking.`,
      next: 'See which column holds the arrival, in which form its dates are, and whether the day of looking is right.',
    },
    evidence,
    count > all * mostOff,
  );
}

/** Many leads at one instant were imported then. When most were, nothing says when they came. */
function checkAtOnce({ table }: InspectedHistory): HygieneLine {
  const sorted = Float64Array.from(table.arrivedAt).sort();
  let known = 0;
  let most = { instant: Number.NaN, count: 0 };
  for (let place = 0; place < sorted.length && !Number.isNaN(sorted[place]!);) {
    const instant = sorted[place]!;
    const from = place;
    for (; place < sorted.length && sorted[place] === instant; place += 1);
    known += place - from;
    most = place - from > most.count ? { instant, count: place - from } : most;
  }
  const evidence = new Evidence();
  const grade = known < leastLeads ? 'inPlace' : gradeOfShare(most.count / known, someAtOnce, mostAtOnce);
  if (grade !== 'inPlace') {
    table.arrivedAt.forEach((arrivedAt, row) => {
      if (arrivedAt === most.instant) {
        evidence.add(table.leadKeys[row]!, () => `arrived ${dayWords(arrivedAt)}`);
      }
    });
  }
  return gradedLine(
    {
      code: 'LRN031',
      title: 'Arrivals are spread over time',
      grade,
      found:
        most.count <= 1
          ? 'No two leads arrived at the same instant.'
          : `${countOf(most.count, 'lead')} of ${countWords(known)} (${shareWords(most.count, known)}) arrived at the same instant, on ${dayWords(most.instant)}.${grade === 'inPlace' ? '' : ' That looks like an import.'}`,
      next: 'Bring the time at which each lead came, not the time at which its record was made.',
    },
    evidence,
    true,
  );
}
