/**
 * Whole-text operations that a platform has built in. Each has one meaning, pinned by test/cases/text: no locale, no
 * Unicode version. This file and number.ts are written by hand on every platform; everything else is written once.
 */
import type { Int } from './number.ts';

const plain = /^[\t\n\r\x20-\x7e]*$/;
const printable = /^[\x20-\x7e]*$/;
const needsNoEscape = /^[\x20\x21\x23-\x5b\x5d-\x7e]*$/;

/** Whether every character is ASCII: printable, tab or line break. isPlain("a\nb") → true; isPlain("é") → false. */
export function isPlain(text: string): boolean {
  return plain.test(text);
}

/** Whether every character is printable ASCII, space to tilde. isPrintable("a b") → true; isPrintable("a\nb") → false. */
export function isPrintable(text: string): boolean {
  return printable.test(text);
}

/** Whether the text can stand in a JSON string as it is. isQuotable('a"b') → false. */
export function isQuotable(text: string): boolean {
  return needsNoEscape.test(text);
}

/** A to Z become a to z in a plain text (see isPlain). lowerPlain("ACME Inc") → "acme inc". */
export function lowerPlain(text: string): string {
  return text.toLowerCase();
}

/** a to z become A to Z in a plain text. upperPlain("us") → "US". */
export function upperPlain(text: string): string {
  return text.toUpperCase();
}

/** A text without blanks, tabs and line breaks at its ends, and with one blank for each run inside. No others count as blank. */
export function squeezePlain(text: string): string {
  return text.replace(/[\t\n\r ]+/g, ' ').replace(/^ | $/g, '');
}

/** The runs of a-z and 0-9 in a plain lower-case text, in order. wordsOfPlain("hi, it's 5pm") → ["hi","it","s","5pm"]. */
export function wordsOfPlain(text: string): string[] {
  return text.match(/[a-z0-9]+/g) ?? [];
}

/**
 * The runs of a-z, 0-9 and of all that is not ASCII, in order. What else is not a letter must be ASCII by now.
 * wordsOfFolded("grüße 5") → ["grüße", "5"].
 */
export function wordsOfFolded(text: string): string[] {
  return text.match(/[a-z0-9\u0080-\uffff]+/g) ?? [];
}

/** A text cut where plain characters and others meet. cutAtPlain("aéb") → ["a","é","b"]; cutAtPlain("") → []. */
export function cutAtPlain(text: string): string[] {
  return text.match(/[\t\n\r\x20-\x7e]+|[^\t\n\r\x20-\x7e]+/g) ?? [];
}

/** Every unit as \uXXXX with small letters. escapeUnits("é") → "\\u00e9". */
export function escapeUnits(text: string): string {
  const parts: string[] = [];
  for (let place = 0; place < text.length; place += 1) {
    parts.push(`\\u${text.charCodeAt(place).toString(16).padStart(4, '0')}`);
  }
  return parts.join('');
}

/** Whether no surrogate stands alone, so that every platform and every UTF-8 writer sees the same text. */
export function isWellFormed(text: string): boolean {
  return text.isWellFormed();
}

/** The text of UTF-16 code units. textOfUnits([72, 105]) → "Hi". */
export function textOfUnits(units: Int[]): string {
  if (units.length < 8192) {
    return String.fromCharCode(...units);
  }
  const parts: string[] = [];
  for (let start = 0; start < units.length; start += 8192) {
    parts.push(String.fromCharCode(...units.slice(start, start + 8192)));
  }
  return parts.join('');
}

/** Every occurrence of a fixed piece replaced. replaceText("a.b.c", ".", "-") → "a-b-c". */
export function replaceText(text: string, piece: string, replacement: string): string {
  return text.includes(piece) ? text.split(piece).join(replacement) : text;
}

/** Cut at every occurrence of a fixed separator; empty parts stay. splitText("a;;b", ";") → ["a","","b"]. */
export function splitText(text: string, separator: string): string[] {
  return text.split(separator);
}

/** Order by UTF-16 code unit: negative, 0 or positive. compareText("B", "a") → negative. */
export function compareText(one: string, other: string): Int {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The positions of the texts in code-unit order; equal texts keep their order. orderTexts(["b","a"]) → [1, 0]. */
export function orderTexts(texts: string[]): Int[] {
  const order: Int[] = [];
  for (let position = 0; position < texts.length; position += 1) {
    order.push(position);
  }
  return order.sort((one, other) => compareText(texts[one]!, texts[other]!) || one - other);
}
