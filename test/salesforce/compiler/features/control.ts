import { printInt, type Int } from '../../../../core/src/decide/model/number.ts';

type Mode = 'on' | 'off' | 'auto' | 'other';

function wordOf(mode: Mode): string {
  switch (mode) {
    case 'on':
    case 'off':
      return 'switched';
    case 'auto': {
      return 'alone';
    }
    default:
      return 'unknown';
  }
}

function countOf(amount: Int): string {
  let word: string = 'many';
  switch (amount) {
    case 0:
      word = 'none';
      break;
    case -1:
      word = 'less';
      break;
    case 1:
      if (word === 'many') {
        word = 'one';
      }
      break;
    default:
      break;
  }
  return word;
}

function caseMatters(text: string): string {
  switch (text) {
    case 'a':
      return 'small';
    case 'A':
      return 'capital';
    default:
      return 'neither';
  }
}

function firstPair(amounts: Int[], total: Int): string {
  for (let one: Int = 0; one < amounts.length; one += 1) {
    for (let other: Int = one + 1; other < amounts.length; other++) {
      if (amounts[one]! + amounts[other]! === total) {
        return `${printInt(one)}+${printInt(other)}`;
      }
      if (amounts[other]! < 0) {
        break;
      }
    }
  }
  return 'none';
}

function collatz(start: Int): Int {
  let current: Int = start;
  let steps: Int = 0;
  while (current !== 1) {
    if (isEven(current)) {
      current = halfOf(current);
    } else {
      current = current * 3 + 1;
    }
    steps += 1;
  }
  return steps;
}

function halfOf(amount: Int): Int {
  let half: Int = 0;
  while (half * 2 < amount) {
    half += 1;
  }
  return half;
}

function isEven(amount: Int): boolean {
  return halfOf(amount) * 2 === amount;
}

function skipping(words: string[]): string {
  const kept: string[] = [];
  for (const word of words) {
    if (word === '') {
      continue;
    }
    if (word === 'stop') {
      break;
    }
    switch (word) {
      case 'skip':
        continue;
      default:
        break;
    }
    kept.push(word);
  }
  return kept.join(' ');
}

function factorial(amount: Int): Int {
  return amount < 2 ? 1 : amount * factorial(amount - 1);
}

function truths(one: boolean, other: boolean): string {
  const both = one && other;
  const either = one || other;
  const exactly = one !== other;
  const neither = !(one || other);
  const mixed = (one && !other) || (!one && other);
  return `${mark(both)}${mark(either)}${mark(exactly)}${mark(neither)}${mark(mixed === exactly)}${mark(1 < 2 !== one)}`;
}

function mark(isSo: boolean): string {
  return isSo ? '1' : '0';
}

function maybe(isSo: boolean | null): string {
  if (isSo === null) {
    return 'unknown';
  }
  return isSo === true ? 'yes' : 'no';
}

type Tally = { count: Int; word: string };

function add(tally: Tally, amount: Int): Int {
  tally.count = tally.count * 10 + amount;
  return amount;
}

function addIf(tally: Tally, isSo: boolean): boolean {
  tally.word = tally.word + mark(isSo);
  return isSo;
}

/** What stands left is computed first, and what need not be computed is not. */
function inOrder(): string {
  const tally: Tally = { count: 0, word: '' };
  const amounts: Int[] = [6, 7, 8, 9];
  const gap: Int = add(tally, 5) - add(tally, 2) * add(tally, 3);
  tally.count += add(tally, 4);
  amounts[add(tally, 1)] = amounts.pop()! - amounts.pop()!;
  const isBoth = addIf(tally, false) && addIf(tally, true);
  const isEither = addIf(tally, true) || addIf(tally, false);
  return `${printInt(gap)} ${printInt(tally.count)} ${printInt(amounts.length)} ${tally.word}${mark(isBoth === isEither)}`;
}

export function results(): string[] {
  const found: string[] = [];
  const modes: Mode[] = ['on', 'off', 'auto', 'other'];
  for (const mode of modes) {
    found.push(wordOf(mode));
  }
  for (const amount of [0, 1, 2, -1]) {
    found.push(countOf(amount));
  }
  for (const text of ['a', 'A', 'b', '']) {
    found.push(caseMatters(text));
  }
  found.push(firstPair([1, 5, 9, -2, 4], 14));
  found.push(firstPair([1, 5, -9, 2, 13], 18));
  found.push(firstPair([], 0));
  found.push(printInt(collatz(27 - 18)));
  found.push(skipping(['a', '', 'b', 'skip', 'c', 'stop', 'd']));
  found.push(printInt(factorial(10)));
  for (const one of [true, false]) {
    for (const other of [true, false]) {
      found.push(truths(one, other));
    }
  }
  found.push(inOrder());
  found.push(maybe(null));
  found.push(maybe(true));
  found.push(maybe(false));
  return found;
}
