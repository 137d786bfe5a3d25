import type { ApexType } from '../types/apex-type.ts';

/**
 * How a type of the platform is described: its members by their documented signatures, each with what it does.
 *
 * A signature is written as in the reference, with parameter names: `'Boolean contains(String substring)'`,
 * `'List<String> split(String regExp, Integer limit)'`, `'void add(T item)'`. Type names without a namespace mean
 * `System.…`; `T`, `K`, `V` mean the type's own parameters; `Object` is any value; `SObject` any record.
 *
 * What an implementation gets: for an instance method the receiver, then the arguments; for a static one the arguments.
 * Values have the representation of run/values.ts and are already converted to the parameter types (an Integer given where
 * a Long, Double or Decimal is asked arrives as that). The receiver is never null; arguments may be, and an
 * implementation says what null means, as documented. What it returns must have the representation of its return type;
 * a void one returns nothing.
 */
// The arguments' representation follows from the signature text, which TypeScript cannot read.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Implementation = (...args: any[]) => unknown;

/** Documented but not built: a call compiles, is listed in the support table, and fails loudly when it is reached. */
export const unsupported = 'unsupported';

export type Members = Readonly<Record<string, Implementation | typeof unsupported>>;

export interface BuiltinType {
  /** Canonical: 'System.String', 'Database.SaveResult', 'System.JSON'. */
  readonly name: string;
  /** `interface`: source may implement it. `enum`: `values`. A class with `isOpen` may be extended by source (Exception). */
  readonly kind: 'class' | 'interface' | 'enum';
  readonly typeParameters?: readonly string[];
  readonly isOpen?: boolean;
  /** Signature-style type names: 'Exception', 'Iterable<T>'. Without one, a class extends Object. */
  readonly extends?: string;
  readonly implements?: readonly string[];
  /** Enum constants in the order of ordinal(). */
  readonly values?: readonly string[];
  /** Keys such as '()' and '(Integer size)'. The implementation gets the created ApexType first, then the arguments. */
  readonly constructors?: Readonly<
    Record<string, ((type: ApexType, ...args: never[]) => unknown) | typeof unsupported>
  >;
  readonly statics?: Members;
  /** For an interface: the methods it asks for, with `asked` as the implementation. */
  readonly methods?: Members;
  /** 'Integer year' → getter (instance: receiver given) and, where documented as settable, a setter. */
  readonly properties?: Readonly<Record<string, Property>>;
  readonly staticProperties?: Readonly<Record<string, Property>>;
  /** The JavaScript class of its values, where they have one: makes `instanceof`, interface calls and Type work. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly valueClass?: abstract new (...args: any[]) => object;
}

export interface Property {
  readonly get: Implementation | typeof unsupported;
  readonly set?: Implementation;
}

/** Marks a method that an interface asks for: whoever implements the interface has it. */
export const asked: Implementation = () => {
  throw new Error('A method of an interface was called without a receiver.');
};

/**
 * Names the property under which JavaScript objects carry a method of source, or one that an interface asks for:
 * mangle('compareTo', ['Object']) → "compareto$object". Parameter types are written by their display names in lower case,
 * with "_" for anything that is not a letter or digit.
 */
export function mangle(name: string, parameters: readonly string[]): string {
  const types = parameters.map((each) => `$${each.toLowerCase().replace(/[^a-z0-9]+/g, '_')}`);
  return `${name.toLowerCase()}${types.length === 0 ? '$' : types.join('')}`;
}
