import { compareText } from '../../../decide/model/text.ts';
import { leastOutcomes } from '../calibrate/recalibrate.ts';
import { interval } from '../evaluate/lift.ts';
import { calibrationGroups } from '../evaluate/measures.ts';
import { renewedAfter, renewedOn } from '../evaluate/roll-calibration.ts';
import { normalBelow } from './chance-limits.ts';

/**
 * A lead whose answer is known: what was said of it when it was decided, and what happened. Only leads whose horizon is over may be
 * given, won or not: to add the quick wins of younger ones would make every card look too modest.
 */
export type AnsweredLead = { leadKey: string; arrivedAt: number; chance: number; isWon: boolean };

/** Said against happened over the newest answers up to some lead. Shares, 0 to 1. */
export type OutcomeWindow = {
  /** The first arrival within, and the last. */
  from: number;
  until: number;
  count: number;
  wonCount: number;
  said: number;
  happened: number;
  /** Where the share of wins lies with 95 % confidence. */
  low: number;
  high: number;
  /** How far chances are from what happened, on average over groups of similar leads. */
  error: number;
  /** What chances that are exactly right would be off by, on average and in 99 of 100 looks. */
  expectedError: number;
  errorByChance: number;
};

const leadsOfGroup = 50;
const mostGroups = 10;

/**
 * Windows of the newest answers, the oldest window first: the last 500 leads, every 250 leads, as calibration follows them
 * (roll-calibration.ts). The last window ends with the newest lead. None when there are too few answers to say anything.
 */
export function rollOutcomes(answered: readonly AnsweredLead[]): OutcomeWindow[] {
  const ordered = [...answered].sort(
    (one, other) => one.arrivedAt - other.arrivedAt || compareText(one.leadKey, other.leadKey),
  );
  const windows: OutcomeWindow[] = [];
  for (let until = ordered.length; until >= leastOutcomes; until -= renewedAfter) {
    const from = Math.max(0, until - renewedOn);
    windows.unshift(windowOf(ordered.slice(from, until)));
    if (from === 0) {
      break;
    }
  }
  return windows;
}

function windowOf(leads: readonly AnsweredLead[]): OutcomeWindow {
  const chances = leads.map(({ chance }) => chance);
  const labels = Uint8Array.from(leads, ({ isWon }) => (isWon ? 1 : 0));
  const wonCount = labels.reduce((sum, label) => sum + label, 0);
  const groupCount = Math.max(1, Math.min(mostGroups, Math.floor(leads.length / leadsOfGroup)));
  let error = 0;
  let expectedError = 0;
  let variance = 0;
  for (const { count, said, happened } of calibrationGroups(chances, labels, groupCount)) {
    const weight = count / leads.length;
    const spread = Math.sqrt((said * (1 - said)) / count);
    error += weight * Math.abs(said - happened);
    // The mean and the variance of a normal value without its sign.
    expectedError += weight * spread * Math.sqrt(2 / Math.PI);
    variance += weight * weight * spread * spread * (1 - 2 / Math.PI);
  }
  return {
    from: leads[0]!.arrivedAt,
    until: leads.at(-1)!.arrivedAt,
    count: leads.length,
    wonCount,
    said: chances.reduce((sum, chance) => sum + chance, 0) / leads.length,
    happened: wonCount / leads.length,
    ...interval(wonCount, leads.length),
    error,
    expectedError,
    errorByChance: expectedError + normalBelow(0.99) * Math.sqrt(variance),
  };
}
