import { raise } from '../raise.ts';
import { ApexDecimal } from './apex-decimal.ts';
import { tenToThe } from './powers-of-ten.ts';

/** The constants of System.RoundingMode in the order of their ordinals. */
export const roundingModes = [
  'CEILING',
  'DOWN',
  'FLOOR',
  'HALF_DOWN',
  'HALF_EVEN',
  'HALF_UP',
  'UNNECESSARY',
  'UP',
] as const;

export type RoundingMode = (typeof roundingModes)[number];

/** Divides wholes and rounds the quotient: divideRounded(7n, 2n, 'HALF_EVEN') → 4n. The divisor is not zero. */
export function divideRounded(dividend: bigint, divisor: bigint, mode: RoundingMode): bigint {
  const quotient = dividend / divisor;
  const rest = dividend % divisor;
  if (rest === 0n) {
    return quotient;
  }
  const sign = dividend < 0n === divisor < 0n ? 1n : -1n;
  return isRoundedAway(quotient, rest, divisor, sign, mode) ? quotient + sign : quotient;
}

function isRoundedAway(quotient: bigint, rest: bigint, divisor: bigint, sign: bigint, mode: RoundingMode): boolean {
  switch (mode) {
    case 'UP':
      return true;
    case 'DOWN':
      return false;
    case 'CEILING':
      return sign > 0n;
    case 'FLOOR':
      return sign < 0n;
    case 'UNNECESSARY':
      return raise('System.MathException', 'Rounding necessary');
    case 'HALF_UP':
    case 'HALF_DOWN':
    case 'HALF_EVEN': {
      const twice = 2n * (rest < 0n ? -rest : rest);
      const whole = divisor < 0n ? -divisor : divisor;
      if (twice !== whole) {
        return twice > whole;
      }
      return mode === 'HALF_UP' || (mode === 'HALF_EVEN' && quotient % 2n !== 0n);
    }
  }
}

/** The same number with `scale` places: setDecimalScale(1.005, 2, 'HALF_UP') → 1.01. */
export function setDecimalScale(value: ApexDecimal, scale: number, mode: RoundingMode): ApexDecimal {
  if (scale === value.scale) {
    return value;
  }
  return scale > value.scale
    ? new ApexDecimal(value.unscaled * tenToThe(scale - value.scale), scale)
    : new ApexDecimal(divideRounded(value.unscaled, tenToThe(value.scale - scale), mode), scale);
}

/** The whole nearest by the mode: roundToWhole(2.5, 'HALF_EVEN') → 2n. */
export function roundToWhole(value: ApexDecimal, mode: RoundingMode): bigint {
  return value.scale <= 0
    ? value.unscaled * tenToThe(-value.scale)
    : divideRounded(value.unscaled, tenToThe(value.scale), mode);
}
