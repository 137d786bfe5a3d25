import { lost, won, type LeadTable } from '../table/lead-table.ts';
import { earlierRows } from './earlier-rows.ts';

/** Which leads belong to the same person. */
export type PersonLeads = {
  knownCount: number;
  /** By row: the row of the same person before it in the table, or -1. */
  earlier: Int32Array;
  /** The last row of each person who has both a won and a lost lead, in order of the table. */
  contradictingEnds: number[];
};

const hasWon = 1;
const hasLost = 2;

/** Finds them without a list for each person: most of a million people have one lead. */
export function findPersons({ outcomes, closing: { personKeys } }: LeadTable): PersonLeads {
  const earlier = earlierRows(personKeys);
  const isLast = new Uint8Array(personKeys.length).fill(1);
  const ends = Uint8Array.from(outcomes, (outcome) => (outcome === won ? hasWon : outcome === lost ? hasLost : 0));
  let knownCount = 0;
  personKeys.forEach((personKey, row) => {
    knownCount += personKey === null ? 0 : 1;
    const before = earlier[row]!;
    if (before >= 0) {
      isLast[before] = 0;
      ends[row]! |= ends[before]!;
    }
  });
  const contradictingEnds: number[] = [];
  ends.forEach((end, row) => {
    if (isLast[row] === 1 && end === (hasWon | hasLost)) {
      contradictingEnds.push(row);
    }
  });
  return { knownCount, earlier, contradictingEnds };
}

/** All rows of the person whose last row is given, oldest arrival first. */
export function rowsOfPerson({ earlier }: PersonLeads, last: number, arrivedAt: Float64Array): number[] {
  const rows: number[] = [];
  for (let row = last; row >= 0; row = earlier[row]!) {
    rows.push(row);
  }
  return rows.sort((one, other) => arrivedAt[one]! - arrivedAt[other]! || one - other);
}
