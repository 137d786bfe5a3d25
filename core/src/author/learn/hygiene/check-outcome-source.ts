import { won, type LeadTable } from '../table/lead-table.ts';
import { Evidence } from './evidence.ts';
import { countOf, countWords, dayWords, daysWords } from './figure-words.ts';
import type { HygieneLine } from './hygiene-report.ts';
import { dayMillis, type InspectedHistory } from './inspected-history.ts';
import { inPlace, gradedLine, lacking } from './write-line.ts';

/** Wins that come by chance are silent for seven times their usual pause less than once in a thousand. */
const silentPauses = 7;
const leastWins = 10;
const leastSilence = 7 * dayMillis;

/** Where outcomes come from, and whether they still come. */
export function checkOutcomeSource(history: InspectedHistory): HygieneLine[] {
  return [checkSource(history.table), checkStillComing(history)];
}

function checkSource({ closing: { outcomesFrom } }: LeadTable): HygieneLine {
  const line = { code: 'LRN017', title: 'Outcomes come from where sales closes' };
  switch (outcomesFrom) {
    case 'thisCrm':
      return inPlace({ ...line, found: 'Leads and outcomes come from the same CRM.' });
    case 'otherCrm':
      return inPlace({ ...line, found: 'Outcomes come from another CRM that is kept in step with this one.' });
    case 'file':
      return lacking({
        ...line,
        grade: 'partial',
        found: 'Outcomes come from a file, so what happens after its day is never learned.',
        next: 'Connect the CRM in which sales closes, or bring a new file before each training.',
      });
  }
}

/** When wins stop and leads go on, something between the two systems broke: what looks lost may have been won. */
function checkStillComing({ table, leads, asOf }: InspectedHistory): HygieneLine {
  const line = { code: 'LRN018', title: 'Outcomes still come in' };
  const wins = winsOf(table, asOf);
  if (wins.closedAt.length < leastWins) {
    const found = `${countOf(wins.closedAt.length, 'win')} with a time: too few to tell whether outcomes still come in.`;
    return lacking({ ...line, grade: 'partial', found, next: 'Look by hand whether recent deals are there.' });
  }
  const newestWin = wins.closedAt.at(-1)!;
  const newestArrival = newestBefore(table.arrivedAt, asOf);
  const silence = newestArrival - newestWin;
  const usualPause = (newestWin - wins.closedAt[0]!) / (wins.closedAt.length - 1);
  const isSilent = silence > Math.max(leastSilence, usualPause * silentPauses, longestPause(wins.closedAt));
  const times = `The newest win is of ${dayWords(newestWin)}, the newest lead of ${dayWords(newestArrival)}`;
  if (!isSilent) {
    return inPlace({ ...line, found: `${times}.` });
  }
  const evidence = new Evidence();
  for (const row of leads.rows) {
    if (table.arrivedAt[row]! > newestWin) {
      evidence.add(table.leadKeys[row]!, () => `arrived ${dayWords(table.arrivedAt[row]!)}, after the newest win`);
    }
  }
  const isBroken = silence > wins.usualTime;
  return gradedLine(
    {
      ...line,
      grade: isBroken ? 'missing' : 'partial',
      found: `${times}. Wins usually come every ${pauseWords(usualPause)} and ${daysWords(wins.usualTime)} after arrival, but for ${daysWords(silence)} there was none; ${countWords(evidence.count)} leads of that time would count as not won.`,
      next: `Repair what brings outcomes here, or set the day of looking to ${dayWords(newestWin)}.`,
    },
    evidence,
    isBroken,
  );
}

function pauseWords(pause: number): string {
  return pause < dayMillis ? 'day' : daysWords(pause);
}

type Wins = { closedAt: Float64Array; usualTime: number };

/** Closing times in order, and the median time from arrival to win. */
function winsOf({ outcomes, arrivedAt, closedAt }: LeadTable, asOf: number): Wins {
  const closings: number[] = [];
  const times: number[] = [];
  outcomes.forEach((outcome, row) => {
    if (outcome === won && closedAt[row]! <= asOf) {
      closings.push(closedAt[row]!);
      if (arrivedAt[row]! <= closedAt[row]!) {
        times.push(closedAt[row]! - arrivedAt[row]!);
      }
    }
  });
  const sortedTimes = Float64Array.from(times).sort();
  return { closedAt: Float64Array.from(closings).sort(), usualTime: sortedTimes[sortedTimes.length >> 1] ?? 0 };
}

/** Of the later half: the first outcomes in a new CRM are far apart. */
function longestPause(sorted: Float64Array): number {
  let longest = 0;
  for (let place = (sorted.length >> 1) + 1; place < sorted.length; place += 1) {
    longest = Math.max(longest, sorted[place]! - sorted[place - 1]!);
  }
  return longest;
}

function newestBefore(arrivedAt: Float64Array, asOf: number): number {
  let newest = -Infinity;
  for (const arrival of arrivedAt) {
    newest = arrival <= asOf && arrival > newest ? arrival : newest;
  }
  return newest;
}
