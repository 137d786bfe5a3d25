import { chargeCharacters, chargeElements, madeText } from '../../run/meter.ts';
import { hashOfText } from '../../run/values-hash.ts';
import type { Members } from '../define.ts';
import { raise } from '../raise.ts';
import type { ApexList } from '../collection/apex-list.ts';
import { ApexId, readId } from './apex-id.ts';
import { foldText } from './letter-case.ts';
import { refuseNull } from './refuse-null.ts';

/** As Java does: the difference of the first units that differ, or of the lengths. compareUnits('a', 'c') → -2. */
function compareUnits(one: string, other: string): number {
  const length = Math.min(one.length, other.length);
  chargeCharacters(length);
  for (let index = 0; index < length; index++) {
    const difference = one.charCodeAt(index) - other.charCodeAt(index);
    if (difference !== 0) {
      return difference;
    }
  }
  return one.length - other.length;
}

function indexOfDifference(one: string, other: string): number {
  const length = Math.min(one.length, other.length);
  let index = 0;
  while (index < length && one.charCodeAt(index) === other.charCodeAt(index)) {
    index++;
  }
  chargeCharacters(index);
  return index === one.length && index === other.length ? -1 : index;
}

/** How many characters must be put in, taken out or changed: levenshteinDistance('gumbo', 'gambol') → 2. */
function levenshteinDistance(one: string, other: string): number {
  chargeElements(one.length * other.length);
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const changed = (row[j - 1] ?? 0) + (one.charCodeAt(i - 1) === other.charCodeAt(j - 1) ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

function distanceWithin(one: string, other: string, threshold: number): number {
  if (threshold < 0) {
    raise('System.IllegalArgumentException', 'Threshold must not be negative');
  }
  const distance = Math.abs(one.length - other.length) > threshold ? Infinity : levenshteinDistance(one, other);
  return distance <= threshold ? distance : -1;
}

function equalsValue(text: string, other: unknown): boolean {
  if (typeof other === 'string') {
    chargeCharacters(text.length);
    return text === other;
  }
  return other instanceof ApexId && other.value === readId(text);
}

function commonPrefix(list: ApexList): string {
  const texts = list.items.map((each) => (each ?? '') as string);
  chargeElements(texts.length);
  let prefix = texts[0] ?? '';
  for (const text of texts) {
    const index = indexOfDifference(prefix, text);
    prefix = index < 0 ? prefix : prefix.slice(0, index);
  }
  return madeText(prefix);
}

/** Methods of String that set it against another. */
export const compareMethods: Members = {
  'Boolean equals(Object stringOrId)': equalsValue,
  'Boolean equalsIgnoreCase(String secondString)': (text: string, other: string | null) => {
    if (other === null || text.length !== other.length) {
      return false;
    }
    chargeCharacters(text.length);
    return text === other || foldText(text) === foldText(other);
  },
  ...refuseNull({
    'Integer compareTo(String secondString)': compareUnits,
    'String difference(String secondString)': (text: string, other: string) => {
      const index = indexOfDifference(text, other);
      return madeText(index < 0 ? '' : other.slice(index));
    },
    'Integer getLevenshteinDistance(String stringToCompare)': levenshteinDistance,
    'Integer getLevenshteinDistance(String stringToCompare, Integer threshold)': distanceWithin,
    'Integer hashCode()': (text: string) => {
      chargeCharacters(text.length);
      return hashOfText(text);
    },
    'Integer indexOfDifference(String stringToCompare)': indexOfDifference,
  }),
};

/** Static methods of String that set texts against each other. */
export const compareStatics: Members = refuseNull({ 'String getCommonPrefix(List<String> strings)': commonPrefix });
