import { raiseJson } from './raise-json.ts';

/** What a reader stands on. */
export type TokenKind = 'start' | '{' | '}' | '[' | ']' | 'name' | 'string' | 'integer' | 'float' | 'word' | 'end';

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const colon = 0x3a;

/**
 * Reads JSON token by token. Numbers stay as they were written, since 5 and 5.0 are of different types in Apex. `token` is
 * what it stands on; `text` is the decoded text of a name or string, the digits of a number, or "true", "false", "null".
 */
export class JsonReader {
  token: TokenKind = 'start';
  text = '';
  /** Where the token begins. */
  at = 0;
  private readonly source: string;
  private position = 0;
  /** Open objects and arrays from the outside in. */
  private readonly open: ('{' | '[')[] = [];

  constructor(source: string) {
    this.source = source;
  }

  /** How many objects and arrays are open around the next token. */
  get depth(): number {
    return this.open.length;
  }

  /** Moves to the next token and gives it back. */
  next(): TokenKind {
    const { source } = this;
    const before = this.token;
    let code = this.skipSpaces();
    if (before === 'name') {
      if (code !== colon) {
        return this.refuse(code, 'was expecting a colon to separate field name and value');
      }
      this.position++;
      code = this.skipSpaces();
      return this.readValue(code);
    }
    const inside = this.open[this.open.length - 1];
    if (inside === undefined) {
      // What follows the first value is not looked at, as on the platform.
      if (before !== 'start' || this.position >= source.length) {
        this.at = this.position;
        return (this.token = 'end');
      }
      return this.readValue(code);
    }
    if (code === 0x7d || code === 0x5d) {
      return this.close(code, inside);
    }
    if (before !== inside) {
      if (code !== comma) {
        return this.refuse(code, `was expecting comma to separate ${inside === '{' ? 'OBJECT' : 'ARRAY'} entries`);
      }
      this.position++;
      code = this.skipSpaces();
    }
    if (inside === '[') {
      return this.readValue(code);
    }
    if (code !== quote) {
      return this.refuse(code, 'was expecting double-quote to start field name');
    }
    this.at = this.position;
    this.text = this.readString();
    return (this.token = 'name');
  }

  /** Standing on a value's first token, moves to its last one. */
  skipValue(): void {
    if (this.token === '{' || this.token === '[') {
      const outside = this.depth - 1;
      while (this.depth > outside) {
        this.next();
      }
    }
  }

  /** Line and column as the platform counts them in its messages: " at [line:1, column:4]". */
  placeOf(offset: number): string {
    const { line, column } = this.lineAndColumn(offset);
    return ` at [line:${line}, column:${column}]`;
  }

  private lineAndColumn(offset: number): { readonly line: string; readonly column: string } {
    const lineStart = this.source.lastIndexOf('\n', offset - 1) + 1;
    const line = this.source.slice(0, lineStart).split('\n').length;
    return { line: String(line), column: String(offset - lineStart + 1) };
  }

  private skipSpaces(): number {
    const { source } = this;
    let code = source.charCodeAt(this.position);
    while (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) {
      code = source.charCodeAt(++this.position);
    }
    return code;
  }

  private close(code: number, inside: '{' | '['): TokenKind {
    const expected = inside === '{' ? '}' : ']';
    if (code !== expected.charCodeAt(0)) {
      const found = String.fromCharCode(code);
      return raiseJson(
        `Unexpected close marker '${found}': expected '${expected}' (for ${nameOf(inside)})${this.placeOf(this.position + 1)}`,
      );
    }
    this.at = this.position++;
    this.open.pop();
    return (this.token = expected);
  }

  private readValue(code: number): TokenKind {
    this.at = this.position;
    switch (code) {
      case quote:
        this.text = this.readString();
        return (this.token = 'string');
      case 0x7b:
      case 0x5b: {
        const bracket = code === 0x7b ? '{' : '[';
        this.open.push(bracket);
        this.position++;
        return (this.token = bracket);
      }
      default:
        return code === 0x2d || (code >= 0x30 && code <= 0x39) ? this.readNumber() : this.readWord(code);
    }
  }

