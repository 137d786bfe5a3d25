import { chargeCharacters, madeText } from '../../../run/meter.ts';
import { ApexMatcher } from './apex-matcher.ts';
import { mostReads, raiseTooComplicated } from './match-state.ts';
import { type ApexPattern, patternFromText, plainTextOf } from './apex-pattern.ts';

/**
 * A text cut at the matches of an expression: splitText('a,b,', ',', 0) → ["a", "b"]. A limit above 0 is the most there may
 * be; 0 drops empty texts at the end, a negative limit keeps them.
 */
export function splitText(text: string, expression: string, limit: number): string[] {
  const plain = plainTextOf(expression);
  return plain === null || plain === ''
    ? splitByPattern(text, patternFromText(expression), limit)
    : finishSplit(text, splitAtText(text, plain, limit), limit);
}

function splitAtText(text: string, separator: string, limit: number): string[] {
  chargeCharacters(text.length);
  if (text.length > mostReads) {
    raiseTooComplicated();
  }
  const parts = text.split(separator);
  return limit > 0 && parts.length > limit
    ? [...parts.slice(0, limit - 1), parts.slice(limit - 1).join(separator)]
    : parts;
}

/** As splitText does, by a compiled expression. */
export function splitByPattern(text: string, pattern: ApexPattern, limit: number): string[] {
  const parts: string[] = [];
  const matcher = new ApexMatcher(pattern, text);
  let end = 0;
  while ((limit <= 0 || parts.length < limit - 1) && matcher.find()) {
    // A match of no characters at the start cuts nothing off.
    if (end === 0 && matcher.endOf(0) === 0) {
      continue;
    }
    parts.push(text.slice(end, matcher.startOf(0)));
    end = matcher.endOf(0);
  }
  parts.push(text.slice(end));
  return finishSplit(text, parts, limit);
}

function finishSplit(text: string, parts: string[], limit: number): string[] {
  if (limit === 0) {
    while (parts.length > 1 && parts.at(-1) === '') {
      parts.pop();
    }
    // A text of separators alone leaves nothing; an empty text is its own only part.
    if (text !== '' && parts.length === 1 && parts[0] === '') {
      parts.pop();
    }
  }
  for (const part of parts) {
    madeText(part);
  }
  return parts;
}
