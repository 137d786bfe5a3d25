import { ApexDouble } from './apex-double.ts';
import { doubleToLong } from './convert-number.ts';

/** The nearest whole, halves upwards: roundDoubleToLong(4.5) → 5n, roundDoubleToLong(-4.5) → -4n. */
export function roundDoubleToLong(value: ApexDouble): bigint {
  return doubleToLong(new ApexDouble(Math.round(value.value)));
}

/** The nearest whole, halves to the even one: roundHalfEven(2.5) → 2, roundHalfEven(3.5) → 4. */
export function roundHalfEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  if (rest !== 0.5) {
    // Keeps −0 for what is rounded to zero from below.
    return rest < 0.5 ? below : Math.ceil(value);
  }
  return below % 2 === 0 ? below : Math.ceil(value);
}
