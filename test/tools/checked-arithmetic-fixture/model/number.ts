export type Int = number & { readonly int?: 'int' };
export type Long = number & { readonly long?: 'long' };

export function quotientLong(dividend: Long, divisor: Long): Long {
  return Math.trunc(dividend / divisor);
}
