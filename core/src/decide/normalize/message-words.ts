import type { Int } from '../model/number.ts';
import { wordsOf } from '../model/words.ts';

/** Where a quoted mail begins below a reply, as mail programs write it. */
const quoteStarts: string[] = [
  '-----Original Message',
  '-----original message',
  '-----ORIGINAL MESSAGE',
  '-----Urspr',
  '-----Message d',
  '\n>',
  '________________________________',
];

/**
 * The folded words of subject and message, in order. Letters of scripts without blanks stand as single words. A quoted mail
 * below a reply is somebody else's words and is left out, except where the quoted mail is what was forwarded.
 * messageWords("Pricing", "Hi, we'd like a quote.", true) → ["pricing","hi","we","d","like","a","quote"].
 */
export function messageWords(subject: string | null, message: string | null, isQuoteCut: boolean): string[] {
  const body = message ?? '';
  return wordsOf(`${subject ?? ''} \n ${isQuoteCut ? withoutQuote(body) : body}`);
}

function withoutQuote(message: string): string {
  // Most messages quote nothing, and one look for each kind of line is enough to see it.
  if (!message.includes('\n>') && !message.includes('-----') && !message.includes('________')) {
    return message;
  }
  let shortest: Int = message.length;
  for (const start of quoteStarts) {
    const place: Int = message.indexOf(start);
    if (place > 0 && place < shortest) {
      shortest = place;
    }
  }
  return shortest === message.length ? message : message.substring(0, shortest);
}
