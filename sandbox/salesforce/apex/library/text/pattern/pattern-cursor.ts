import { Unsupported } from '../../../run/apex-object.ts';
import { isLineTerminator } from './character-sets.ts';
import { PatternProblem } from './pattern-problem.ts';
import type { SetFlags } from './property-sets.ts';

type Flags = SetFlags & {
  readonly isMultiline: boolean;
  readonly isDotAll: boolean;
  readonly isUnicodeCase: boolean;
  readonly isCaseless: boolean;
  readonly hasComments: boolean;
};

const noFlags: Flags = {
  folding: 'none',
  isCaseless: false,
  isUnicodeCase: false,
  isUnicodeClass: false,
  isUnixLines: false,
  isMultiline: false,
  isDotAll: false,
  hasComments: false,
};

/** A place in the text of a regular expression, with the flags that hold there. */
export class PatternCursor {
  readonly pattern: string;
  at = 0;
  flags: Flags = noFlags;

  constructor(pattern: string) {
    this.pattern = pattern;
  }

  problem(description: string, index = this.at): PatternProblem {
    return new PatternProblem(description, this.pattern, index);
  }

  unsupported(construct: string): Unsupported {
    return new Unsupported(`${construct} in a regular expression`, this.pattern);
  }

  peek(offset = 0): string {
    return this.pattern.charAt(this.at + offset);
  }

  takeIf(text: string): boolean {
    const found = this.pattern.startsWith(text, this.at);
    if (found) {
      this.at += text.length;
    }
    return found;
  }

  takeCodePoint(): number {
    const codePoint = this.pattern.codePointAt(this.at) ?? 0;
    this.at += codePoint > 0xffff ? 2 : 1;
    return codePoint;
  }

  skipComments(): void {
    if (!this.flags.hasComments) {
      return;
    }
    while (this.at < this.pattern.length) {
      const character = this.peek();
      if (' \t\n\x0b\f\r'.includes(character)) {
        this.at++;
      } else if (character === '#') {
        while (this.at < this.pattern.length && !isLineTerminator(this.pattern.charCodeAt(this.at))) {
          this.at++;
        }
      } else {
        return;
      }
    }
  }

  setFlag(letter: string, isOn: boolean): boolean {
    const changed = changeOfFlag(letter, isOn);
    if (changed === null) {
      return false;
    }
    const next = { ...this.flags, ...changed };
    const folding = !next.isCaseless ? 'none' : next.isUnicodeCase ? 'unicode' : 'ascii';
    this.flags = { ...next, folding };
    return true;
  }
}

function changeOfFlag(letter: string, isOn: boolean): Partial<Flags> | null {
  switch (letter) {
    case 'i':
      return { isCaseless: isOn };
    case 'm':
      return { isMultiline: isOn };
    case 's':
      return { isDotAll: isOn };
    case 'd':
      return { isUnixLines: isOn };
    case 'u':
      return { isUnicodeCase: isOn };
    case 'x':
      return { hasComments: isOn };
    case 'U':
      return isOn ? { isUnicodeClass: true, isUnicodeCase: true } : { isUnicodeClass: false, isUnicodeCase: false };
    default:
      return null;
  }
}
