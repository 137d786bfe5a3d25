import type { ApexException } from './apex-object.ts';
import type { ApexType } from '../types/apex-type.ts';
import type { CodePlace } from './code-place.ts';
import type { Org } from './org.ts';

/**
 * What the library may ask of the program that is running. Apex is synchronous and has one thread, so there is one at a
 * time; whoever starts a program sets it and restores the earlier one.
 */
export interface Execution {
  readonly org: Org;
  /** The instant of System.now(): an argument, so that a run can be repeated. UTC epoch milliseconds. */
  now(): number;
  /** 0 ≤ x < 1: Math.random and what is made from it. */
  random(): number;
  /** IANA name of the running user's zone, 'America/Los_Angeles'; and locale, 'en_US'. */
  readonly timeZone: string;
  readonly locale: string;
  isRunningTest(): boolean;
  /** Makes one of the platform's exceptions, ready to be thrown: exception('System.NullPointerException', '…'). */
  exception(name: string, message: string, cause?: ApexException): ApexException;
  /** A line for the debug log. */
  debug(level: string, text: string): void;
  /** Finds a type by a name from data, as Type.forName does: null where there is none. */
  findType(name: string): ApexType | null;
  /** What a type that source declares looks like: for JSON, Type.newInstance, stubs. Null for the platform's own types. */
  describe(type: ApexType): SourceTypeInfo | null;
  /** Whether a value of one type may stand where the other is asked. */
  isAssignable(from: ApexType, to: ApexType): boolean;
  /** Creates an object by the constructor without parameters; throws System.TypeException where there is none. */
  construct(type: ApexType): unknown;
  /** An object of the class with no constructor run, all fields null: for JSON.deserialize and Test.createStub. */
  allocate(type: ApexType): object;
  /** Rounds of one loop after which a run counts as endless. */
  readonly loopLimit?: number;
  /** What a class of source says of sharing, by the name that stack frames have for it. */
  placeOf?(className: string): CodePlace | null;
  /** Statements executed since the start of the transaction. */
  statements(): number;
}

export interface SourceTypeInfo {
  readonly type: ApexType;
  readonly kind: 'class' | 'interface' | 'enum';
  readonly isAbstract: boolean;
  readonly superclass: ApexType | null;
  readonly interfaces: readonly ApexType[];
  /** Own instance fields and properties, also calculated ones, in textual order; `key` is the JavaScript property. */
  readonly fields: readonly {
    readonly name: string;
    readonly key: string;
    readonly type: ApexType;
    readonly isTransient: boolean;
    readonly isPublic: boolean;
  }[];
  /** Own instance methods, for stubs and invocation by name; `key` is the mangled JavaScript property. */
  readonly methods: readonly {
    readonly name: string;
    readonly key: string;
    readonly returns: ApexType;
    readonly parameters: readonly { readonly name: string; readonly type: ApexType }[];
    readonly isStatic: boolean;
    readonly isPublic: boolean;
  }[];
  readonly constants: readonly string[];
}

let current: Execution | null = null;

export function execution(): Execution {
  if (current === null) {
    throw new Error('No Apex program is running.');
  }
  return current;
}

export function isRunning(): boolean {
  return current !== null;
}

/** Runs `action` as if no program were running: what it begins is no part of the one that is. */
export function runOutside<T>(action: () => T): T {
  const earlier = current;
  current = null;
  try {
    return action();
  } finally {
    current = earlier;
  }
}

/** Runs `action` with `next` as the running program. */
export function runWithin<T>(next: Execution, action: () => T): T {
  const earlier = current;
  current = next;
  try {
    return action();
  } finally {
    current = earlier;
  }
}
