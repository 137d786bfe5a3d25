import type { ApexEnum } from '../../run/apex-enum.ts';
import { chargeParsedCharacters, madeObject, madeText } from '../../run/meter.ts';
import { typeOf, type ApexType } from '../../types/apex-type.ts';
import { JsonReader } from './json-reader.ts';
import { tokenConstant, tokenName } from './json-token.ts';
import { raiseJson } from './raise-json.ts';
import { findReading } from './read-typed.ts';
import { findPrimitive } from './read-primitive.ts';

/** A JSONParser: a reader that remembers the names of the fields around it. */
export class ApexJsonParser {
  readonly $type: ApexType = typeOf('System.JSONParser');
  readonly reader: JsonReader;
  /** The field last named at each depth; null in arrays and at the top. */
  private readonly names: (string | null)[] = [null];
  private isCleared = false;
  lastCleared: ApexEnum | null = null;

  constructor(text: string) {
    chargeParsedCharacters(text.length);
    madeObject(2);
    this.reader = new JsonReader(madeText(text));
  }

  /** The constant of the token it stands on; null before the first, behind the last, and where it was cleared. */
  current(): ApexEnum | null {
    const name = this.isCleared ? null : tokenName(this.reader);
    return name === null ? null : tokenConstant(name);
  }

  advance(): ApexEnum | null {
    this.isCleared = false;
    const token = this.reader.next();
    if (token === 'name') {
      this.names[this.reader.depth] = this.reader.text;
    } else if (token === '{' || token === '[') {
      this.names[this.reader.depth] = null;
    }
    return this.current();
  }

  advanceToValue(): ApexEnum | null {
    const token = this.advance();
    return this.reader.token === 'name' ? this.advance() : token;
  }

  clear(): void {
    this.lastCleared = this.current() ?? this.lastCleared;
    this.isCleared = true;
  }

  skipChildren(): void {
    this.reader.skipValue();
  }

  currentName(): string | null {
    const { token, depth } = this.reader;
    return this.names[token === '{' || token === '[' ? depth - 1 : depth] ?? null;
  }

  text(): string | null {
    const { token, text } = this.reader;
    if (this.isCleared || token === 'start' || token === 'end') {
      return null;
    }
    return token === '{' || token === '}' || token === '[' || token === ']' ? token : text;
  }

  /** The current value as one of a primitive type; refused where the token is not one of those that may be read so. */
  primitive(type: ApexType, tokens: readonly string[], otherwise: string): unknown {
    const { reader } = this;
    const read = findPrimitive(type);
    const name = this.isCleared ? null : tokenName(reader);
    if (read === null || name === null || !tokens.includes(name)) {
      return raiseJson(`Current token (${name ?? 'null'}) ${otherwise}${reader.placeOf(reader.at + 1)}`);
    }
    return read(reader.text, reader);
  }

  /** Reads the value that begins with the current token, and stands on its last one then. */
  readValue(type: ApexType, isStrict: boolean): unknown {
    const { reader } = this;
    if (reader.token === 'start' || reader.token === 'name') {
      this.advance();
    }
    if (reader.token === 'end') {
      return raiseJson('No content to map to Object due to end of input');
    }
    return findReading(type)({ reader, isStrict });
  }
}
