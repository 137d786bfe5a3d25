import { open, won, type TextColumn } from '../table/lead-table.ts';
import { isEmptyReason } from './closing-words.ts';
import { Evidence } from './evidence.ts';
import { countOf, countWords, listWords, shareWords } from './figure-words.ts';
import type { HygieneLine } from './hygiene-report.ts';
import type { InspectedHistory } from './inspected-history.ts';
import { gradedLine, gradeOfShare } from './write-line.ts';

const someLacking = 0.2;
const mostLacking = 0.5;

/** Whether closed leads say why they closed and who had them last. */
export function checkClosingFacts({ table }: InspectedHistory): HygieneLine[] {
  return [checkReasons(table), checkOwners(table)];
}

function checkReasons({ outcomes, leadKeys, closing }: InspectedHistory['table']): HygieneLine {
  const { texts, codes } = closing.closeReasons;
  const isEmpty = texts.map(isEmptyReason);
  const evidence = new Evidence();
  const closed = { won: 0, lost: 0 };
  const given = { won: 0, lost: 0 };
  let emptyCount = 0;
  outcomes.forEach((outcome, row) => {
    if (outcome === open) {
      return;
    }
    const kind = outcome === won ? 'won' : 'lost';
    const code = codes[row]!;
    closed[kind] += 1;
    if (code >= 0 && !isEmpty[code]!) {
      given[kind] += 1;
      return;
    }
    emptyCount += code >= 0 ? 1 : 0;
    evidence.add(leadKeys[row]!, () => (code < 0 ? `${kind}, no reason` : `${kind}, reason "${texts[code]!}"`));
  });
  const all = closed.won + closed.lost;
  const empty = texts.filter((_, code) => isEmpty[code]);
  const spoken = emptyCount === 0 ? '' : ` ${countWords(emptyCount)} say nothing: ${listWords(empty)}.`;
  return gradedLine(
    {
      code: 'LRN012',
      title: 'Close reasons',
      grade: gradeOfLacking(evidence, all),
      found: `${countWords(given.won + given.lost)} of ${countOf(all, 'closed lead')} (${shareWords(given.won + given.lost, all)}) say why they closed: ${shareWords(given.won, closed.won)} of the won, ${shareWords(given.lost, closed.lost)} of the lost.${spoken}`,
      next: 'Make the reason a required field on closing, with choices that say something.',
    },
    evidence,
  );
}

function checkOwners({ outcomes, leadKeys, closing }: InspectedHistory['table']): HygieneLine {
  const owners: TextColumn = closing.finalOwners;
  const evidence = new Evidence();
  let closed = 0;
  outcomes.forEach((outcome, row) => {
    if (outcome !== open) {
      closed += 1;
      if (owners.codes[row]! < 0) {
        evidence.add(leadKeys[row]!, () => `${outcome === won ? 'won' : 'lost'}, no final owner`);
      }
    }
  });
  const named = closed - evidence.count;
  return gradedLine(
    {
      code: 'LRN013',
      title: 'Final owners',
      grade: gradeOfLacking(evidence, closed),
      found: `${countWords(named)} of ${countOf(closed, 'closed lead')} (${shareWords(named, closed)}) say who had them last.`,
      next: 'Bring the owner at closing into the history.',
    },
    evidence,
  );
}

function gradeOfLacking({ count }: Evidence, all: number): HygieneLine['grade'] {
  return all === 0 ? 'missing' : gradeOfShare(count / all, someLacking, mostLacking);
}
