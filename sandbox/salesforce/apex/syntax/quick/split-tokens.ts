import { inDoubt } from './in-doubt.ts';

export type Token = {
  readonly kind: 'word' | 'number' | 'string' | 'sign' | 'end';
  readonly text: string;
  /** A word in lower case, since Apex does not tell case apart; the text of anything else. */
  readonly name: string;
  readonly line: number;
  readonly column: number;
  /** Offsets into the source. */
  readonly start: number;
  readonly end: number;
};

// Sticky, so that each is tried at one place only. A ">" stays alone: it also closes type arguments.
const space = /(?:[ \t\r\n\f]+|\/\/[^\r\n]*|\/\*[^]*?\*\/)*/y;
const word = /[A-Za-z_]\w*/y;
const number = /\d*\.\d+[dD]?|\d+[lL]?/y;
const string = /'(?:[^'\\]|\\(?:[btnfr"'\\]|u[0-9a-fA-F]{4}))*'/y;
const sign = /===?|!==?|=>|<<=|<>|>>>?=|\?[.?]|\+[+=]|-[-=]|[*/|&^]=|&&|\|\||[-+*/=<>!~?:;,.(){}[\]&|^@]/y;
const dateOrTime = /\d{4}-\d\d-\d\d|\d\d:\d\d:\d\d/y;

/** The tokens of a source, with an end at the end. Doubt is raised at anything unusual: another alphabet, a text block. */
export function splitTokens(source: string): Token[] {
  const tokens: Token[] = [];
  let line = 1;
  let lineStart = 0;
  let at = 0;
  const match = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    return pattern.exec(source)?.[0] ?? null;
  };
  const pass = (text: string): void => {
    for (let feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', feed + 1)) {
      line += 1;
      lineStart = at + feed + 1;
    }
    at += text.length;
  };
  const add = (kind: Token['kind'], text: string): void => {
    const name = kind === 'word' ? text.toLowerCase() : text;
    tokens.push({ kind, text, name, line, column: at - lineStart, start: at, end: at + text.length });
    pass(text);
  };
  for (;;) {
    pass(match(space) ?? '');
    if (at >= source.length) {
      add('end', '');
      return tokens;
    }
    const asWord = match(word);
    if (asWord !== null) {
      add('word', asWord);
      continue;
    }
    const asNumber = match(number);
    if (asNumber !== null && match(dateOrTime) === null) {
      add('number', asNumber);
      continue;
    }
    const asString = source.startsWith("'''", at) ? null : match(string);
    if (asString !== null) {
      add('string', asString);
      continue;
    }
    const asSign = asNumber === null ? match(sign) : null;
    add('sign', asSign ?? inDoubt());
  }
}
