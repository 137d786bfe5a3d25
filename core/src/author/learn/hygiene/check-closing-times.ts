import { open, won } from '../table/lead-table.ts';
import { Evidence } from './evidence.ts';
import { countOf, countWords, dayWords, shareWords } from './figure-words.ts';
import type { HygieneLine } from './hygiene-report.ts';
import { dayMillis, type InspectedHistory } from './inspected-history.ts';
import { gradedLine, gradeOfShare } from './write-line.ts';

const fewWins = 0.05;
const mostWins = 0.5;
const fewClosed = 0.02;
const timeIsMeaningless = 0.2;

/** Whether leads close when they can: after they came, before today, at a time that somebody wrote down. */
export function checkClosingTimes({ table, asOf }: InspectedHistory): HygieneLine[] {
  const withoutTime = new Evidence();
  const beforeArrival = new Evidence();
  const inFuture = new Evidence();
  let wins = 0;
  let timed = 0;
  table.outcomes.forEach((outcome, row) => {
    if (outcome === open) {
      return;
    }
    const leadKey = table.leadKeys[row]!;
    const closedAt = table.closedAt[row]!;
    const arrivedAt = table.arrivedAt[row]!;
    wins += outcome === won ? 1 : 0;
    if (Number.isNaN(closedAt)) {
      if (outcome === won) {
        withoutTime.add(leadKey, () => 'won, no closing time');
      }
      return;
    }
    timed += 1;
    if (isBeforeArrival(closedAt, arrivedAt)) {
      beforeArrival.add(leadKey, () => `closed ${dayWords(closedAt)}, arrived ${dayWords(arrivedAt)}`);
    }
    if (closedAt > asOf) {
      inFuture.add(leadKey, () => `closed ${dayWords(closedAt)}, looked at ${dayWords(asOf)}`);
    }
  });
  return [
    withoutTimeLine(withoutTime, wins),
    beforeArrivalLine(beforeArrival, timed),
    inFutureLine(inFuture, timed, asOf),
  ];
}

/** Many CRMs write down only the day of closing, which begins before the hour of arrival. */
export function isBeforeArrival(closedAt: number, arrivedAt: number): boolean {
  return closedAt + dayMillis <= arrivedAt;
}

function withoutTimeLine(evidence: Evidence, wins: number): HygieneLine {
  const { count } = evidence;
  const stops = count > wins * mostWins;
  const found =
    wins === 0
      ? 'Nothing was won, so there are no closing times to look at.'
      : count === 0
        ? `Each of ${countOf(wins, 'win')} has a closing time.`
        : `${countWords(count)} of ${countOf(wins, 'win')} (${shareWords(count, wins)}) have no closing time and can't be used.`;
  return gradedLine(
    {
      code: 'LRN007',
      title: 'Won leads have a closing time',
      grade: gradeOfShare(count / Math.max(1, wins), 0, fewWins),
      found,
      next: 'Map the closing time, or have the CRM set it whenever a lead is won.',
    },
    evidence,
    stops,
  );
}

/** Where one closing in five lies before its arrival, dates were shuffled or swapped, and nothing in time holds. */
function beforeArrivalLine(evidence: Evidence, timed: number): HygieneLine {
  const { count } = evidence;
  const stops = count > timed * timeIsMeaningless;
  return gradedLine(
    {
      code: 'LRN008',
      title: 'Leads close after they arrive',
      grade: gradeOfShare(count / Math.max(1, timed), 0, fewClosed),
      found:
        count === 0
          ? `None of ${countOf(timed, 'closed lead')} with a time closed before it arrived.`
          : `${countWords(count)} of ${countOf(timed, 'closed lead')} (${shareWords(count, timed)}) closed a day or more before they arrived${stops ? ': the order of time means nothing here' : ''}.`,
      next: 'See which column holds the arrival and which the closing; a record made after the deal arrived earlier than it says.',
    },
    evidence,
    stops,
  );
}

function inFutureLine(evidence: Evidence, timed: number, asOf: number): HygieneLine {
  const { count } = evidence;
  return gradedLine(
    {
      code: 'LRN009',
      title: 'No closing lies in the future',
      grade: gradeOfShare(count / Math.max(1, timed), 0, fewClosed),
      found:
        count === 0
          ? `None of ${countOf(timed, 'closed lead')} with a time closed after ${dayWords(asOf)}, the day of looking.`
          : `${countWords(count)} of ${countOf(timed, 'closed lead')} (${shareWords(count, timed)}) closed after ${dayWords(asOf)}, the day of looking.`,
      next: 'See whether the column holds the expected closing, and whether the day of looking is right.',
    },
    evidence,
  );
}
