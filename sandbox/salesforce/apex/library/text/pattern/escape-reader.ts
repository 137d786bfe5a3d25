import { not } from './character-sets.ts';
import type { CharacterTest } from './nodes.ts';
import { PatternCursor } from './pattern-cursor.ts';
import { predefinedSet, propertySet } from './property-sets.ts';

/** Reads what stands behind a backslash, within brackets or outside. */
export class EscapeReader extends PatternCursor {
  readQuoted(): string {
    const end = this.pattern.indexOf('\\E', this.at);
    const text = this.pattern.slice(this.at, end < 0 ? undefined : end);
    this.at = end < 0 ? this.pattern.length : end + 2;
    return text;
  }

  /** `\d`, `\p{…}` and the like, at the backslash; null, and nothing taken, where another escape stands. */
  readSetEscape(): CharacterTest | null {
    const letter = this.peek(1);
    const predefined = predefinedSet(letter, this.flags.isUnicodeClass);
    if (predefined !== null) {
      this.at += 2;
      return predefined;
    }
    if (letter !== 'p' && letter !== 'P') {
      return null;
    }
    this.at += 2;
    const name = this.readPropertyName();
    const test = propertySet(name, this.flags);
    if (test === 'block') {
      throw this.unsupported(`The Unicode block \\p{${name}}`);
    }
    if (test === null) {
      throw this.problem(`Unknown character property name {${name}}`, this.at - 1);
    }
    return letter === 'P' ? not(test) : test;
  }

  readPropertyName(): string {
    if (this.peek() !== '{') {
      return String.fromCodePoint(this.takeCodePoint());
    }
    const end = this.pattern.indexOf('}', this.at);
    if (end < 0) {
      throw this.problem('Unclosed character family', this.pattern.length);
    }
    const name = this.pattern.slice(this.at + 1, end);
    this.at = end + 1;
    return name;
  }

  /** The one character that an escape stands for, at the backslash. */
  readCharacterEscape(): number {
    this.at++;
    const letter = this.peek();
    switch (letter) {
      case '0':
        this.at++;
        return this.readOctal();
      case 'x':
        this.at++;
        return this.readHexadecimal();
      case 'u':
        this.at++;
        return this.readUnicode();
      case 'c':
        this.at += 2;
        if (this.at > this.pattern.length) {
          throw this.problem('Illegal control escape sequence');
        }
        return this.pattern.charCodeAt(this.at - 1) ^ 64;
      case 'N':
        throw this.unsupported('\\N{…}');
      case '':
        throw this.problem('Unexpected internal error');
      default:
        return this.readLetterEscape(letter);
    }
  }

  readLetterEscape(letter: string): number {
    const control = controlCharacters[letter];
    if (control !== undefined) {
      this.at++;
      return control;
    }
    if (/^[A-Za-z0-9]$/.test(letter)) {
      throw this.problem('Illegal/unsupported escape sequence');
    }
    return this.takeCodePoint();
  }

  readOctal(): number {
    const digits = /^(?:[0-3][0-7]{2}|[0-7]{1,2})/.exec(this.pattern.slice(this.at, this.at + 3))?.[0];
    if (digits === undefined) {
      throw this.problem('Illegal octal escape sequence');
    }
    this.at += digits.length;
    return Number.parseInt(digits, 8);
  }

  readHexadecimal(): number {
    const match = /^(?:([0-9A-Fa-f]{2})|\{([0-9A-Fa-f]+)\})/.exec(this.pattern.slice(this.at));
    if (match === null) {
      throw this.problem('Illegal hexadecimal escape sequence', this.at + 1);
    }
    const value = Number.parseInt(match[1] ?? match[2] ?? '', 16);
    if (value > 0x10ffff) {
      throw this.problem('Hexadecimal codepoint is too big');
    }
    this.at += match[0].length;
    return value;
  }

  readUnicode(): number {
    const unit = this.readFourDigits();
    if (unit >= 0xd800 && unit <= 0xdbff && this.peek() === '\\' && this.peek(1) === 'u') {
      const back = this.at;
      this.at += 2;
      const low = this.readFourDigits();
      if (low >= 0xdc00 && low <= 0xdfff) {
        return (unit - 0xd800) * 0x400 + (low - 0xdc00) + 0x10000;
      }
      this.at = back;
    }
    return unit;
  }

  readFourDigits(): number {
    const digits = this.pattern.slice(this.at, this.at + 4);
    if (!/^[0-9A-Fa-f]{4}$/.test(digits)) {
      throw this.problem('Illegal Unicode escape sequence');
    }
    this.at += 4;
    return Number.parseInt(digits, 16);
  }
}

const controlCharacters: Readonly<Record<string, number>> = { t: 9, n: 10, r: 13, f: 12, a: 7, e: 27 };
