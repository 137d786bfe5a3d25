/** The middle of some numbers, or the mean of the two in the middle. */
export function median(amounts: readonly number[]): number {
  const ordered = amounts.toSorted((one, other) => one - other);
  const middle = ordered.length >> 1;
  return ordered.length % 2 === 1 ? ordered[middle]! : (ordered[middle - 1]! + ordered[middle]!) / 2;
}

export function mean(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0) / amounts.length;
}

/** The largest of many: a spread call would run out of stack. */
export function largest(amounts: readonly number[]): number {
  return amounts.reduce((most, amount) => Math.max(most, amount), Number.NEGATIVE_INFINITY);
}

/** Milliseconds that some work took by the clock on the wall. */
export async function timed(work: () => void | Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
