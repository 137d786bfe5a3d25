import type { Int } from './number.ts';
import { isPlainRun } from './plain-run.ts';
import { cutAtPlain, escapeUnits, isPrintable, isQuotable, replaceText, textOfUnits } from './text.ts';

const smallestPrintable: Int = 0x20;
const largestPrintable: Int = 0x7e;
const quoteUnit: Int = 0x22;
const backslashUnit: Int = 0x5c;

/**
 * A text as a JSON string of printable ASCII: `"` and `\` behind a backslash, everything else outside space..tilde as
 * \uXXXX. There is one way to write each text, so equal texts have equal bytes.
 *
 * quote('say "é"') → "say \"\u00e9\"" with the quotes around it.
 */
export function quote(text: string): string {
  if (isQuotable(text)) {
    return `"${text}"`;
  }
  const parts: string[] = ['"'];
  for (const run of cutAtPlain(text)) {
    parts.push(isPlainRun(run) ? escapePlain(run) : escapeUnits(run));
  }
  parts.push('"');
  return parts.join('');
}

/** In a plain text only five characters need an escape, and whole-text replacing is far faster than walking it. */
function escapePlain(text: string): string {
  if (isQuotable(text)) {
    return text;
  }
  const slashed = replaceText(replaceText(text, '\\', '\\\\'), '"', '\\"');
  return replaceText(replaceText(replaceText(slashed, '\n', '\\u000a'), '\r', '\\u000d'), '\t', '\\u0009');
}

/** Null, or the text as quote writes it. */
export function quoteOrNull(text: string | null): string {
  return text === null ? 'null' : quote(text);
}

/** How many characters quote would write for one unit, without the surrounding quotes. */
export function writtenLength(unit: Int): Int {
  if (unit === quoteUnit || unit === backslashUnit) {
    return 2;
  }
  return unit >= smallestPrintable && unit <= largestPrintable ? 1 : 6;
}

/** How many characters quote would write for a text, without the surrounding quotes. */
export function writtenSize(text: string): Int {
  if (isQuotable(text)) {
    return text.length;
  }
  let written: Int = 0;
  for (const run of cutAtPlain(text)) {
    written += sizeOfRun(run);
  }
  return written;
}

/** Outside of plain text there is nothing that quote would not escape. */
function sizeOfRun(run: string): Int {
  return isPlainRun(run) ? escapePlain(run).length : run.length * 6;
}

/**
 * The longest beginning of a text that quote writes in at most so many characters. Never half of a surrogate pair.
 *
 * clipWritten("aéb", 7) → "aé"; clipWritten("aéb", 6) → "a".
 */
export function clipWritten(text: string, most: Int): string {
  if (text.length <= most && isQuotable(text)) {
    return text;
  }
  if (isPrintable(text) && text.length * 2 <= most) {
    return text;
  }
  let room: Int = most;
  let start: Int = 0;
  for (const run of cutAtPlain(text)) {
    const size: Int = sizeOfRun(run);
    if (size > room) {
      return text.substring(0, start + clipRun(run, room));
    }
    room -= size;
    start += run.length;
  }
  return text;
}

/** How many units of a run fit. */
function clipRun(run: string, room: Int): Int {
  let written: Int = 0;
  for (let place: Int = 0; place < run.length; place += 1) {
    const unit: Int = run.charCodeAt(place);
    written += writtenLength(unit);
    if (written > room) {
      return isLowSurrogate(unit) && place > 0 ? place - 1 : place;
    }
  }
  return run.length;
}

function isLowSurrogate(unit: Int): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

function isHighSurrogate(unit: Int): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

/** Every surrogate that stands alone becomes U+FFFD. mendSurrogates("a\ud800b") → "a\ufffdb". */
export function mendSurrogates(text: string): string {
  const units: Int[] = [];
  for (let place: Int = 0; place < text.length; place += 1) {
    const unit: Int = text.charCodeAt(place);
    const isPaired = isHighSurrogate(unit) && place + 1 < text.length && isLowSurrogate(text.charCodeAt(place + 1));
    if (isPaired) {
      units.push(unit);
      place += 1;
      units.push(text.charCodeAt(place));
    } else if (isHighSurrogate(unit) || isLowSurrogate(unit)) {
      units.push(0xfffd);
    } else {
      units.push(unit);
    }
  }
  return textOfUnits(units);
}
