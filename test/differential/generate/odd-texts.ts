import { Dice } from '../../property/generators/dice.ts';

/** What readers of typed text look for, cut at, or must not trip over. */
const pieces: readonly string[] = [
  ...[' ', '  ', '\t', '\n', '\u00a0', '\u3000', ',', ', ', ' , ', ';', '.', '-', '--', '+', '|', '/', '?', '#', ':'],
  ...[
    '@',
    ' @ ',
    '<',
    '>',
    '(',
    ')',
    '"',
    "'",
    '\\',
    '&',
    '_',
    '0',
    '12',
    '1e3',
    '%',
    '$1',
    '\\u0041',
    '\u0000',
    '\u007f',
  ],
  ...['://', 'http://', 'www.', 'mailto:', 'gmail.com', 'corp.example', 'co.uk', '.de', 'xn--'],
  ...[
    'a',
    'B',
    'DOE',
    'john',
    'é',
    'É',
    'ß',
    'ı',
    'İ',
    'ø',
    'Æ',
    'e\u0301',
    '\u0301',
    'ﬁ',
    '東',
    'Ж',
    '😀',
    '\ud83d',
    '\ude00',
  ],
  ...[
    'gmbh',
    'Inc',
    'Co',
    'KG',
    'S.A.',
    'A/S',
    'vice',
    'President',
    'Head of',
    'CEO',
    'info',
    'n/a',
    'none',
    'month',
    '3 months',
  ],
  ...[
    'asap',
    'United',
    'States',
    'USA',
    'Deutschland',
    'budget',
    'approved',
    '10k',
    '-----Original Message',
    '\n> ',
    '________',
  ],
];

/** Texts to call a function with, `count` for each call. The same every time: drawTexts(300, 2)[0] → two texts. */
export function drawTexts(calls: number, count: number, seed = 20_261_121): string[][] {
  const dice = new Dice(seed);
  return Array.from({ length: calls }, () => Array.from({ length: count }, () => drawText(dice)));
}

function drawText(dice: Dice): string {
  const length = dice.pick([0, 1, 1, 2, 2, 3, 4, 6]);
  return Array.from({ length }, () => dice.pick(pieces)).join('');
}
