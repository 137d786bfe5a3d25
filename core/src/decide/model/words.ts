import { fold, isBlankUnit } from './fold.ts';
import type { Int } from './number.ts';
import { isPlain, lowerPlain, splitText, wordsOfPlain } from './text.ts';

/**
 * The folded words of a text, in order. Characters of scripts that are written without blanks stand as single words.
 * wordsOf("Hi, we'd like a Préis.") → ["hi","we","d","like","a","preis"].
 */
export function wordsOf(text: string): string[] {
  if (isPlain(text)) {
    return wordsOfPlain(lowerPlain(text));
  }
  return wordsOfAny(text);
}

function wordsOfAny(text: string): string[] {
  const parts: string[] = [];
  for (let place: Int = 0; place < text.length; place += 1) {
    const unit: Int = text.charCodeAt(place);
    if (isBlankUnit(unit) || isMark(unit)) {
      parts.push(' ');
    } else if (isWrittenWithoutBlanks(unit)) {
      parts.push(` ${text.substring(place, place + 1)} `);
    } else {
      parts.push(text.substring(place, place + 1));
    }
  }
  const words: string[] = [];
  for (const word of splitText(fold(parts.join('')), ' ')) {
    if (word.length > 0) {
      words.push(word);
    }
  }
  return words;
}

/** ASCII that is neither letter nor digit, and the punctuation of other scripts. */
function isMark(unit: Int): boolean {
  if (unit < 128) {
    const isDigit = unit >= 48 && unit <= 57;
    const isUpper = unit >= 65 && unit <= 90;
    const isLower = unit >= 97 && unit <= 122;
    return !isDigit && !isUpper && !isLower;
  }
  return (unit >= 0xa1 && unit <= 0xbf) || (unit >= 0x2010 && unit <= 0x205e) || (unit >= 0x3001 && unit <= 0x303f);
}

/** Kana, Han and fullwidth forms. */
function isWrittenWithoutBlanks(unit: Int): boolean {
  return (unit >= 0x3040 && unit <= 0x30ff) || (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xff00 && unit <= 0xffef);
}
