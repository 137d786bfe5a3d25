/** So many points double the odds of winning. */
export const pointsPerDoubling = 20;
export const pointsPerLogOdds = pointsPerDoubling / Math.LN2;
/** What a policy can hold. */
export const mostPoints = 1_000;
export const mostVarianceHundredths = 1_000_000;

/** Log-odds as whole points. asPoints(Math.LN2) → 20. */
export function asPoints(logOdds: number): number {
  return Math.max(-mostPoints, Math.min(mostPoints, Math.round(logOdds * pointsPerLogOdds))) + 0;
}
