import { chargeCharacters } from '../../run/meter.ts';
import { foldText } from './letter-case.ts';
import { allUnits, isWhitespace } from './java-character.ts';
import { refuseNull } from './refuse-null.ts';

function indexOf(text: string, searched: string, from: number): number {
  const found = text.indexOf(searched, from);
  chargeCharacters((found < 0 ? text.length : found + searched.length) - Math.max(0, Math.min(from, text.length)));
  return found;
}

function lastIndexOf(text: string, searched: string, from: number): number {
  chargeCharacters(text.length);
  return from < 0 ? -1 : text.lastIndexOf(searched, from);
}

function indexOfIgnoringCase(text: string, searched: string, from: number): number {
  const start = Math.max(0, from);
  chargeCharacters(text.length);
  return start > text.length - searched.length ? -1 : foldText(text).indexOf(foldText(searched), start);
}

function lastIndexOfIgnoringCase(text: string, searched: string, from: number): number {
  chargeCharacters(text.length);
  return from < 0 ? -1 : foldText(text).lastIndexOf(foldText(searched), from);
}

/** Characters of Unicode, not halves of them. */
function characterSet(characters: string): Set<string> {
  chargeCharacters(characters.length);
  return new Set(characters);
}

function indexOfAny(text: string, wanted: (character: string) => boolean): number {
  let index = 0;
  for (const character of text) {
    if (wanted(character)) {
      chargeCharacters(index);
      return index;
    }
    index += character.length;
  }
  chargeCharacters(text.length);
  return -1;
}

function countMatches(text: string, searched: string): number {
  chargeCharacters(text.length);
  let count = 0;
  if (searched !== '') {
    for (let at = text.indexOf(searched); at >= 0; at = text.indexOf(searched, at + searched.length)) {
      count++;
    }
  }
  return count;
}

/** Methods of String that look for something in it. */
export const searchMethods = refuseNull({
  'Boolean contains(String substring)': (text: string, searched: string) => indexOf(text, searched, 0) >= 0,
  'Boolean containsAny(String inputString)': (text: string, characters: string) => {
    const wanted = characterSet(characters);
    return indexOfAny(text, (each) => wanted.has(each)) >= 0;
  },
  'Boolean containsIgnoreCase(String substring)': (text: string, searched: string) =>
    indexOfIgnoringCase(text, searched, 0) >= 0,
  'Boolean containsNone(String inputString)': (text: string, characters: string) => {
    const refused = characterSet(characters);
    return indexOfAny(text, (each) => refused.has(each)) < 0;
  },
  'Boolean containsOnly(String inputString)': (text: string, characters: string) => {
    const allowed = characterSet(characters);
    return indexOfAny(text, (each) => !allowed.has(each)) < 0;
  },
  'Boolean containsWhitespace()': (text: string) => {
    chargeCharacters(text.length);
    return !allUnits(text, (unit) => !isWhitespace(unit));
  },
  'Integer countMatches(String substring)': countMatches,
  'Boolean endsWith(String suffix)': (text: string, suffix: string) => {
    chargeCharacters(suffix.length);
    return text.endsWith(suffix);
  },
  'Boolean endsWithIgnoreCase(String suffix)': (text: string, suffix: string) => {
    chargeCharacters(suffix.length);
    return text.length >= suffix.length && foldText(text.slice(text.length - suffix.length)) === foldText(suffix);
  },
  'Integer indexOf(String substring)': (text: string, searched: string) => indexOf(text, searched, 0),
  'Integer indexOf(String substring, Integer index)': indexOf,
  'Integer indexOfAny(String substring)': (text: string, characters: string) => {
    const wanted = characterSet(characters);
    return indexOfAny(text, (each) => wanted.has(each));
  },
  'Integer indexOfAnyBut(String substring)': (text: string, characters: string) => {
    const others = characterSet(characters);
    return others.size === 0 ? -1 : indexOfAny(text, (each) => !others.has(each));
  },
  'Integer indexOfChar(Integer character)': (text: string, character: number) =>
    indexOf(text, String.fromCodePoint(character), 0),
  'Integer indexOfChar(Integer character, Integer startIndex)': (text: string, character: number, start: number) =>
    indexOf(text, String.fromCodePoint(character), start),
  'Integer indexOfIgnoreCase(String substring)': (text: string, searched: string) =>
    indexOfIgnoringCase(text, searched, 0),
  'Integer indexOfIgnoreCase(String substring, Integer startPosition)': indexOfIgnoringCase,
  'Integer lastIndexOf(String substring)': (text: string, searched: string) => lastIndexOf(text, searched, text.length),
  'Integer lastIndexOf(String substring, Integer endPosition)': lastIndexOf,
  'Integer lastIndexOfChar(Integer character)': (text: string, character: number) =>
    lastIndexOf(text, String.fromCodePoint(character), text.length),
  'Integer lastIndexOfChar(Integer character, Integer endIndex)': (text: string, character: number, end: number) =>
    lastIndexOf(text, String.fromCodePoint(character), end),
  'Integer lastIndexOfIgnoreCase(String substring)': (text: string, searched: string) =>
    lastIndexOfIgnoringCase(text, searched, text.length),
  'Integer lastIndexOfIgnoreCase(String substring, Integer endPosition)': lastIndexOfIgnoringCase,
  'Boolean startsWith(String prefix)': (text: string, prefix: string) => {
    chargeCharacters(prefix.length);
    return text.startsWith(prefix);
  },
  'Boolean startsWithIgnoreCase(String prefix)': (text: string, prefix: string) => {
    chargeCharacters(prefix.length);
    return text.length >= prefix.length && foldText(text.slice(0, prefix.length)) === foldText(prefix);
  },
});
