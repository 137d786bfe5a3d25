import { open, won, type LeadTable } from '../table/lead-table.ts';
import { Evidence } from './evidence.ts';
import { countOf, countWords, dayWords, shareWords } from './figure-words.ts';
import { findPersons, rowsOfPerson, type PersonLeads } from './find-persons.ts';
import type { HygieneLine } from './hygiene-report.ts';
import { dayMillis, type InspectedHistory } from './inspected-history.ts';
import { gradedLine, gradeOfShare, lacking } from './write-line.ts';

const someReturning = 0.05;
const manyReturning = 0.3;
const fewContradicting = 0.01;
const someContradicting = 0.05;

const returning = { code: 'LRN015', title: 'One lead for one person' };
const contradicting = { code: 'LRN016', title: 'One story for one person' };

/** People with several leads, and people whose leads tell two stories. */
export function checkPersons({ table, leads }: InspectedHistory): HygieneLine[] {
  const persons = findPersons(table);
  if (persons.knownCount === 0) {
    const found = 'No lead says whose it is, so this could not be looked at.';
    const unknown = { grade: 'partial' as const, found, next: 'Map an address or a contact.' };
    return [lacking({ ...returning, ...unknown }), lacking({ ...contradicting, ...unknown })];
  }
  return [checkReturning(table, persons), checkContradictions(table, persons, leads.horizonDays)];
}

function checkReturning({ leadKeys }: LeadTable, { earlier, knownCount }: PersonLeads): HygieneLine {
  const evidence = new Evidence();
  earlier.forEach((before, row) => {
    if (before >= 0) {
      evidence.add(leadKeys[row]!, () => `same person as "${leadKeys[before]!}"`);
    }
  });
  const { count } = evidence;
  return gradedLine(
    {
      ...returning,
      grade: gradeOfShare(count / knownCount, someReturning, manyReturning),
      found: `${countWords(count)} of ${countOf(knownCount, 'lead')} (${shareWords(count, knownCount)}) are another lead of a person who was there before.`,
      next: 'Merge people in the CRM, then export again.',
    },
    evidence,
  );
}

/** Won and lost within one horizon of each other: often the duplicate was closed as lost while the other was won. */
function checkContradictions(table: LeadTable, persons: PersonLeads, horizonDays: number): HygieneLine {
  const { leadKeys, arrivedAt, outcomes } = table;
  const evidence = new Evidence();
  for (const last of persons.contradictingEnds) {
    const closed = rowsOfPerson(persons, last, arrivedAt).filter((row) => outcomes[row] !== open);
    closed.forEach((row, place) => {
      const next = closed[place + 1];
      if (next !== undefined && isContradiction(table, row, next, horizonDays)) {
        const [wonRow, lostRow] = outcomes[row] === won ? [row, next] : [next, row];
        const seen = `lost, while "${leadKeys[wonRow]!}" of ${dayWords(arrivedAt[wonRow]!)} was won`;
        evidence.add(leadKeys[lostRow]!, () => seen);
      }
    });
  }
  const closedCount = outcomes.reduce((count, outcome) => count + (outcome === open ? 0 : 1), 0);
  const { count } = evidence;
  return gradedLine(
    {
      ...contradicting,
      grade: gradeOfShare(count / Math.max(1, closedCount), fewContradicting, someContradicting),
      found: `${countWords(count)} of ${countOf(closedCount, 'closed lead')} (${shareWords(count, closedCount)}) were lost while the same person was won within ${countOf(horizonDays, 'day')}.`,
      next: 'Merge these leads, or close duplicates as duplicates instead of lost.',
    },
    evidence,
  );
}

function isContradiction({ arrivedAt, outcomes }: LeadTable, row: number, next: number, horizonDays: number): boolean {
  return outcomes[row] !== outcomes[next] && arrivedAt[next]! - arrivedAt[row]! <= horizonDays * dayMillis;
}
