import type { Int } from '../model/number.ts';
import { isPlain, lowerPlain } from '../model/text.ts';
import { wordsOf } from '../model/words.ts';

/** A quoted mail below the reply is somebody else's words: from these lines on, nothing is read. */
const quoteStarts: string[] = ['-----original message', '\n> ', '________________________________'];

/**
 * The folded words of subject and message, in order. Letters of scripts without blanks stand as single words.
 * messageWords("Pricing", "Hi, we'd like a quote.") → ["pricing","hi","we","d","like","a","quote"].
 */
export function messageWords(subject: string | null, message: string | null): string[] {
  const text = `${subject ?? ''} \n ${withoutQuote(message ?? '')}`;
  return wordsOf(text);
}

function withoutQuote(message: string): string {
  let shortest: Int = message.length;
  const lower = isPlain(message) ? lowerPlain(message) : message;
  for (const start of quoteStarts) {
    const place: Int = lower.indexOf(start);
    if (place > 0 && place < shortest) {
      shortest = place;
    }
  }
  return shortest === message.length ? message : message.substring(0, shortest);
}
