import { chargeCharacters, madeObject, madeText } from '../../run/meter.ts';
import { typeOf, type ApexType } from '../../types/apex-type.ts';
import { raiseNullArgument } from '../raise.ts';
import { JsonWriter } from './json-writer.ts';
import { raiseJson } from './raise-json.ts';
import { writeValue } from './write-value.ts';

/** A JSONGenerator: a writer that refuses what would not be JSON. */
export class ApexJsonGenerator {
  readonly $type: ApexType = typeOf('System.JSONGenerator');
  isClosed = false;
  private readonly writer: JsonWriter;

  constructor(isPretty: boolean) {
    madeObject(1);
    this.writer = new JsonWriter(isPretty);
  }

  start(bracket: '{' | '['): void {
    this.checkValue(bracket === '{' ? 'start an object' : 'start an array');
    this.writer.start(bracket);
  }

  end(bracket: '{' | '['): void {
    this.checkOpen();
    const { state } = this.writer;
    if (state !== bracket) {
      raiseJson(`Current context not an ${bracket === '{' ? 'object' : 'array'} but ${contextNames[state]}`);
    }
    this.writer.end();
  }

  name(name: string | null): void {
    this.checkOpen();
    if (this.writer.state !== '{') {
      raiseJson('Can not write a field name, expecting a value');
    }
    this.writer.name(name ?? raiseNullArgument());
  }

  value(value: unknown): void {
    this.checkValue('write value');
    writeValue(value, { writer: this.writer, suppressNulls: false, around: new Set() });
  }

  /** Ends what is still open, as the platform does. */
  close(): void {
    while (!this.isClosed && (this.writer.state === '{' || this.writer.state === '[')) {
      this.writer.end();
    }
    this.isClosed = true;
  }

  result(): string {
    this.close();
    const text = this.writer.result();
    chargeCharacters(text.length);
    return madeText(text);
  }

  private checkValue(action: string): void {
    this.checkOpen();
    if (this.writer.state === '{') {
      raiseJson(`Can not ${action}, expecting field name`);
    }
  }

  private checkOpen(): void {
    if (this.isClosed) {
      raiseJson('The generator is closed.');
    }
  }
}

const contextNames = { top: 'ROOT', '{': 'OBJECT', '[': 'ARRAY', name: 'OBJECT' } as const;
