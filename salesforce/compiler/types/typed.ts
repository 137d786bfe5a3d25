import type { Expression } from '../apex/tree.ts';
import { writeType, type Type } from './type.ts';

/** An expression of Apex with its type. */
export type Typed = { readonly apex: Expression; readonly type: Type };

export function isNumeric(type: Type): boolean {
  return type.kind === 'integer' || type.kind === 'long';
}

/** What two branches have in common: null gives way, and Integer widens to Long. */
export function joinTypes(one: Type, other: Type): Type {
  if (one.kind === 'null') return other;
  if (one.kind === 'integer' && other.kind === 'long') return other;
  return one;
}

export function isSameType(one: Type, other: Type): boolean {
  return writeType(one, '') === writeType(other, '');
}

/**
 * An expression where a type is asked. Apex widens Integer to Long by itself, but not inside `? :` or a list literal, and
 * reads `1` as Integer: a number that is written out gets the suffix of its type.
 */
export function widen(typed: Typed, asked: Type | null): Typed {
  if (asked?.kind !== 'long' || typed.type.kind !== 'integer') return typed;
  const literal = withLongSuffix(typed.apex);
  return { apex: literal ?? { kind: 'cast', type: asked, value: typed.apex }, type: asked };
}

/** As widen, where Apex widens by itself: only numbers that are written out change. */
export function suffix(typed: Typed, asked: Type | null): Typed {
  if (asked?.kind !== 'long' || typed.type.kind !== 'integer') return typed;
  const literal = withLongSuffix(typed.apex);
  return literal === null ? typed : { apex: literal, type: asked };
}

function withLongSuffix(apex: Expression): Expression | null {
  if (apex.kind === 'literal') return { kind: 'literal', text: `${apex.text}L` };
  if (apex.kind === 'unary' && apex.operator === '-') {
    const value = withLongSuffix(apex.value);
    return value === null ? null : { kind: 'unary', operator: '-', value };
  }
  return null;
}
