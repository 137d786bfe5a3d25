import { won, type LeadColumn, type LeadTable, type NumberColumn, type TextColumn } from '../table/lead-table.ts';

const rareLeads = 3;
const comparedRows = 20_000;

/** What a column looks like before anybody asks what it means. */
export type ColumnFacts = {
  column: LeadColumn;
  rowCount: number;
  knownCount: number;
  /** The one value that all known leads have, or null. */
  onlyValue: string | null;
  /** Of known leads, how many have a text that fewer than three leads have; 0 for numbers. */
  rareCount: number;
  /** The share of leads with a number above that of the one that arrived before; of many leads every n-th is looked at. 0 for texts. */
  risingShare: number;
  filled: Filled;
};

/** Leads with something filled in, and all, by whether they were ever won. A number of nought is nothing. */
export type Filled = { won: number; ofWon: number; others: number; ofOthers: number };

/**
 * @param rows in order of arrival
 * @param tableRows the same rows in order of the table
 */
export function columnFacts(
  column: LeadColumn,
  rows: Int32Array,
  tableRows: Int32Array,
  outcomes: LeadTable['outcomes'],
): ColumnFacts {
  return column.kind === 'number'
    ? { ...numberFacts(column, tableRows, outcomes), risingShare: risingShareOf(column, rows) }
    : textFacts(column, tableRows, outcomes);
}

function numberFacts(column: NumberColumn, rows: Int32Array, outcomes: Uint8Array): ColumnFacts {
  const { values } = column;
  const filled = noneFilled();
  let knownCount = 0;
  let least = Infinity;
  let most = -Infinity;
  for (const row of rows) {
    const value = values[row]!;
    const isKnown = !Number.isNaN(value);
    countFilled(filled, outcomes[row]!, isKnown && value !== 0);
    if (isKnown) {
      knownCount += 1;
      least = value < least ? value : least;
      most = value > most ? value : most;
    }
  }
  const onlyValue = least === most ? String(least) : null;
  return { column, rowCount: rows.length, knownCount, onlyValue, rareCount: 0, risingShare: 0, filled };
}

function risingShareOf({ values }: NumberColumn, rows: Int32Array): number {
  const step = Math.max(1, Math.floor(rows.length / comparedRows));
  let pairs = 0;
  let rising = 0;
  let before = Number.NaN;
  for (let place = 0; place < rows.length; place += step) {
    const value = values[rows[place]!]!;
    if (!Number.isNaN(value)) {
      pairs += Number.isNaN(before) ? 0 : 1;
      rising += value > before ? 1 : 0;
      before = value;
    }
  }
  return pairs === 0 ? 0 : rising / pairs;
}

function textFacts(column: TextColumn, rows: Int32Array, outcomes: Uint8Array): ColumnFacts {
  const { codes, texts } = column;
  const filled = noneFilled();
  const counts = new Int32Array(texts.length);
  let knownCount = 0;
  let last = -1;
  for (const row of rows) {
    const code = codes[row]!;
    countFilled(filled, outcomes[row]!, code >= 0);
    if (code >= 0) {
      knownCount += 1;
      counts[code]! += 1;
      last = code;
    }
  }
  let rareCount = 0;
  for (const count of counts) {
    rareCount += count < rareLeads ? count : 0;
  }
  const onlyValue = knownCount > 0 && counts[last] === knownCount ? texts[last]! : null;
  return { column, rowCount: rows.length, knownCount, onlyValue, rareCount, risingShare: 0, filled };
}

function noneFilled(): Filled {
  return { won: 0, ofWon: 0, others: 0, ofOthers: 0 };
}

function countFilled(filled: Filled, outcome: number, isFilled: boolean): void {
  if (outcome === won) {
    filled.ofWon += 1;
    filled.won += isFilled ? 1 : 0;
  } else {
    filled.ofOthers += 1;
    filled.others += isFilled ? 1 : 0;
  }
}
