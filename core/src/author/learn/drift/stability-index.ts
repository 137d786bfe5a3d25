import { chiSquareBelow } from './chance-limits.ts';

/**
 * The usual limits: up to .1 nothing, from .1 a look, from .25 something has to be done. They are custom in credit scoring and follow
 * from no theory: a small sample passes them by chance, and of very many leads the slightest move is real and still below them. So
 * the noise floor is asked beside them. Source: Siddiqi 2006, Credit Risk Scorecards, and Lewis 1994, who gives them as experience.
 */
export const lookFrom = 0.1;
export const actFrom = 0.25;

/** Of recent leads so many must be expected in a group, otherwise chance alone decides its share. Source: Cochran 1954. */
const leastExpected = 5;
/** What came so often where hardly anything was expected is no chance, and stands alone. */
const leastSeen = 10;

/** How far two ways of falling into groups are apart, and how far chance alone would take them. */
export type Stability = {
  /** The population stability index: 0 is the same. */
  index: number;
  /** Chance alone stays below it, but for so many of a thousand looks as the level says. */
  noise: number;
  /** The group whose share moved most, by its place; null where there is but one group. */
  moved: { group: number; before: number; now: number } | null;
};

/**
 * Compares how leads fell into groups before with how they fall now.
 *
 * The index is the sum over groups of (now − before) × ln(now ÷ before), with half a lead added to each group so that an empty one
 * is no infinity. Groups too small to say anything count together. Without any drift the index is about a chi-square of
 * groups − 1 degrees times (1 ÷ leads before + 1 ÷ leads now); that gives the floor. Source: Yurdakul and Naranjo 2020,
 * Statistical properties of the population stability index.
 *
 * @param level how rarely chance alone may pass the floor, such as 0.01
 */
export function compareShares(before: readonly number[], now: readonly number[], level: number): Stability {
  const beforeCount = sumOf(before);
  const nowCount = sumOf(now);
  if (beforeCount === 0 || nowCount === 0) {
    return { index: 0, noise: Infinity, moved: null };
  }
  const groups = poolSmall(before, now, Math.min(1, nowCount / beforeCount));
  const shares = groups.map((group) => ({
    before: (group.before + 0.5) / (beforeCount + groups.length / 2),
    now: (group.now + 0.5) / (nowCount + groups.length / 2),
  }));
  const index = shares.reduce((sum, share) => sum + (share.now - share.before) * Math.log(share.now / share.before), 0);
  const noise = chiSquareBelow(1 - level, groups.length - 1) * (1 / beforeCount + 1 / nowCount);
  return { index: groups.length < 2 ? 0 : index, noise, moved: mostMoved(before, now, beforeCount, nowCount) };
}

type Group = { before: number; now: number };

/**
 * Puts groups with few expected leads together, the smallest first, until those put together expect enough.
 *
 * @param ratio how much smaller the smaller sample is
 */
function poolSmall(before: readonly number[], now: readonly number[], ratio: number): Group[] {
  const order = [...before.keys()].sort((one, other) => before[one]! - before[other]! || one - other);
  const groups: Group[] = [];
  let pooled: Group = { before: 0, now: 0 };
  for (const place of order) {
    const group: Group = { before: before[place]!, now: now[place]! };
    if (group.now >= leastSeen) {
      groups.push(group);
    } else {
      pooled = together(pooled, group);
      if (pooled.before * ratio >= leastExpected) {
        groups.push(pooled);
        pooled = { before: 0, now: 0 };
      }
    }
  }
  if (pooled.before + pooled.now > 0) {
    groups.push(together(groups.pop() ?? { before: 0, now: 0 }, pooled));
  }
  return groups;
}

function together(one: Group, other: Group): Group {
  return { before: one.before + other.before, now: one.now + other.now };
}

function mostMoved(
  before: readonly number[],
  now: readonly number[],
  beforeCount: number,
  nowCount: number,
): Stability['moved'] {
  let moved: Stability['moved'] = null;
  let most = 0;
  for (const [group, count] of before.entries()) {
    const was = count / beforeCount;
    const is = now[group]! / nowCount;
    if (Math.abs(is - was) > most) {
      most = Math.abs(is - was);
      moved = { group, before: was, now: is };
    }
  }
  return moved;
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
