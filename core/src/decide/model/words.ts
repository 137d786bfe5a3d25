import { foldUnit, isBlankUnit } from './fold.ts';
import type { Int } from './number.ts';
import { isPlainRun } from './plain-run.ts';
import { cutAtPlain, lowerPlain, wordsOfFolded, wordsOfPlain } from './text.ts';

/**
 * The folded words of a text, in order. Characters of scripts that are written without blanks stand as single words.
 * wordsOf("Hi, we'd like a Préis.") → ["hi","we","d","like","a","preis"].
 */
export function wordsOf(text: string): string[] {
  const runs = cutAtPlain(text);
  if (runs.length === 1 && isPlainRun(text)) {
    return wordsOfPlain(lowerPlain(text));
  }
  const parts: string[] = [];
  let before: string = '';
  for (const run of runs) {
    if (isPlainRun(run)) {
      parts.push(lowerPlain(run));
    } else {
      pushOthers(parts, run, before);
    }
    before = run;
  }
  return wordsOfFolded(parts.join(''));
}

/** What is not plain is folded by itself; a blank stands for each mark and around each character that is a word alone. */
function pushOthers(parts: string[], run: string, before: string): void {
  for (let place: Int = 0; place < run.length; place += 1) {
    const unit: Int = run.charCodeAt(place);
    if (isMark(unit)) {
      parts.push(' ');
    } else if (unit > 0x2fff && isWrittenWithoutBlanks(unit)) {
      parts.push(` ${run.substring(place, place + 1)} `);
    } else {
      parts.push(foldUnit(run, place, unit, before));
    }
  }
}

/** What stands between words beyond plain text: blanks, control characters, emoji, the punctuation of other scripts. */
function isMark(unit: Int): boolean {
  if (unit < 0xc0) {
    return true;
  }
  if (unit >= 0xd800 && unit <= 0xdfff) {
    return true;
  }
  return (unit >= 0x2000 && unit <= 0x206f) || (unit >= 0x3000 && unit <= 0x303f) || isBlankUnit(unit);
}

/** Kana, Han and fullwidth forms. */
function isWrittenWithoutBlanks(unit: Int): boolean {
  return (unit >= 0x3040 && unit <= 0x30ff) || (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xff00 && unit <= 0xffef);
}
