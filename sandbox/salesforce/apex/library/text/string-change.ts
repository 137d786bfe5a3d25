import { chargeCharacters, chargeParsedCharacters, madeText } from '../../run/meter.ts';
import { raise } from '../raise.ts';
import { isLower, isUpper, isWhitespace } from './java-character.ts';
import { lowerCodePoint, titleCodePoint, upperCodePoint } from './letter-case.ts';
import { ApexMatcher } from './pattern/apex-matcher.ts';
import { patternFromText } from './pattern/apex-pattern.ts';
import { refuseNull } from './refuse-null.ts';

/** The platform makes no longer text. */
const mostCharacters = 6_000_000;

function made(text: string): string {
  chargeCharacters(text.length);
  return madeText(text);
}

function checkLength(length: number): void {
  if (length > mostCharacters) {
    raise('System.StringException', `String length exceeds maximum: ${mostCharacters}`);
  }
}

function padding(length: number, fill: string): string {
  return fill.repeat(Math.ceil(length / fill.length)).slice(0, length);
}

function leftPad(text: string, length: number, fill: string): string {
  checkLength(length);
  return length <= text.length ? text : made(padding(length - text.length, fill === '' ? ' ' : fill) + text);
}

function rightPad(text: string, length: number, fill: string): string {
  checkLength(length);
  return length <= text.length ? text : made(text + padding(length - text.length, fill === '' ? ' ' : fill));
}

function center(text: string, length: number, fill: string): string {
  const missing = length - text.length;
  return missing <= 0 ? text : rightPad(leftPad(text, text.length + (missing >> 1), fill), length, fill);
}

function repeat(text: string, separator: string, times: number): string {
  if (times <= 0) {
    return '';
  }
  checkLength(text.length * times + separator.length * (times - 1));
  return made(text + (separator + text).repeat(times - 1));
}

/** Characters of Unicode are kept whole. */
function reverse(text: string): string {
  return made(Array.from(text).reverse().join(''));
}

function changeFirst(text: string, change: (codePoint: number) => number): string {
  const first = text.codePointAt(0);
  return first === undefined ? text : made(String.fromCodePoint(change(first)) + text.slice(first > 0xffff ? 2 : 1));
}

function swapCase(text: string): string {
  let swapped = '';
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    swapped += String.fromCodePoint(
      isUpper(codePoint) ? lowerCodePoint(codePoint) : isLower(codePoint) ? upperCodePoint(codePoint) : codePoint,
    );
  }
  return made(swapped);
}

/** Runs of white space become one space, a space that forbids a line break becomes an ordinary one, the ends are cut off. */
function normalizeSpace(text: string): string {
  let normal = '';
  let isAfterSpace = true;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (!isWhitespace(unit)) {
      normal += unit === 0xa0 ? ' ' : text.charAt(index);
      isAfterSpace = false;
    } else if (!isAfterSpace) {
      normal += ' ';
      isAfterSpace = true;
    }
  }
  return made(trim(normal));
}

/** Everything up to U+0020 counts as a space, as in Java. */
function trim(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text.charCodeAt(start) <= 32) {
    start++;
  }
  while (end > start && text.charCodeAt(end - 1) <= 32) {
    end--;
  }
  return text.slice(start, end);
}

function deleteWhitespace(text: string): string {
  let kept = '';
  for (let index = 0; index < text.length; index++) {
    if (!isWhitespace(text.charCodeAt(index))) {
      kept += text.charAt(index);
    }
  }
  return made(kept);
}

function replacePattern(text: string, expression: string, replacement: string, isFirstOnly: boolean): string {
  return new ApexMatcher(patternFromText(expression), text).replace(replacement, isFirstOnly);
}

/** `tr_TR` for Java is `tr-TR` here; a locale that is none has the rules that hold everywhere. */
function inLocale(locale: string, change: (tag: string | undefined) => string): string {
  try {
    return change(locale.replaceAll('_', '-'));
  } catch {
    return change(undefined);
  }
}

/** Methods of String that give a changed copy of it. */
export const changeMethods = refuseNull({
  'String capitalize()': (text: string) => changeFirst(text, titleCodePoint),
  'String center(Integer size)': (text: string, size: number) => center(text, size, ' '),
  'String center(Integer size, String singleString)': center,
  'String deleteWhitespace()': deleteWhitespace,
  'String leftPad(Integer length)': (text: string, length: number) => leftPad(text, length, ' '),
  'String leftPad(Integer length, String padStr)': leftPad,
  'String normalizeSpace()': normalizeSpace,
  'String repeat(Integer numberOfTimes)': (text: string, times: number) => repeat(text, '', times),
  'String repeat(String separator, Integer numberOfTimes)': repeat,
  'String replace(String target, String replacement)': (text: string, target: string, replacement: string) => {
    chargeCharacters(text.length);
    return made(text.replaceAll(target, () => replacement));
  },
  'String replaceAll(String regExp, String replacement)': (text: string, expression: string, replacement: string) =>
    replacePattern(text, expression, replacement, false),
  'String replaceFirst(String regExp, String replacement)': (text: string, expression: string, replacement: string) =>
    replacePattern(text, expression, replacement, true),
  'String reverse()': reverse,
  'String rightPad(Integer length)': (text: string, length: number) => rightPad(text, length, ' '),
  'String rightPad(Integer length, String padStr)': rightPad,
  'String stripHtmlTags()': (text: string) => {
    chargeParsedCharacters(text.length);
    return made(text.replace(/<[^>]*>/g, ''));
  },
  'String swapCase()': swapCase,
  'String toLowerCase()': (text: string) => made(text.toLowerCase()),
  'String toLowerCase(String locale)': (text: string, locale: string) =>
    made(inLocale(locale, (tag) => text.toLocaleLowerCase(tag ?? 'und'))),
  'String toUpperCase()': (text: string) => made(text.toUpperCase()),
  'String toUpperCase(String locale)': (text: string, locale: string) =>
    made(inLocale(locale, (tag) => text.toLocaleUpperCase(tag ?? 'und'))),
  'String trim()': (text: string) => made(trim(text)),
  'String uncapitalize()': (text: string) => changeFirst(text, lowerCodePoint),
});
