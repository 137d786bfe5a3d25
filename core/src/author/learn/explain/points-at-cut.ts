import type { Int } from '../../../decide/model/number.ts';
import type { PreparedScorecard } from '../../../decide/model/prepared-policy.ts';
import { scoreOfPoints } from '../../../decide/score/score-attributes.ts';

/** The fewest points whose score reaches a cut; null when all points do, or none. */
export function pointsAtCut(prepared: PreparedScorecard, cut: Int): Int | null {
  const { basis, tableStart, scoreTable } = prepared.card;
  const first = basis === 'expert' ? 0 : tableStart;
  const last = basis === 'expert' ? 100 : tableStart + scoreTable.length - 1;
  for (let points: Int = first; points <= last; points += 1) {
    if (scoreOfPoints(prepared, points) >= cut) {
      return points === first ? null : points;
    }
  }
  return null;
}

/** How many points a lead is from the other side of a cut, at least 1; null when the cut has no other side. */
export function pointsToCut(prepared: PreparedScorecard, points: Int, cut: Int): Int | null {
  const at = pointsAtCut(prepared, cut);
  if (at === null) {
    return null;
  }
  return points >= at ? points - at + 1 : at - points;
}
