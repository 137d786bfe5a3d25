import { fold, squeeze } from '../model/fold.ts';
import type { Int } from '../model/number.ts';
import { isPlain, lowerPlain, replaceText, splitText, upperPlain } from '../model/text.ts';

/** What people type where they have nothing to say. */
const fillerWords: string[] = [
  '-',
  '--',
  '.',
  '..',
  '...',
  '?',
  'n/a',
  'na',
  'n.a.',
  'none',
  'null',
  'nil',
  'unknown',
  'test',
  'testing',
  'asdf',
  'qwerty',
  'xxx',
  'xx',
  'x',
  'tbd',
  'keine',
  'nothing',
  'no',
  'self',
  '0',
];

const fillers: Map<string, boolean> = mapOf(fillerWords);

function mapOf(words: string[]): Map<string, boolean> {
  const index = new Map<string, boolean>();
  for (const word of words) {
    index.set(word, true);
  }
  return index;
}

/** Whether a typed value only fills the box. isFiller(" N/A ") → true. */
export function isFiller(text: string): boolean {
  const folded = fold(text);
  return folded.length === 0 || fillers.has(folded);
}

/** As typed with blanks tidied; null when it says nothing. known("  n/a ") → null; known(" Lyon ") → "Lyon". */
export function known(text: string | null): string | null {
  if (text === null || isFiller(text)) {
    return null;
  }
  return squeeze(text);
}

/** The same, folded for comparing. knownFolded(" Île-de-France ") → "ile-de-france". */
export function knownFolded(text: string | null): string | null {
  if (text === null) {
    return null;
  }
  const folded = fold(text);
  return folded.length === 0 || fillers.has(folded) ? null : folded;
}

export type PersonName = { firstName: string | null; lastName: string | null };

/**
 * A person's name in two parts. A whole name typed into the first box is cut at its last blank; "Ruiz, Ana" is turned
 * round; shouting and whispering become ordinary capitals, names already mixed stay as their owners write them.
 */
export function cleanPersonName(first: string | null, last: string | null): PersonName {
  const firstKnown = known(first);
  const lastKnown = known(last);
  if (firstKnown !== null && lastKnown === null) {
    return splitWholeName(firstKnown);
  }
  return { firstName: capitals(firstKnown), lastName: capitals(lastKnown) };
}

function splitWholeName(whole: string): PersonName {
  const comma: Int = whole.indexOf(', ');
  if (comma > 0) {
    return {
      firstName: capitals(squeeze(whole.substring(comma + 2))),
      lastName: capitals(squeeze(whole.substring(0, comma))),
    };
  }
  const blank: Int = whole.lastIndexOf(' ');
  if (blank < 0) {
    return { firstName: capitals(whole), lastName: null };
  }
  return { firstName: capitals(whole.substring(0, blank)), lastName: capitals(whole.substring(blank + 1)) };
}

function capitals(name: string | null): string | null {
  if (name === null || !isPlain(name)) {
    return name;
  }
  const lower = lowerPlain(name);
  if (name !== lower && name !== upperPlain(name)) {
    return name;
  }
  const parts: string[] = [];
  for (const part of splitText(lower, ' ')) {
    parts.push(upperPlain(part.substring(0, 1)) + part.substring(1));
  }
  return parts.join(' ');
}

/** Words that say what kind of company it is, not which. */
const legalFormWords: string[] = [
  'inc',
  'incorporated',
  'corp',
  'corporation',
  'co',
  'company',
  'llc',
  'llp',
  'lp',
  'ltd',
  'limited',
  'plc',
  'gmbh',
  'ag',
  'kg',
  'ug',
  'se',
  'mbh',
  'ohg',
  'sa',
  'sas',
  'sarl',
  'srl',
  'spa',
  'sl',
  'slu',
  'bv',
  'nv',
  'ab',
  'as',
  'aps',
  'oy',
  'oyj',
  'sp',
  'zoo',
  'zo',
  'o',
  'z',
  'kft',
  'pty',
  'pte',
  'ltda',
  'holding',
  'holdings',
  'group',
  'the',
  'and',
  'und',
  'et',
];
const legalForms: Map<string, boolean> = mapOf(legalFormWords);

/**
 * The company's name for comparing: folded, without punctuation and legal form. Null when nothing is left.
 *
 * companyKey("The Müller & Söhne GmbH") → "mueller soehne"; companyKey("Acme, Inc.") → "acme".
 */
export function companyKey(typed: string | null): string | null {
  const folded = knownFolded(typed);
  if (folded === null) {
    return null;
  }
  const kept: string[] = [];
  for (const word of companyWords(folded)) {
    if (!legalForms.has(word)) {
      kept.push(word);
    }
  }
  return kept.length === 0 ? folded : kept.join(' ');
}

function companyWords(folded: string): string[] {
  let text = replaceText(replaceText(replaceText(folded, '.', ''), "'", ''), '"', '');
  for (const separator of ['&', ',', '-', '/', '+']) {
    text = replaceText(text, separator, ' ');
  }
  const words: string[] = [];
  for (const word of splitText(text, ' ')) {
    if (word.length > 0) {
      words.push(word);
    }
  }
  return words;
}
