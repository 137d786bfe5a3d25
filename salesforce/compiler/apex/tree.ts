import type { Type } from '../types/type.ts';

/**
 * The Apex that the compiler writes, as a tree: what the printer needs and no more. Names are Apex names already; types are
 * the compiler's own, because how a type is written depends on the class that names it.
 */
export type ApexClass = {
  readonly name: string;
  /** Without comment marks; one entry for each line. */
  readonly doc: readonly string[];
  readonly constants: readonly Constant[];
  readonly methods: readonly Method[];
  readonly records: readonly RecordClass[];
};

export type Constant = {
  readonly doc: readonly string[];
  readonly isPublic: boolean;
  readonly type: Type;
  readonly name: string;
  readonly value: Expression;
};

export type Method = {
  readonly doc: readonly string[];
  readonly isPublic: boolean;
  readonly returns: Type;
  readonly name: string;
  readonly parameters: readonly { readonly type: Type; readonly name: string }[];
  readonly body: readonly Statement[];
};

/** An inner class that only holds fields. With `hasConstructor` it is made whole, by one argument for each field. */
export type RecordClass = {
  readonly doc: readonly string[];
  readonly name: string;
  readonly fields: readonly { readonly doc: readonly string[]; readonly type: Type; readonly name: string }[];
  readonly hasConstructor: boolean;
};

/** `comments` are the line comments before the statement, without "//". */
export type Statement = { readonly comments: readonly string[] } & (
  | { readonly kind: 'local'; readonly type: Type; readonly name: string; readonly value: Expression }
  | { readonly kind: 'expression'; readonly expression: Expression }
  | {
      readonly kind: 'if';
      readonly condition: Expression;
      readonly then: readonly Statement[];
      readonly otherwise: readonly Statement[] | null;
    }
  | { readonly kind: 'while'; readonly condition: Expression; readonly body: readonly Statement[] }
  | {
      readonly kind: 'for';
      readonly type: Type;
      readonly name: string;
      readonly start: Expression;
      readonly condition: Expression;
      readonly update: Expression;
      readonly body: readonly Statement[];
    }
  | {
      readonly kind: 'forEach';
      readonly type: Type;
      readonly name: string;
      readonly over: Expression;
      readonly body: readonly Statement[];
    }
  | {
      readonly kind: 'switch';
      readonly on: Expression;
      readonly cases: readonly { readonly values: readonly Expression[]; readonly body: readonly Statement[] }[];
      readonly otherwise: readonly Statement[] | null;
    }
  | { readonly kind: 'return'; readonly value: Expression | null }
  | { readonly kind: 'break' }
  | { readonly kind: 'continue' }
);

export type Expression =
  /** Printed as it stands: a number with its suffix, true, false, null. */
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'field'; readonly of: Expression; readonly name: string }
  /** A constant or method of a class: `of` is its name; null for the class itself. */
  | { readonly kind: 'static'; readonly of: string; readonly name: string }
  | {
      readonly kind: 'call';
      readonly of: Expression | null;
      readonly name: string;
      readonly arguments: readonly Expression[];
    }
  | {
      readonly kind: 'callStatic';
      readonly of: string;
      readonly name: string;
      readonly arguments: readonly Expression[];
    }
  /** `fields` name the arguments in order, for a reader of a long call. */
  | {
      readonly kind: 'new';
      readonly type: Type;
      readonly arguments: readonly Expression[];
      readonly fields: readonly string[];
    }
  | { readonly kind: 'newList'; readonly type: Type; readonly items: readonly Expression[] }
  | { readonly kind: 'index'; readonly of: Expression; readonly at: Expression }
  | { readonly kind: 'cast'; readonly type: Type; readonly value: Expression }
  | { readonly kind: 'unary'; readonly operator: '!' | '-'; readonly value: Expression }
  | { readonly kind: 'postfix'; readonly operator: '++' | '--'; readonly value: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'assign';
      readonly operator: '=' | '+=' | '-=' | '*=';
      readonly target: Expression;
      readonly value: Expression;
    }
  | {
      readonly kind: 'conditional';
      readonly condition: Expression;
      readonly then: Expression;
      readonly otherwise: Expression;
    };

export type BinaryOperator =
  '+' | '-' | '*' | '/' | '==' | '!=' | '===' | '!==' | '<' | '<=' | '>' | '>=' | '&&' | '||' | '??';

export const nullLiteral: Expression = { kind: 'literal', text: 'null' };

/** Whether reading an expression twice is the same as reading it once: a text, a name, and fields of it. */
export function isPath(expression: Expression): boolean {
  if (expression.kind === 'field') return isPath(expression.of);
  return expression.kind === 'name' || expression.kind === 'static' || expression.kind === 'string';
}

export function nameOf(name: string): Expression {
  return { kind: 'name', name };
}

export function callOn(of: Expression, name: string, ...args: readonly Expression[]): Expression {
  return { kind: 'call', of, name, arguments: args };
}

export function callStatic(of: string, name: string, ...args: readonly Expression[]): Expression {
  return { kind: 'callStatic', of, name, arguments: args };
}

export function binary(operator: BinaryOperator, left: Expression, right: Expression): Expression {
  return { kind: 'binary', operator, left, right };
}

export function not(value: Expression): Expression {
  return { kind: 'unary', operator: '!', value };
}
