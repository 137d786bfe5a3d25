import { printLong, type Int, type Long } from '../../../decide/model/number.ts';
import type { ScoreAttribute } from '../../../decide/model/scorecard.ts';
import { valueWords } from '../../../decide/model/value-words.ts';
import { missingBin, otherBin } from '../../../decide/score/score-attributes.ts';

/** A group of texts that history taught can hold hundreds; nobody reads more of them. */
const mostTexts = 3;

/** What a bin holds, as a reader says it. Position missingBin → "not known"; otherBin → "no listed value". */
export function binWords(attribute: ScoreAttribute, binPosition: Int): string {
  if (binPosition === missingBin) {
    return 'not known';
  }
  if (binPosition === otherBin) {
    return 'no listed value';
  }
  const { low, high, texts } = attribute.bins[binPosition]!;
  return texts.length === 0 ? rangeWords(low, high) : textsWords(texts);
}

/** rangeWords(50, 199) → "50 to 199"; rangeWords(200, null) → "200 or more"; rangeWords(7, 7) → "7". */
export function rangeWords(low: Long | null, high: Long | null): string {
  if (low === null) {
    return high === null ? 'any number' : `up to ${printLong(high)}`;
  }
  if (high === null) {
    return `${printLong(low)} or more`;
  }
  return low === high ? printLong(low) : `${printLong(low)} to ${printLong(high)}`;
}

/** textsWords(["us", "ca"]) → "us or ca"; of more than three the others are counted. */
export function textsWords(texts: readonly string[]): string {
  const shown = texts.slice(0, mostTexts).map(valueWords);
  const left = texts.length - shown.length;
  return left === 0 ? shown.join(' or ') : `${shown.join(', ')} or one of ${left} more`;
}
