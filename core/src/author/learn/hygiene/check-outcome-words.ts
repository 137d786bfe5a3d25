import { lost, open, won, type LeadTable } from '../table/lead-table.ts';
import { meaningOf, type ClosingMeaning } from './closing-words.ts';
import { Evidence } from './evidence.ts';
import { countOf, countWords, dayWords, listWords, shareWords } from './figure-words.ts';
import type { HygieneLine } from './hygiene-report.ts';
import type { InspectedHistory } from './inspected-history.ts';
import { gradedLine, gradeOfShare, lacking } from './write-line.ts';

const fewOfClosed = 0.01;

/**
 * Outcome words that were not understood: they sound closed, or their leads have a closing time, and yet they were read as open; or
 * they were read as the contrary of what they say. A team's own word for "converted" is the usual one.
 */
export function checkOutcomeWords({ table, asOf }: InspectedHistory): HygieneLine {
  const { texts, codes } = table.closing.outcomeWords;
  const meanings = texts.map(meaningOf);
  const evidence = new Evidence();
  const words = new Set<string>();
  let closed = 0;
  table.outcomes.forEach((outcome, row) => {
    closed += outcome === open ? 0 : 1;
    const code = codes[row]!;
    const fault = code < 0 ? null : faultOf(table, row, meanings[code]!, asOf);
    if (fault !== null) {
      words.add(texts[code]!);
      evidence.add(table.leadKeys[row]!, () => `"${texts[code]!}" was read as ${fault}`);
    }
  });
  const { count } = evidence;
  const all = closed + count;
  const line = { code: 'LRN011', title: 'Outcome words are understood' };
  if (texts.length === 0) {
    const found =
      'The history says won and lost without the words that the CRM has for them, so they could not be compared.';
    return lacking({ ...line, grade: 'partial', found, next: 'Map the column with the outcome as the CRM calls it.' });
  }
  return gradedLine(
    {
      ...line,
      grade: gradeOfShare(count / Math.max(1, all), 0, fewOfClosed),
      found:
        count === 0
          ? `All outcome words of ${countOf(closed, 'closed lead')} are understood.`
          : `${countWords(count)} of ${countOf(all, 'lead')} with an outcome (${shareWords(count, all)}) have a word that was read otherwise than it sounds: ${listWords([...words])}.`,
      next: 'Say of each of these words whether it means won, lost or open.',
    },
    evidence,
  );
}

function faultOf(table: LeadTable, row: number, meaning: ClosingMeaning, asOf: number): string | null {
  const outcome = table.outcomes[row];
  const closedAt = table.closedAt[row]!;
  if (outcome === open) {
    const isClosed = closedAt <= asOf;
    return meaning === 'nothing' && !isClosed ? null : `open${isClosed ? `, though closed ${dayWords(closedAt)}` : ''}`;
  }
  const isAgainst = (outcome === won && meaning === 'lost') || (outcome === lost && meaning === 'won');
  return isAgainst ? (outcome === won ? 'won' : 'lost') : null;
}
