import { fold, isBlankUnit } from './fold.ts';
import type { Int } from './number.ts';
import { isPlain, lowerPlain, wordsOfPlain } from './text.ts';

/**
 * The folded words of a text, in order. Characters of scripts that are written without blanks stand as single words.
 * wordsOf("Hi, we'd like a Préis.") → ["hi","we","d","like","a","preis"].
 */
export function wordsOf(text: string): string[] {
  if (isPlain(text)) {
    return wordsOfPlain(lowerPlain(text));
  }
  const words: string[] = [];
  let start: Int = 0;
  for (let place: Int = 0; place < text.length; place += 1) {
    const unit: Int = text.charCodeAt(place);
    const isAlone = unit > 0x2fff && isWrittenWithoutBlanks(unit);
    if (isAlone || isMark(unit)) {
      pushWord(words, text, start, place);
      start = place + 1;
      if (isAlone) {
        words.push(text.substring(place, place + 1));
      }
    }
  }
  pushWord(words, text, start, text.length);
  return words;
}

function pushWord(words: string[], text: string, start: Int, stop: Int): void {
  if (stop > start) {
    words.push(fold(text.substring(start, stop)));
  }
}

/** What stands between words: blanks, ASCII that is neither letter nor digit, emoji, the punctuation of other scripts. */
function isMark(unit: Int): boolean {
  if (unit < 128) {
    const isDigit = unit >= 48 && unit <= 57;
    const isUpper = unit >= 65 && unit <= 90;
    const isLower = unit >= 97 && unit <= 122;
    return !isDigit && !isUpper && !isLower;
  }
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
