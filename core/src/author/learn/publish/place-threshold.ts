import type { Scorecard } from '../../../decide/model/scorecard.ts';
import { highShare } from '../confidence/agreement.ts';
import { scoreAt } from './score-table.ts';

const leastShare = 0.05;
const mostShare = 0.5;

/**
 * The score from which on an axis counts as high, so that as large a share of leads is high as with the present card: learning should
 * change who is high, not how much work there is. Where the present card calls nearly nobody or most leads high, a fifth.
 *
 * @returns 1 to 100
 */
export function placeThreshold(
  scorecard: Scorecard,
  points: Int32Array,
  presentScores: Float64Array,
  presentHighFrom: number,
): number {
  const highNow = presentScores.reduce((count, score) => count + (score >= presentHighFrom ? 1 : 0), 0);
  const shareNow = highNow / presentScores.length;
  const share = shareNow >= leastShare && shareNow <= mostShare ? shareNow : highShare;
  const scores = points.map((own) => scoreAt(scorecard, own)).sort();
  const at = scores[Math.min(scores.length - 1, Math.floor(scores.length * (1 - share)))]!;
  // Many leads may share the score at the cut; the next score up is taken when it comes nearer to the share.
  const above = scores.find((score) => score > at) ?? Math.min(100, at + 1);
  const shareFrom = (from: number): number =>
    scores.reduce((count, score) => count + (score >= from ? 1 : 0), 0) / scores.length;
  const nearest = Math.abs(shareFrom(above) - share) < Math.abs(shareFrom(at) - share) ? above : at;
  return Math.max(1, Math.min(100, nearest));
}
