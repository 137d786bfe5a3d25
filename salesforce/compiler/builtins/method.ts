import type { Expression } from '../apex/tree.ts';
import type { Type } from '../types/type.ts';

/** A method of a text, an array or a Map: what it asks for, what it answers, and how Apex says it. */
export type BuiltinMethod = {
  readonly parameters: readonly Type[];
  /** How many of the parameters may be left out. */
  readonly optional?: number;
  readonly returns: Type;
  /** Whether what is written names the text, array or Map twice, which may then only be a name or a field. */
  readonly isReadTwice?: (args: readonly Expression[]) => boolean;
  readonly write: (of: Expression, args: readonly Expression[]) => Expression;
};
