import type { Dice } from './dice.ts';

const long = 'lorem ipsum dolor sit amet '.repeat(40_000);
const longForeign = 'žlutý kůň \u0000 🚂 '.repeat(70_000);
const longQuotes = '"\\'.repeat(500_000);
const longHalves = '\ud83d'.repeat(50_000);

/** Names that an object would already know. */
export const hostileKeys = [
  '',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'null',
  'undefined',
  'key'.repeat(3_334),
];

const hostile = [
  ...hostileKeys,
  ' ',
  '\t\r\n',
  'NaN',
  'Infinity',
  '-0',
  '1e999',
  '9'.repeat(400),
  '-1',
  'n/a',
  '\ud800',
  'half \udfff a pair \ud83d',
  'مرحبا بالعالم \u202e evil',
  'שלום',
  '日本語のテキスト',
  '👩‍👩‍👧‍👦 🚂 👍🏽',
  '\u0000\u0001\u001f\u007f\u0085\u2028\u2029\ufeff',
  'e\u0301 A\u0308 o\u0308',
  'İıŞş ŁÓDŹ Ünï ﬃ ß ẞ',
  '"}],{"a":"\\u0041\\',
  '${x} {{7*7}} <script>alert(1)</script>',
  "'; DROP TABLE leads; --",
  '=HYPERLINK("http://evil.example")',
  'a;b;c|d',
  '\n> quoted\n-----Original Message-----\nold words',
  '%00%0a',
];

const huge = [long, longForeign, longQuotes, longHalves];

/** A text as nobody should type it; now and then a megabyte of it. */
export function hostileText(dice: Dice): string {
  return dice.roll(400) === 399 ? dice.pick(huge) : dice.pick(hostile);
}

const letters = 'bcdfghjklmnpqrstvwxz';

/** A word that stands nowhere else, so that finding it somewhere proves a leak. */
export function uniqueWord(dice: Dice, length: number): string {
  return Array.from({ length }, () => dice.pick([...letters])).join('');
}
