import { chargeCharacters } from '../../run/meter.ts';

const powers: bigint[] = [1n];
const kept = 100;

/** Powers up to this one cost nothing worth counting. */
const cheap = 64;

/** tenToThe(3) → 1000n. */
export function tenToThe(exponent: number): bigint {
  if (exponent > cheap) {
    chargeCharacters(exponent);
  }
  if (exponent >= kept) {
    return 10n ** BigInt(exponent);
  }
  for (let next = powers.length; next <= exponent; next += 1) {
    powers.push((powers[next - 1] ?? 1n) * 10n);
  }
  return powers[exponent] ?? 1n;
}

const wide = 1n << 64n;

/** The decimal digits of a whole, without its sign: digitsOf(-120n) → '120'. Charges for long ones. */
export function digitsOf(whole: bigint): string {
  const digits = (whole < 0n ? -whole : whole).toString();
  if (digits.length > 32) {
    chargeCharacters(digits.length);
  }
  return digits;
}

/** Charges for the length of a product or quotient: chargeWide(10n ** 100n). What fits into 64 bits costs nothing extra. */
export function chargeWide(whole: bigint): void {
  if (whole >= wide || whole <= -wide) {
    chargeCharacters(whole.toString(16).length);
  }
}
