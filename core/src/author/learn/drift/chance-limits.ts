/** How many standard errors chance alone stays below in such a share of looks. normalBelow(0.975) → 1.96. Source: Abramowitz and Stegun 26.2.23. */
export function normalBelow(share: number): number {
  const tail = Math.min(share, 1 - share);
  const part = Math.sqrt(-2 * Math.log(tail));
  const size =
    part -
    (2.515517 + part * (0.802853 + part * 0.010328)) / (1 + part * (1.432788 + part * (0.189269 + part * 0.001308)));
  return share < 0.5 ? -size : size;
}

/** What a chi-square of so many degrees stays below in such a share of looks. chiSquareBelow(0.95, 9) → 16.9. Source: Wilson and Hilferty 1931. */
export function chiSquareBelow(share: number, degrees: number): number {
  if (degrees < 1) {
    return 0;
  }
  const step = 2 / (9 * degrees);
  return degrees * Math.max(0, 1 - step + normalBelow(share) * Math.sqrt(step)) ** 3;
}
