import type { Dice } from '../../property/generators/dice.ts';
import { hostileText } from '../../property/generators/texts.ts';

/** Labels and names as people give them, within what a policy allows: no control character and no half of a pair. */
const labels: readonly string[] = [
  'East enterprise',
  'a "quoted" \\ label',
  "O'Neil & Söhne",
  'Größe ẞ ß',
  'İstanbul ı',
  'e\u0301 A\u0308 o\u0308 combining',
  'שלום עולם',
  '日本語 ラベル',
  '🚂 rail 👩‍👩‍👧',
  'line\u2028separator\u2029end',
  'zero\u200bwidth\ufeff',
  '\u00a0no-break ends\u00a0',
  '<b>&amp;</b>',
  '{0} {at:1} ${x} %s',
  'null',
  'x'.repeat(120),
  '𝒳 beyond the plane',
  ' ',
];

/** Values of conditions and bins beyond those that a field is known to take. */
const oddTexts: readonly string[] = [
  'gold',
  'Größe',
  'straße',
  'İzmir',
  'ılık',
  'e\u0301clair',
  'ﬃ',
  'ΟΔΟΣ',
  '日本',
  '🚂',
  'two  blanks',
  ' at the ends ',
  "it's",
  'say "so"',
  'back\\slash',
  'per|cent%',
  'none',
  '0',
  '-1',
  'yes',
  'true',
];

/** A label of a policy, plain as a rule. */
export function drawLabel(dice: Dice, plain: string): string {
  return dice.chance(70) ? plain : dice.pick(labels);
}

/** A value that a condition or a bin may name though no lead need have it. */
export function drawOddText(dice: Dice): string {
  return dice.pick(oddTexts);
}

/** The longest text that a field of a CRM can hold. */
const longestText = 131_072;

/** A text as nobody should type it, as long as a field can hold at most. */
export function drawUnsoundText(dice: Dice): string {
  return withinField(dice, hostileText(dice));
}

/** A text cut to what a field can hold, and often to just about the room that a record has for it. */
export function withinField(dice: Dice, text: string): string {
  return text.length > longestText ? text.slice(0, dice.pick([2_599, 2_600, 2_601, 32_768, longestText])) : text;
}

const accents: Readonly<Record<string, string>> = { a: 'á', e: 'ê', i: 'ï', o: 'ø', u: 'ů', c: 'ç', n: 'ñ', s: 'š' };

/** Texts that are the same to some way of comparing and not to another. */
export function nearTexts(text: string): string[] {
  const accented = text.replace(/[aeioucns]/i, (letter) => accents[letter.toLowerCase()]!);
  return [
    text,
    text.toUpperCase(),
    text.slice(0, 1).toUpperCase() + text.slice(1),
    accented,
    text.replace(/[aou]/, (letter) => `${letter}\u0308`),
    text.replace(/i/, 'İ'),
    text.replace(/i/, 'ı'),
    text.replace(/ss/, 'ß'),
    text.replace(/ae/, 'ä').replace(/oe/, 'ö').replace(/ue/, 'ü'),
    ` \t${text}\u00a0\n`,
    text.replace(/ /, '  '),
    text.replace(/(.)$/u, '\u200b$1'),
    `${text}x`,
    `x${text}`,
    `${text} ${text}`,
    text.slice(0, -1),
    text.slice(1),
    `${text}\ud800`,
    `\udc00${text}`,
    `${text}\u0000`,
    `${text}🚂`,
  ];
}
