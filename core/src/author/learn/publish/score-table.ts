import { calibratedLogOdds, type Calibration } from '../calibrate/calibration.ts';
import { chanceOf } from '../fit/likelihood.ts';

/** Scores by points, from `tableStart` up. */
export type ScoreTable = { tableStart: number; scoreTable: number[] };

const mostEntries = 2_001;

/**
 * Turns points into scores of 0 to 100. 50 is a lead as likely to be won as the average one; every doubling of the odds against it goes
 * the same way on: 67, 80, 89, 94. (Chances themselves would be of little use as a score where one lead in fifty is won: all
 * scores would lie below 10. docs/decisions/0033-what-a-trained-score-means.md)
 *
 * @param averageLogOdds of the average lead
 * @param averagePoints a lead that is average in everything
 * @param leastPoints the fewest points that a lead can have, and the most: the table spans what lies between
 */
export function layScoreTable(
  calibration: Calibration,
  averageLogOdds: number,
  averagePoints: number,
  leastPoints: number,
  mostPoints: number,
): ScoreTable {
  // Where the caps of signals reach far, the table stays about the average lead: beyond it scores are 0 or 100 anyway.
  const tableStart = Math.max(
    leastPoints,
    Math.min(averagePoints - (mostEntries - 1) / 2, mostPoints - mostEntries + 1),
  );
  const entries = Math.min(mostEntries, mostPoints - tableStart + 1);
  const scoreTable: number[] = [];
  for (let place = 0; place < entries; place += 1) {
    const against = calibratedLogOdds(calibration, tableStart + place) - averageLogOdds;
    // A calibration that turns down somewhere would let more points score less; the table never does.
    scoreTable.push(Math.max(scoreTable.at(-1) ?? 0, Math.round(100 * chanceOf(against))));
  }
  return { tableStart, scoreTable };
}

/** The score of so many points. */
export function scoreAt({ tableStart, scoreTable }: ScoreTable, points: number): number {
  return scoreTable[Math.max(0, Math.min(scoreTable.length - 1, points - tableStart))]!;
}

/** The chance, 0 to 1, that belongs to a score: what the card's reader may want beside it. */
export function chanceOfScore(score: number, averageChance: number): number {
  const odds = (score / Math.max(1, 100 - score)) * (averageChance / (1 - averageChance));
  return odds / (1 + odds);
}
