import type { ApexType } from '../types/apex-type.ts';
import { unknownType } from '../types/conversions.ts';

/** An expression as JavaScript, with what is known of its value. The code binds tighter than any operator. */
export interface Typed {
  readonly code: string;
  readonly type: ApexType;
  readonly isNeverNull: boolean;
  /** May be written twice: evaluating it has no effect and gives the same value. */
  readonly isRepeatable?: boolean;
  /** Of a concatenation: its parts without what counts the result. */
  readonly concatenation?: string;
  /** Of a chain behind `?.`: where one of these is true, the whole chain is null. */
  readonly guards?: readonly string[];
  /** Of a whole-number literal: its digits. */
  readonly digits?: string;
}

export function typed(code: string, type: ApexType, isNeverNull = false): Typed {
  return { code, type, isNeverNull };
}

/** Stands for an expression that has a problem. */
export const broken: Typed = { code: 'null', type: unknownType, isNeverNull: false };

/** Ends a chain: without guards the expression is as it is. */
export function closeChain(expression: Typed): Typed {
  return expression.guards === undefined
    ? expression
    : typed(`(${expression.guards.join('||')}?null:${expression.code})`, expression.type);
}
