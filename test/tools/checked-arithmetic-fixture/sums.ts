import { quotientLong, type Int, type Long } from './model/number.ts';

// The test names the line of this sum.
export function sum(one: Int, other: Int): Int {
  return one + other;
}

export function product(one: Long, other: Int): Long {
  const doubled = one * 2;
  return doubled * other;
}

export function halfOf(amount: Long): Long {
  return quotientLong(amount, 2) + 0;
}

export function greet(name: string, times: Int): string {
  let count: Int = 0;
  for (let i: Int = 0; i < times; i++) count += 1;
  return 'Hello ' + name + ' ' + count;
}

export function raise(counts: Int[]): Int {
  counts[0]! += 2147483647;
  return -counts[0]!;
}
