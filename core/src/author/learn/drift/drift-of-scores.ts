import { percentWords, type DriftAlarm } from './drift-alarm.ts';
import { actFrom, compareShares, lookFrom } from './stability-index.ts';

const falseAlarms = 0.01;
const mostBands = 10;

/** How the scores of the training's leads were spread. Band i begins at `lows[i]`; the first begins at 0. Kept beside the card. */
export type ScoreBands = { lows: number[]; counts: number[] };

/** Bands that hold about a tenth of the leads each. Scores of trained cards crowd, so that bands of ten points would be all or nothing. */
export function layScoreBands(scores: readonly number[]): ScoreBands {
  const sorted = [...scores].sort((one, other) => one - other);
  const lows = [0];
  for (let band = 1; band < mostBands && sorted.length > 0; band += 1) {
    const low = sorted[Math.floor((sorted.length * band) / mostBands)]!;
    if (low > lows.at(-1)!) {
      lows.push(low);
    }
  }
  return { lows, counts: countBands(lows, scores) };
}

/** Whether recent leads are scored as those of the training were. Null when nothing is to be said. */
export function driftOfScores(before: ScoreBands, recentScores: readonly number[]): DriftAlarm | null {
  const { index, noise, moved } = compareShares(before.counts, countBands(before.lows, recentScores), falseAlarms);
  if (index < lookFrom || index <= noise || moved === null) {
    return null;
  }
  const low = before.lows[moved.group]!;
  const high = (before.lows[moved.group + 1] ?? 101) - 1;
  const band = low === high ? `score ${low}` : `scores of ${low} to ${high}`;
  return {
    code: 'LRD003',
    level: index >= actFrom ? 'act' : 'look',
    attributeKey: null,
    found: `${recentScores.length} recent leads are not scored as those of the training were: index ${index.toFixed(2)}, where chance alone stays below ${noise.toFixed(2)}. Most moved: ${band}, ${percentWords(moved.before)} of leads in training and ${percentWords(moved.now)} now.`,
    next: 'Look which attributes moved (LRD001, LRD002). If the leads themselves changed, train again; until then check the thresholds, because more or fewer leads are high than was planned.',
  };
}

function countBands(lows: readonly number[], scores: readonly number[]): number[] {
  const counts = new Array<number>(lows.length).fill(0);
  for (const score of scores) {
    counts[
      Math.max(
        0,
        lows.findLastIndex((low) => low <= score),
      )
    ]! += 1;
  }
  return counts;
}
