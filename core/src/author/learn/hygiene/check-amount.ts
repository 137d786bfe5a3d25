import { won } from '../table/lead-table.ts';
import { countOf, countWords } from './figure-words.ts';
import type { HygieneLine } from './hygiene-report.ts';
import { dayMillis, type InspectedHistory } from './inspected-history.ts';
import { inPlace, lacking } from './write-line.ts';

/** With fewer of a kind no figure about it holds. */
const leastOfKind = 30;
/** With fewer wins the present card's points speak louder than the leads. */
const winsWithoutPrior = 300;
const shortSpanDays = 30;
const goodSpanDays = 180;
const leastWinsAMonth = 10;
const daysOfMonth = 30.44;

/** Whether there is enough to learn from: both kinds of leads, enough of each, over enough time. */
export function checkAmount(history: InspectedHistory): HygieneLine[] {
  return [checkKinds(history), checkCounts(history), checkSpan(history), checkPace(history)];
}

function checkKinds({ table, leads }: InspectedHistory): HygieneLine {
  const line = { code: 'LRN001', title: 'Won leads and others' };
  const answered = leads.rows.length;
  const stop = (found: string, next: string): HygieneLine =>
    lacking({ ...line, grade: 'missing', found, next }, undefined, true);
  if (table.rowCount === 0) {
    return stop('The history holds no leads at all.', 'Choose a file or a time that has leads.');
  }
  if (answered === 0) {
    return stop(
      `None of ${countOf(table.rowCount, 'lead')} has an answer: ${countWords(leads.censoredCount)} are younger than the horizon of ${countOf(leads.horizonDays, 'day')}, and ${countWords(leads.withoutTimeCount)} have no usable time.`,
      'Bring in older leads, or map the columns of arrival, outcome and closing.',
    );
  }
  if (leads.wonCount === 0) {
    return stop(
      `Not one of ${countOf(answered, 'answered lead')} was won within ${countOf(leads.horizonDays, 'day')}, so there is nothing to tell apart${elsewhere(winTimes(table))}.`,
      'See that won outcomes and their closing times are in the history, and that the words for "won" are mapped.',
    );
  }
  if (leads.wonCount === answered) {
    return stop(
      `All ${countOf(answered, 'answered lead')} were won, as in a list of customers, so there is nothing to tell apart.`,
      'Bring in every lead of that time, also those that came to nothing.',
    );
  }
  return inPlace({
    ...line,
    found: `${countWords(leads.wonCount)} of ${countOf(answered, 'answered lead')} were won, the others were not.`,
  });
}

type WinTimes = { wonCount: number; withoutTime: number };

function winTimes({ outcomes, closedAt }: InspectedHistory['table']): WinTimes {
  const times: WinTimes = { wonCount: 0, withoutTime: 0 };
  outcomes.forEach((outcome, row) => {
    times.wonCount += outcome === won ? 1 : 0;
    times.withoutTime += outcome === won && Number.isNaN(closedAt[row]!) ? 1 : 0;
  });
  return times;
}

function elsewhere({ wonCount, withoutTime }: WinTimes): string {
  return wonCount === 0
    ? ''
    : `; ${countOf(wonCount, 'win')} came later, or too recently, or have no closing time (${countWords(withoutTime)})`;
}

function checkCounts({ leads }: InspectedHistory): HygieneLine {
  const line = { code: 'LRN002', title: 'Enough of each' };
  const others = leads.rows.length - leads.wonCount;
  const found = `${countOf(leads.wonCount, 'win')} and ${countOf(others, 'other answered lead')}`;
  if (leads.wonCount < leastOfKind || others < leastOfKind) {
    return lacking(
      {
        ...line,
        grade: 'missing',
        found: `${found}: a card needs ${leastOfKind} of each at the very least.`,
        next: 'Bring in a longer history, or wait for more outcomes and keep the rules that people wrote.',
      },
      undefined,
      true,
    );
  }
  if (leads.wonCount < winsWithoutPrior) {
    return lacking({
      ...line,
      grade: 'partial',
      found: `${found}: below ${winsWithoutPrior} wins a card is prior-driven, so the present points speak louder than the leads.`,
      next: `Train again at ${winsWithoutPrior} wins.`,
    });
  }
  return inPlace({ ...line, found: `${found}.` });
}

function checkSpan({ table, leads }: InspectedHistory): HygieneLine {
  const line = { code: 'LRN003', title: 'Span of time' };
  const days = spanDays(table.arrivedAt, leads.rows);
  const found = `Answered leads arrived over ${countOf(Math.round(days), 'day')}`;
  if (days >= goodSpanDays) {
    return inPlace({ ...line, found: `${found}.` });
  }
  return lacking({
    ...line,
    grade: days < shortSpanDays ? 'missing' : 'partial',
    found: `${found}: seasons and campaigns can't be told from what lasts.`,
    next: `Bring in at least ${goodSpanDays} days, best a whole year.`,
  });
}

/** When not to build: a card that never gets enough outcomes is stale before it is good. */
function checkPace({ table, leads }: InspectedHistory): HygieneLine {
  const line = { code: 'LRN004', title: 'Pace of outcomes' };
  const months = Math.max(1, spanDays(table.arrivedAt, leads.rows) / daysOfMonth);
  const wins = leads.wonCount / months;
  const found = `About ${countOf(leads.rows.length / months, 'answer')} and ${wins < 10 ? wins.toFixed(1) : countWords(wins)} wins a month`;
  if (wins >= leastWinsAMonth) {
    return inPlace({ ...line, found: `${found}.` });
  }
  const wait =
    wins === 0 ? '' : `: ${winsWithoutPrior} wins take ${countOf(Math.ceil(winsWithoutPrior / wins), 'month')}`;
  return lacking({
    ...line,
    grade: 'partial',
    found: `${found}${wait}. At low volume rules written by people hold longer than what is learned.`,
    next: 'Keep the expert card, let training only warn, and look at it again when volume grows.',
  });
}

/** Rows are in order of arrival. */
function spanDays(arrivedAt: Float64Array, rows: Int32Array): number {
  return rows.length === 0 ? 0 : (arrivedAt[rows.at(-1)!]! - arrivedAt[rows[0]!]!) / dayMillis;
}
