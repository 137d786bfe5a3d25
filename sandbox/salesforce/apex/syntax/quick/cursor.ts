import type { Place } from '../nodes.ts';
import { inDoubt } from './in-doubt.ts';
import type { Token } from './split-tokens.ts';

/** Words that are no names, except behind a dot. */
const reserved = new Set(
  (
    'abstract break catch class continue delete do else enum extends false final finally for global if implements insert ' +
    'interface list map merge new null on override private protected public return static super testmethod this throw true ' +
    'try undelete update upsert virtual void webservice while'
  ).split(' '),
);

/** Goes through the tokens of a source, one at a time. */
export class Cursor {
  readonly source: string;
  readonly #tokens: readonly Token[];
  readonly #end: Token;
  #at = 0;

  constructor(source: string, tokens: readonly Token[]) {
    this.source = source;
    this.#tokens = tokens;
    this.#end = tokens.at(-1) ?? inDoubt();
  }

  get position(): number {
    return this.#at;
  }

  moveTo(position: number): void {
    this.#at = position;
  }

  /** The token at a position; the end for everything behind it. */
  tokenAt(position: number): Token {
    return this.#tokens[position] ?? this.#end;
  }

  get token(): Token {
    return this.tokenAt(this.#at);
  }

  get next(): Token {
    return this.tokenAt(this.#at + 1);
  }

  place(): Place {
    const { line, column } = this.token;
    return { line, column };
  }

  take(): Token {
    const taken = this.token;
    this.#at += 1;
    return taken;
  }

  /** Whether this sign or word stands here. */
  sees(name: string): boolean {
    const { token } = this;
    return token.name === name && token.kind !== 'string';
  }

  /** Steps over it if it stands here. */
  passes(name: string): boolean {
    const isHere = this.sees(name);
    if (isHere) {
      this.#at += 1;
    }
    return isHere;
  }

  expects(name: string): void {
    if (!this.passes(name)) {
      inDoubt();
    }
  }

  seesName(position: number = this.#at): boolean {
    const token = this.tokenAt(position);
    return token.kind === 'word' && !reserved.has(token.name);
  }

  takeName(): string {
    return this.seesName() ? this.take().text : inDoubt();
  }

  /** Behind a dot every word is a name. */
  takeMemberName(): string {
    return this.token.kind === 'word' && !/^(?:void|true|false)$/.test(this.token.name) ? this.take().text : inDoubt();
  }
}
