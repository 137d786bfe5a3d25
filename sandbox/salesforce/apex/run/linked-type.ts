import type { ApexType } from '../types/apex-type.ts';
import type { DeclaredType } from '../types/declared-type.ts';
import type { ApexEnum } from './apex-enum.ts';
import { constantsOf } from './values-of-enums.ts';

// The signatures of emitted functions are those of their source.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type EmittedFunction = (this: any, ...args: any[]) => unknown;

export type ObjectClass = new () => object;

/** What running code has of a type of source. One object each; filled when its file's code was evaluated. */
export class LinkedType {
  readonly declared: DeclaredType;
  readonly constants: readonly ApexEnum[];
  functions: Readonly<Record<string, EmittedFunction>> = {};
  statics: Record<string, unknown> = {};
  objectClass: ObjectClass | null = null;
  /** Whether the static fields of its file were initialised in this transaction. */
  isStarted = false;
  start: () => void = () => {};

  constructor(declared: DeclaredType) {
    this.declared = declared;
    const { declaration } = declared;
    this.constants = declaration.kind === 'enum' ? constantsOf(declared.type, declaration.constants) : [];
  }

  get type(): ApexType {
    return this.declared.type;
  }
}
