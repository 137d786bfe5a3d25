import { chargeCharacters, chargeElements, chargeParsedCharacters, madeText } from '../../run/meter.ts';
import { integerType, listOf, stringType } from '../../types/apex-type.ts';
import { ApexList } from '../collection/apex-list.ts';
import { raise } from '../raise.ts';
import { categoryOf } from './java-character.ts';
import { splitText } from './pattern/split-text.ts';
import { refuseNull } from './refuse-null.ts';

const listOfStrings = listOf(stringType);
const listOfIntegers = listOf(integerType);

/** A List<String>: textList(['a', 'b']). */
export function textList(texts: string[]): ApexList {
  chargeElements(texts.length);
  return new ApexList(listOfStrings, texts);
}

function checkIndex(index: number, least: number, most: number): void {
  if (index < least || index > most) {
    raise('System.StringException', `String index out of range: ${index}`);
  }
}

function codePointBefore(text: string, index: number): number {
  checkIndex(index, 1, text.length);
  const pair = index >= 2 ? (text.codePointAt(index - 2) ?? 0) : 0;
  return pair > 0xffff ? pair : text.charCodeAt(index - 1);
}

function codePointCount(text: string, start: number, end: number): number {
  checkIndex(start, 0, text.length);
  checkIndex(end, start, text.length);
  chargeCharacters(end - start);
  return Array.from(text.slice(start, end)).length;
}

function offsetByCodePoints(text: string, index: number, offset: number): number {
  checkIndex(index, 0, text.length);
  let at = index;
  for (let left = Math.abs(offset); left > 0; left--) {
    const codePoint = offset > 0 ? (text.codePointAt(at) ?? 0) : at > 0 ? codePointBefore(text, at) : 0;
    at += Math.sign(offset) * (codePoint > 0xffff ? 2 : 1);
    checkIndex(at, 0, text.length);
  }
  return at;
}

/** Runs of characters of one kind; in camel case the last capital before small letters belongs to these. */
function splitByType(text: string, isCamelCase: boolean): ApexList {
  chargeParsedCharacters(text.length);
  const parts: string[] = [];
  let start = 0;
  let category = text === '' ? '' : categoryOf(text.charCodeAt(0));
  for (let index = 1; index < text.length; index++) {
    const next = categoryOf(text.charCodeAt(index));
    if (next === category) {
      continue;
    }
    const end = isCamelCase && next === 'Ll' && category === 'Lu' ? index - 1 : index;
    if (end > start) {
      parts.push(madeText(text.slice(start, end)));
      start = end;
    }
    category = next;
  }
  if (text !== '') {
    parts.push(madeText(text.slice(start)));
  }
  return textList(parts);
}

function fromCharacters(list: ApexList): string {
  chargeElements(list.items.length);
  return madeText(list.items.map((each) => String.fromCharCode((each ?? 0) as number)).join(''));
}

/** Methods of String that give single characters or cut it up. */
export const characterMethods = refuseNull({
  'Integer charAt(Integer index)': (text: string, index: number) => {
    checkIndex(index, 0, text.length - 1);
    return text.charCodeAt(index);
  },
  'Integer codePointAt(Integer index)': (text: string, index: number) => {
    checkIndex(index, 0, text.length - 1);
    return text.codePointAt(index);
  },
  'Integer codePointBefore(Integer index)': codePointBefore,
  'Integer codePointCount(Integer beginIndex, Integer endIndex)': codePointCount,
  'List<Integer> getChars()': (text: string) => {
    chargeElements(text.length);
    return new ApexList(
      listOfIntegers,
      Array.from({ length: text.length }, (_, index) => text.charCodeAt(index)),
    );
  },
  'Integer length()': (text: string) => text.length,
  'Integer offsetByCodePoints(Integer index, Integer codePointOffset)': offsetByCodePoints,
  'List<String> split(String regExp)': (text: string, expression: string) => textList(splitText(text, expression, 0)),
  'List<String> split(String regExp, Integer limit)': (text: string, expression: string, limit: number) =>
    textList(splitText(text, expression, limit)),
  'List<String> splitByCharacterType()': (text: string) => splitByType(text, false),
  'List<String> splitByCharacterTypeCamelCase()': (text: string) => splitByType(text, true),
});

/** Static methods of String that make one of characters. */
export const characterStatics = refuseNull({ 'String fromCharArray(List<Integer> charArray)': fromCharacters });
