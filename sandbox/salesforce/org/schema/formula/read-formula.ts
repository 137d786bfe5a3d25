import type { Formula } from './formula-tree.ts';

interface Token {
  readonly kind: 'text' | 'number' | 'name' | 'sign' | 'end';
  readonly text: string;
}

const pattern =
  /\s+|\/\*[\s\S]*?\*\/|("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(\d+(?:\.\d+)?|\.\d+)|(\$?[A-Za-z_]\w*(?:\s*\.\s*[A-Za-z_]\w*)*)|(<=|>=|<>|!=|==|&&|\|\||[-+*/^&=<>!(),])/y;

/** From loosest to tightest. */
const levels: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['=', '<>'],
  ['<', '>', '<=', '>='],
  ['+', '-', '&'],
  ['*', '/'],
  ['^'],
];

const known = new Map<string, Formula>();

/** Reads a formula: readFormula('1 + Amount__c').kind → "binary". Throws an Error that says what is wrong with it. */
export function readFormula(text: string): Formula {
  let tree = known.get(text);
  if (tree === undefined) {
    tree = new FormulaReader(text).read();
    known.set(text, tree);
  }
  return tree;
}

class FormulaReader {
  private readonly source: string;
  private readonly tokens: Token[];
  private at = 0;

  constructor(source: string) {
    this.source = source;
    this.tokens = this.split();
  }

  read(): Formula {
    const formula = this.binary(0);
    return this.peek().kind === 'end' ? formula : this.fail(`"${this.peek().text}" is not expected`);
  }

  private split(): Token[] {
    const tokens: Token[] = [];
    for (let position = 0; position < this.source.length; position = pattern.lastIndex) {
      pattern.lastIndex = position;
      const match =
        pattern.exec(this.source) ?? this.fail(`"${this.source.slice(position, position + 10)}" is not understood`);
      const [, text, number, name, sign] = match;
      if (text !== undefined) {
        tokens.push({ kind: 'text', text: unescape(text.slice(1, -1)) });
      } else if (number !== undefined) {
        tokens.push({ kind: 'number', text: number });
      } else if (name !== undefined) {
        tokens.push({ kind: 'name', text: name.replace(/\s/g, '') });
      } else if (sign !== undefined) {
        tokens.push({ kind: 'sign', text: sign === '==' ? '=' : sign === '!=' ? '<>' : sign });
      }
    }
    return tokens;
  }

  private peek(): Token {
    return this.tokens[this.at] ?? { kind: 'end', text: 'the end' };
  }

  private isNext(...signs: readonly string[]): boolean {
    const token = this.peek();
    return token.kind === 'sign' && signs.includes(token.text);
  }

  private take(): Token {
    const token = this.peek();
    this.at += 1;
    return token;
  }

  private expect(sign: string): void {
    if (!this.isNext(sign)) {
      this.fail(`"${sign}" is expected before "${this.peek().text}"`);
    }
    this.at += 1;
  }

  private binary(level: number): Formula {
    const signs = levels[level];
    if (signs === undefined) {
      return this.unary();
    }
    let left = this.binary(level + 1);
    while (this.isNext(...signs)) {
      const operator = this.take().text;
      left = { kind: 'binary', operator, left, right: this.binary(level + 1) };
    }
    return left;
  }

  private unary(): Formula {
    for (const operator of ['-', '+', '!'] as const) {
      if (this.isNext(operator)) {
        this.at += 1;
        return { kind: 'unary', operator, operand: this.unary() };
      }
    }
    return this.primary();
  }

  private primary(): Formula {
    const token = this.take();
    switch (token.kind) {
      case 'text':
        return { kind: 'text', value: token.text };
      case 'number':
        return { kind: 'number', value: token.text };
      case 'name':
        return this.named(token.text);
      case 'sign':
        if (token.text === '(') {
          const inner = this.binary(0);
          this.expect(')');
          return inner;
        }
        return this.fail(`"${token.text}" is not expected`);
      case 'end':
        return this.fail('it ends too early');
    }
  }

  private named(name: string): Formula {
    if (this.isNext('(')) {
      this.at += 1;
      const args: Formula[] = [];
      while (!this.isNext(')')) {
        args.push(this.binary(0));
        if (!this.isNext(')')) {
          this.expect(',');
        }
      }
      this.at += 1;
      return { kind: 'call', name: name.toUpperCase(), args };
    }
    switch (name.toUpperCase()) {
      case 'TRUE':
        return { kind: 'boolean', value: true };
      case 'FALSE':
        return { kind: 'boolean', value: false };
      case 'NULL':
        return { kind: 'null' };
      default:
        return { kind: 'name', path: name.split('.') };
    }
  }

  private fail(problem: string): never {
    throw new Error(`The formula cannot be read: ${problem}. It is: ${this.source}`);
  }
}

function unescape(text: string): string {
  return text.replace(/\\(.)/g, (_, character: string) =>
    character === 'n' ? '\n' : character === 't' ? '\t' : character,
  );
}
