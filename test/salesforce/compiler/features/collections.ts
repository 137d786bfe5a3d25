import { printInt, printLong, type Int, type Long } from '../../../../core/src/decide/model/number.ts';

const primes: Int[] = [2, 3, 5, 7];
const instants: Long[] = [1, 9_000_000_000];
const squares: Map<Int, Int> = squaresOf(primes);
const noWords: string[] = [];

function squaresOf(amounts: Int[]): Map<Int, Int> {
  const table = new Map<Int, Int>();
  for (const amount of amounts) {
    table.set(amount, amount * amount);
  }
  return table;
}

function countWords(words: string[]): Map<string, Int> {
  const counts = new Map<string, Int>();
  for (const word of words) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

function grouped(words: string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const word of words) {
    const first = word.substring(0, 1);
    const members = groups.get(first) ?? [];
    members.push(word);
    groups.set(first, members);
  }
  return groups;
}

/** What is popped may be null itself, and then gives way too. */
function lastNamed(words: (string | null)[]): string {
  return words.pop() ?? 'none';
}

function last(words: string[]): string {
  return words.pop() ?? 'none';
}

export function results(): string[] {
  const found: string[] = [];
  found.push(printInt(squares.get(5) ?? 0));
  found.push(printInt(squares.get(6) ?? -1));
  found.push(printInt(squares.size));
  const counts = countWords(['a', 'b', 'a', 'A', '', 'a']);
  for (const word of ['a', 'A', 'b', '', 'c']) {
    found.push(counts.has(word) ? printInt(counts.get(word) ?? 0) : 'no');
  }
  const groups = grouped(['ape', 'bee', 'ant', 'cow', 'Ape']);
  for (const first of ['a', 'b', 'A', 'z']) {
    found.push((groups.get(first) ?? noWords).join('+'));
  }
  const words: string[] = ['one', 'two', 'three'];
  found.push(words.includes('two') ? 'in' : 'out');
  found.push(words.includes('Two') ? 'in' : 'out');
  found.push(printInt(words.indexOf('three')));
  found.push(printInt(words.indexOf('four')));
  found.push(words.pop()!);
  words.push('four');
  words[0] = 'zero';
  found.push(words.join(', '));
  found.push(last(words));
  found.push(last(words));
  found.push(last(words));
  found.push(last(words));
  found.push(printInt(words.length));
  const named: (string | null)[] = ['a', null];
  found.push(lastNamed(named));
  found.push(lastNamed(named));
  found.push(lastNamed(named));
  const three: Int = 3;
  const mixed: Long[] = [three, -three, 4];
  found.push(printLong(mixed[0]! * 3_000_000_000 + mixed[1]!));
  let sum: Long = 0;
  for (const instant of instants) {
    sum += instant;
  }
  found.push(printLong(sum));
  const nested: Int[][] = [[1], [2, 3], []];
  nested[2]!.push(4);
  for (const row of nested) {
    found.push(printInt(row.length));
  }
  const numbers: (Long | null)[] = [null, 5];
  numbers[0] = 6;
  numbers.push(7);
  numbers.push(null);
  for (const whole of numbers) {
    found.push(whole === null ? 'null' : printLong(whole));
  }
  const table = new Map<string, Long>();
  table.set('a', 1);
  table.set('a', 2);
  found.push(printLong(table.get('a') ?? 0));
  found.push(printInt(table.size));
  const places = new Map<string, boolean>();
  places.set('x', false);
  found.push((places.get('x') ?? true) ? 'yes' : 'no');
  found.push((places.get('y') ?? true) ? 'yes' : 'no');
  return found;
}
