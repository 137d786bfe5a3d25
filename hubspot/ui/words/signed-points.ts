/** Points with their sign, as one reads them. signedPoints(31) → "+31"; signedPoints(-6) → "−6"; signedPoints(0) → "0" */
export function signedPoints(points: number): string {
  return points === 0 ? '0' : `${points < 0 ? '−' : '+'}${Math.abs(points)}`;
}
