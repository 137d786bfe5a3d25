/**
 * Whole numbers, the only kind that decides. This file and text.ts are written by hand on every platform; everything
 * else in decide/ is written once. A float never appears: 20 points double the odds, shares are per cent or per mille.
 */

/** A 32-bit whole number. The brand is weak: the sum of two is a plain number that fits again. */
export type Int = number & { readonly int?: 'int' };

/** A whole number below 2^53 in size: UTC milliseconds and money. */
export type Long = number & { readonly long?: 'long' };

/** Divides and drops the rest, toward zero, as Apex does. quotient(7, 2) → 3; quotient(-7, 2) → -3. */
export function quotient(dividend: Int, divisor: Int): Int {
  return Math.trunc(dividend / divisor) + 0;
}

/** As quotient, for Long. quotientLong(7_200_000, 60_000) → 120. */
export function quotientLong(dividend: Long, divisor: Long): Long {
  return Math.trunc(dividend / divisor) + 0;
}

/** Widens. toLong(5) → 5. */
export function toLong(whole: Int): Long {
  const number: number = whole;
  return number;
}

/** Narrows a Long that is known to fit 32 bits. toInt(5) → 5. */
export function toInt(whole: Long): Int {
  const number: number = whole;
  return number;
}

/** Decimal digits with a leading minus where negative. printInt(-12) → "-12". */
export function printInt(whole: Int): string {
  return String(whole);
}

/** As printInt, for Long. Cut in two, because V8 writes numbers above 2^31 by its slow way for fractions. */
export function printLong(whole: Long): string {
  if (whole < 1_000_000_000) {
    return String(whole);
  }
  const high = Math.floor(whole / 1_000_000);
  const low = whole - high * 1_000_000;
  return low < 100_000 ? `${high}${String(low).padStart(6, '0')}` : `${high}${low}`;
}

/** The digits of several numbers with a separator. printInts([1, -2], ",") → "1,-2". */
export function printInts(amounts: Int[], separator: string): string {
  let text = amounts.length === 0 ? '' : String(amounts[0]);
  for (let place = 1; place < amounts.length; place += 1) {
    text += separator + String(amounts[place]);
  }
  return text;
}

/** Reads 1 to 15 decimal digits with an optional minus; anything else is null. readLong("-40") → -40; readLong("4e1") → null. */
export function readLong(text: string): Long | null {
  if (!/^-?[0-9]{1,15}$/.test(text)) {
    return null;
  }
  return Number(text) + 0;
}
