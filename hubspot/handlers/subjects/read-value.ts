import { readInstant } from '../../../core/src/author/run/read-instant.ts';
import { readWhole } from '../../../core/src/author/run/read-whole.ts';

/** A value of the wanted kind, nothing, or a text that cannot mean one. */
export type Reading<Value> =
  { readonly kind: 'read'; readonly value: Value } | { readonly kind: 'none' } | { readonly kind: 'unreadable' };

/** No number, instant or answer that people mean takes more; and reading a long text closely takes long. */
const longest = 40;
/** As in the Salesforce edition: what is beyond counts nothing. */
const beyond = 9_000_000_000_000;

const plainNumber = /^[+-]?\d+(\.\d+)?([eE][+-]?\d{1,3})?$/;
/** What a lenient reader would take a number out of. */
const strayExponent = /\d[eE][+-]?\d|^[+-]?0x/;

/**
 * Reads an amount. HubSpot's own numbers are plain; its choices and what people type are not. Of a range the lower end counts,
 * so that nobody is made bigger than they said. What stands behind the point is dropped.
 *
 * readAmount("1200.9") → 1200; "1.2E7" → 12000000; "5-25" → 5; "1000+" → 1000; "1e400", "many" → unreadable; "-" → none.
 */
export function readAmount(stored: string): Reading<number> {
  const text = stored.trim();
  if (text.length > longest) {
    return { kind: 'unreadable' };
  }
  if (plainNumber.test(text)) {
    const whole = Math.trunc(Number(text)) + 0;
    return Math.abs(whole) < beyond ? { kind: 'read', value: whole } : { kind: 'unreadable' };
  }
  const reading = strayExponent.test(text) ? null : readWhole(text);
  if (reading === null || reading.kind === 'unreadable') {
    return { kind: 'unreadable' };
  }
  if (reading.kind === 'unknown') {
    return { kind: 'none' };
  }
  return reading.whole < beyond ? { kind: 'read', value: reading.whole } : { kind: 'unreadable' };
}

const yesWords = new Set(['true', 'yes', '1', 'y', 'ja', 'oui', 'si', 'sí']);
const noWords = new Set(['false', 'no', '0', 'n', 'nein', 'non']);

/** readAnswer("true") → true; readAnswer("maybe") → unreadable. */
export function readAnswer(stored: string): Reading<boolean> {
  const word = stored.slice(0, longest).trim().toLowerCase();
  if (yesWords.has(word) || noWords.has(word)) {
    return { kind: 'read', value: yesWords.has(word) };
  }
  return { kind: 'unreadable' };
}

/** An instant in UTC milliseconds, as HubSpot writes them: ISO, or a count since 1970. */
export function readStoredInstant(stored: string): Reading<number> {
  const text = stored.trim();
  const instant = text.length > longest ? null : readInstant(text, 'monthFirst');
  return instant === null ? { kind: 'unreadable' } : { kind: 'read', value: instant };
}
