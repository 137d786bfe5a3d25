import { raise } from '../raise.ts';
import { ApexDecimal } from './apex-decimal.ts';
import { chargeWide, tenToThe } from './powers-of-ten.ts';
import { divideRounded, type RoundingMode } from './round-decimal.ts';

/** The places that `/` keeps where the quotient does not end earlier: 1.0 / 3 has 33 threes. */
const quotientScale = 33;

function withScale(value: ApexDecimal, scale: number): bigint {
  return scale === value.scale ? value.unscaled : value.unscaled * tenToThe(scale - value.scale);
}

/** addDecimal(1.5, 0.25) → 1.75. The sum has the larger of the two scales. */
export function addDecimal(left: ApexDecimal, right: ApexDecimal): ApexDecimal {
  const scale = Math.max(left.scale, right.scale);
  const sum = withScale(left, scale) + withScale(right, scale);
  chargeWide(sum);
  return new ApexDecimal(sum, scale);
}

/** subtractDecimal(1.50, 0.5) → 1.00. */
export function subtractDecimal(left: ApexDecimal, right: ApexDecimal): ApexDecimal {
  const scale = Math.max(left.scale, right.scale);
  const difference = withScale(left, scale) - withScale(right, scale);
  chargeWide(difference);
  return new ApexDecimal(difference, scale);
}

/** multiplyDecimal(1.10, 1.1) → 1.210. Products are exact: the scales are added. */
export function multiplyDecimal(left: ApexDecimal, right: ApexDecimal): ApexDecimal {
  const product = left.unscaled * right.unscaled;
  chargeWide(product);
  return new ApexDecimal(product, left.scale + right.scale);
}

/**
 * The operator `/`: divideDecimal(1.0, 4) → 0.25. A quotient is kept to 33 places and loses its trailing zeros down to the
 * scale of the dividend less that of the divisor: 4.00 / 2 is 2.00.
 */
export function divideDecimal(left: ApexDecimal, right: ApexDecimal): ApexDecimal {
  const preferred = Math.max(0, left.scale - right.scale);
  const full = divideDecimalTo(left, right, Math.max(quotientScale, preferred), 'HALF_EVEN');
  return stripZeros(full, preferred);
}

/** The method divide: divideDecimalTo(19, 100, 3, 'HALF_EVEN') → 0.190. */
export function divideDecimalTo(left: ApexDecimal, right: ApexDecimal, scale: number, mode: RoundingMode): ApexDecimal {
  if (right.unscaled === 0n) {
    return raise('System.MathException', 'Divide by 0');
  }
  // left/right = (l / r) · 10^(right.scale − left.scale), to be counted in units of 10^−scale.
  const shift = scale + right.scale - left.scale;
  const dividend = shift > 0 ? left.unscaled * tenToThe(shift) : left.unscaled;
  const divisor = shift < 0 ? right.unscaled * tenToThe(-shift) : right.unscaled;
  chargeWide(dividend);
  return new ApexDecimal(divideRounded(dividend, divisor, mode), scale);
}

/** Drops zeros at the end while the scale is above `least`: stripZeros(1.500, 0) → 1.5. */
export function stripZeros(value: ApexDecimal, least: number): ApexDecimal {
  if (value.unscaled === 0n) {
    return new ApexDecimal(0n, Math.max(0, least));
  }
  let { unscaled, scale } = value;
  // Many at a time, then fewer: a quotient that ends early has thirty of them.
  for (let count = 32; count >= 1; count /= 2) {
    while (scale - count >= least && unscaled % tenToThe(count) === 0n) {
      unscaled /= tenToThe(count);
      scale -= count;
    }
  }
  return scale === value.scale ? value : new ApexDecimal(unscaled, scale);
}

/** negateDecimal(1.5) → -1.5. */
export function negateDecimal(value: ApexDecimal): ApexDecimal {
  return new ApexDecimal(-value.unscaled, value.scale);
}

/** By value: compareDecimal(1.5, 1.50) → 0. */
export function compareDecimal(left: ApexDecimal, right: ApexDecimal): number {
  const scale = Math.max(left.scale, right.scale);
  const first = withScale(left, scale);
  const second = withScale(right, scale);
  return first < second ? -1 : first > second ? 1 : 0;
}