  private readWord(code: number): TokenKind {
    const isLetter = (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x24 || code === 0x5f;
    if (!isLetter) {
      const expected =
        code === 0x7d || code === 0x5d || code === comma
          ? 'expected a value'
          : "expected a valid value (number, String, array, object, 'true', 'false' or 'null')";
      return this.refuse(code, expected);
    }
    const word = /[\w$]*/y;
    word.lastIndex = this.position;
    const [text = ''] = word.exec(this.source) ?? [];
    this.position += text.length;
    if (text !== 'true' && text !== 'false' && text !== 'null') {
      return raiseJson(
        `Unrecognized token '${text}': was expecting 'null', 'true', 'false' or NaN${this.placeOf(this.position)}`,
      );
    }
    this.text = text;
    return (this.token = 'word');
  }

  private readNumber(): TokenKind {
    const { source } = this;
    const start = this.position;
    let index = start;
    if (source.charCodeAt(index) === 0x2d) {
      index++;
    }
    const firstDigit = index;
    index = this.skipDigits(index);
    if (source.charCodeAt(firstDigit) === 0x30 && index > firstDigit + 1) {
      return raiseJson(`Invalid numeric value: Leading zeroes not allowed${this.placeOf(firstDigit + 2)}`);
    }
    let isFloat = false;
    if (source.charCodeAt(index) === 0x2e) {
      isFloat = true;
      index = this.skipDigits(index + 1, 'Decimal point not followed by a digit');
    }
    if ((source.charCodeAt(index) | 0x20) === 0x65) {
      isFloat = true;
      const sign = source.charCodeAt(index + 1);
      index = this.skipDigits(
        index + (sign === 0x2b || sign === 0x2d ? 2 : 1),
        'Exponent indicator not followed by a digit',
      );
    }
    this.position = index;
    this.text = source.slice(start, index);
    return (this.token = isFloat ? 'float' : 'integer');
  }

  /** The index after the digits; there must be one. */
  private skipDigits(from: number, otherwise = 'No digit following minus sign'): number {
    const { source } = this;
    let index = from;
    let code = source.charCodeAt(index);
    while (code >= 0x30 && code <= 0x39) {
      code = source.charCodeAt(++index);
    }
    if (index === from) {
      this.position = index;
      return Number.isNaN(code)
        ? this.refuse(code, '')
        : raiseJson(`${describe(code)} in numeric value: ${otherwise}${this.placeOf(index + 1)}`);
    }
    return index;
  }

  private readString(): string {
    const { source } = this;
    const start = this.position + 1;
    let index = start;
    let code = source.charCodeAt(index);
    while (code !== quote && code !== backslash && code >= 0x20) {
      code = source.charCodeAt(++index);
    }
    if (code === quote) {
      this.position = index + 1;
      return source.slice(start, index);
    }
    return this.readEscaped(start, index);
  }

  private readEscaped(start: number, firstSpecial: number): string {
    const { source } = this;
    let text = '';
    let from = start;
    let index = firstSpecial;
    for (;;) {
      const code = source.charCodeAt(index);
      if (code === quote) {
        this.position = index + 1;
        return text + source.slice(from, index);
      }
      if (code === backslash) {
        text += source.slice(from, index) + this.readEscape(index + 1);
        index += source.charCodeAt(index + 1) === 0x75 ? 6 : 2;
        from = index;
      } else if (code >= 0x20) {
        index++;
      } else if (Number.isNaN(code)) {
        return this.refuseEnd('was expecting closing quote for a string value');
      } else {
        return raiseJson(
          `Illegal unquoted character ((CTRL-CHAR, code ${String(code)})): has to be escaped using backslash to be included in string value${this.placeOf(index + 1)}`,
        );
      }
    }
  }

  private readEscape(index: number): string {
    const letter = this.source.charAt(index);
    const known = escapes[letter];
    if (known !== undefined) {
      return known;
    }
    if (letter === 'u') {
      const digits = this.source.slice(index + 1, index + 5);
      return /^[\da-fA-F]{4}$/.test(digits)
        ? String.fromCharCode(Number.parseInt(digits, 16))
        : raiseJson(
            `Unexpected character in character escape sequence: expected a hex-digit${this.placeOf(index + 2)}`,
          );
    }
    return letter === ''
      ? this.refuseEnd('in character escape sequence')
      : raiseJson(
          `Unrecognized character escape '${letter}' (code ${String(letter.charCodeAt(0))})${this.placeOf(index + 1)}`,
        );
  }

  private refuse(code: number, expected: string): never {
    if (Number.isNaN(code)) {
      const inside = this.open[this.open.length - 1];
      const marker =
        this.token === 'name' || inside === undefined
          ? 'expected a value'
          : `expected close marker for ${nameOf(inside)}`;
      return this.refuseEnd(marker);
    }
    // The platform says where it stood after reading the character, and of a document's first one in other words.
    const { line, column } = this.lineAndColumn(this.position + 1);
    const place =
      this.open.length === 0 ? ` at input location [${line},${column}]` : ` at [line:${line}, column:${column}]`;
    return raiseJson(`${describe(code)}: ${expected}${place}`);
  }

  private refuseEnd(expected: string): never {
    return raiseJson(`Unexpected end-of-input: ${expected}${this.placeOf(this.source.length)}`);
  }
}

const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

function nameOf(bracket: '{' | '['): string {
  return bracket === '{' ? 'OBJECT' : 'ARRAY';
}

function describe(code: number): string {
  return `Unexpected character ('${String.fromCharCode(code)}' (code ${String(code)}))`;
}
