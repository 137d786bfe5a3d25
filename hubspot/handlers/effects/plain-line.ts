/** Control characters but for what ends lines and stands between words, and the marks that make everything after them read the other way round. */
const unseen = /(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069\u200b\ufeff]/gu;

/**
 * A text as one line that cannot disturb what stands around it: what lines are written from was typed by strangers.
 *
 * @param most characters at most; what is longer ends with "…"
 *
 * plainLine("a\n\u202eb", 10) → "a b"; plainLine("abcdef", 4) → "abc…"
 */
export function plainLine(text: string, most: number): string {
  const line = withoutUnseen(text.toWellFormed().replace(/\s+/gu, ' ')).replace(/ {2,}/g, ' ').trim();
  return line.length <= most ? line : `${cutText(line, most - 1).trimEnd()}…`;
}

/** A text without the characters that nobody sees. What was between words or lines stays. withoutUnseen("a\u202eb") → "ab" */
export function withoutUnseen(text: string): string {
  return text.replace(unseen, '');
}

/** The beginning of a text; a character of two units is not taken apart. cutText("a😀", 2) → "a" */
export function cutText(text: string, most: number): string {
  const lastUnit = text.charCodeAt(most - 1);
  const isHalf = lastUnit >= 0xd800 && lastUnit <= 0xdbff;
  return text.slice(0, isHalf ? most - 1 : most);
}
