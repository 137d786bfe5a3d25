import { raiseQuery } from './query-problems.ts';

const escaped: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  '"': '"',
  "'": "'",
  '\\': '\\',
};

/**
 * What a quoted text means: readTextLiteral("'it\\'s'") → "it's". The escapes `\_` and `\%` have a meaning for LIKE alone,
 * which reads them itself, so they are kept.
 */
export function readTextLiteral(quoted: string): string {
  return quoted.slice(1, -1).replace(/\\(u[\dA-Fa-f]{4}|[^])/g, (whole, after: string) => {
    if (after === '_' || after === '%') {
      return whole;
    }
    if (after.length > 1) {
      return String.fromCharCode(Number.parseInt(after.slice(1), 16));
    }
    return (
      escaped[after.toLowerCase()] ??
      raiseQuery(`Invalid string literal ${quoted}. Illegal character sequence '${whole}' in string literal.`)
    );
  });
}
