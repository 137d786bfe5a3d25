import { countCodes } from '../bins/attribute-bins.ts';
import { chooseNumberBins } from '../bins/choose-number-bins.ts';
import { chooseTextBins } from '../bins/choose-text-bins.ts';
import { encodeLeads } from '../bins/encode-leads.ts';
import type { LabelledLeads } from '../fit/fit-card.ts';
import type { LeadColumn, LeadTable } from '../table/lead-table.ts';

const partsOfTime = 4;
const leastRowsOfBin = 20;
const leastShareOfBin = 0.003;
const smoothingRows = 5;
/** What a bin must win, next to its share of others, to count as dead: a tenth. */
const deadRate = 0.1;
/** So many wins would have been expected where none is, before it can't be chance. */
const leastExpectedWins = 10;

/** How well a field tells won leads from others all alone. */
export type AlonePower = {
  /** Only leads of the same quarter of the history are compared; a half to 1. NaN when nothing can be compared. */
  areaUnderCurve: number;
  /** The share of the others that have values with which hardly anybody is ever won, 0 to 1. */
  deadShare: number;
};

/**
 * What a field could do without any other: bins and their win rates from one half of the leads, looked at on the other half, and the other
 * way round, so that many categories can't fake anything.
 *
 * Leads are compared within quarters of the history. A figure of the economy tells good months from bad ones and looks strong over years;
 * what was written down after the outcome is strong in every month.
 */
export function predictAlone(table: LeadTable, leads: LabelledLeads, column: LeadColumn): AlonePower {
  const halves = [0, 1].map((parity) => halfOf(leads, parity));
  const tallies = [0, 1].map((known) => tallyHalf(table, column, halves[known]!, halves[1 - known]!));
  const pairs = tallies.reduce((sum, tally) => sum + tally.pairs, 0);
  const ordered = tallies.reduce((sum, tally) => sum + tally.ordered, 0);
  return { areaUnderCurve: ordered / pairs, deadShare: Math.min(...tallies.map(({ deadShare }) => deadShare)) };
}

function halfOf({ rows, labels }: LabelledLeads, parity: number): LabelledLeads {
  const length = (rows.length + 1 - parity) >> 1;
  const half = { rows: new Int32Array(length), labels: new Uint8Array(length) };
  for (let place = 0; place < length; place += 1) {
    half.rows[place] = rows[2 * place + parity]!;
    half.labels[place] = labels[2 * place + parity]!;
  }
  return half;
}

type HalfTally = { ordered: number; pairs: number; deadShare: number };

function tallyHalf(table: LeadTable, column: LeadColumn, known: LabelledLeads, asked: LabelledLeads): HalfTally {
  const leastRows = Math.max(leastRowsOfBin, Math.round(known.rows.length * leastShareOfBin));
  const bins =
    column.kind === 'number'
      ? chooseNumberBins(column, known.rows, leastRows)
      : chooseTextBins(column, known.rows, known.labels, leastRows);
  const codeCount = countCodes(bins);
  const rates = winRates(encodeLeads(table, known.rows, [bins]).codes[0]!, known.labels, codeCount);
  const levels = levelsOf(rates);
  const codes = encodeLeads(table, asked.rows, [bins]).codes[0]!;
  const tally: HalfTally = { ordered: 0, pairs: 0, deadShare: 0 };
  const wins = new Float64Array(codeCount);
  const others = new Float64Array(codeCount);
  for (let part = 0; part < partsOfTime; part += 1) {
    const winsHere = new Float64Array(codeCount);
    const othersHere = new Float64Array(codeCount);
    const until = Math.floor((codes.length * (part + 1)) / partsOfTime);
    for (let place = Math.floor((codes.length * part) / partsOfTime); place < until; place += 1) {
      const level = levels[codes[place]!]!;
      (asked.labels[place] === 1 ? winsHere : othersHere)[level]! += 1;
    }
    addPairs(tally, winsHere, othersHere);
    winsHere.forEach((count, level) => (wins[level]! += count));
    othersHere.forEach((count, level) => (others[level]! += count));
  }
  tally.deadShare = deadShareOf(wins, others);
  return tally;
}

function winRates(codes: Uint8Array, labels: Uint8Array, codeCount: number): Float64Array {
  const wins = new Float64Array(codeCount);
  const counts = new Float64Array(codeCount);
  let allWins = 0;
  codes.forEach((code, place) => {
    wins[code]! += labels[place]!;
    counts[code]! += 1;
    allWins += labels[place]!;
  });
  const average = allWins / Math.max(1, codes.length);
  return wins.map((won, code) => (won + smoothingRows * average) / (counts[code]! + smoothingRows));
}

/** By bin: its place in the order of rates, the lowest first. The same rate has the same place. */
function levelsOf(rates: Float64Array): Uint8Array {
  const sorted = [...new Set(rates)].sort((one, other) => one - other);
  return Uint8Array.from(rates, (rate) => sorted.indexOf(rate));
}

/** Pairs of a won lead and another, and those in which the won one stands higher; ties count half. */
function addPairs(tally: HalfTally, wins: Float64Array, others: Float64Array): void {
  let othersBelow = 0;
  wins.forEach((won, level) => {
    tally.ordered += won * (othersBelow + others[level]! / 2);
    othersBelow += others[level]!;
  });
  tally.pairs += wins.reduce((sum, won) => sum + won, 0) * othersBelow;
}

function deadShareOf(wins: Float64Array, others: Float64Array): number {
  const allWins = wins.reduce((sum, won) => sum + won, 0);
  const allOthers = others.reduce((sum, other) => sum + other, 0);
  let winsBelow = 0;
  let othersBelow = 0;
  let dead = 0;
  wins.forEach((won, level) => {
    winsBelow += won;
    othersBelow += others[level]!;
    const share = othersBelow / allOthers;
    if (winsBelow <= deadRate * share * allWins && share * allWins >= leastExpectedWins) {
      dead = share;
    }
  });
  return dead;
}
