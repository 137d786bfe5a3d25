/** Log-odds as a line over some value: shift + slope × value. */
export type Line = { shift: number; slope: number };

const mostSteps = 50;

/**
 * The line that makes outcomes likeliest. Without `isSlopeFree` only the shift is moved.
 *
 * Labels are softened as Platt proposes, so that few outcomes never make a chance of 0 or 1; slope and shift are held to 1
 * and 0 as strongly as said. Source: Platt 1999, Lin, Lin and Weng 2007.
 */
export function fitLine(
  values: ArrayLike<number>,
  labels: Uint8Array,
  isSlopeFree: boolean,
  holding = 1,
  shiftHolding = 0,
): Line {
  const wins = labels.reduce((sum, label) => sum + label, 0);
  const ofWon = (wins + 1) / (wins + 2);
  const ofOther = 1 / (labels.length - wins + 2);
  let line: Line = { shift: 0, slope: 1 };
  for (let step = 0; step < mostSteps; step += 1) {
    let slopeShift = 0;
    let slopeSlope = 0;
    let shiftShift = 1e-9;
    let shiftSlope = 0;
    let curveSlope = 1e-9;
    for (let place = 0; place < labels.length; place += 1) {
      const value = values[place]!;
      const chance = 1 / (1 + Math.exp(-(line.shift + line.slope * value)));
      const away = (labels[place] === 1 ? ofWon : ofOther) - chance;
      const spread = chance * (1 - chance);
      slopeShift += away;
      slopeSlope += away * value;
      shiftShift += spread;
      shiftSlope += spread * value;
      curveSlope += spread * value * value;
    }
    slopeShift -= shiftHolding * line.shift;
    shiftShift += shiftHolding;
    slopeSlope -= holding * (line.slope - 1);
    curveSlope += holding;
    const determinant = shiftShift * curveSlope - shiftSlope * shiftSlope;
    const move = isSlopeFree
      ? {
          shift: (slopeShift * curveSlope - slopeSlope * shiftSlope) / determinant,
          slope: (slopeSlope * shiftShift - slopeShift * shiftSlope) / determinant,
        }
      : { shift: slopeShift / shiftShift, slope: 0 };
    // A far step from a bad start could overshoot; two doublings of the odds at a time are always safe.
    const size = Math.max(1, Math.abs(move.shift) / 2, Math.abs(move.slope) / 2);
    line = { shift: line.shift + move.shift / size, slope: Math.max(0.05, line.slope + move.slope / size) };
    if (Math.abs(move.shift) + Math.abs(move.slope) < 1e-9) {
      break;
    }
  }
  return line;
}
