import type ts from 'typescript';
import type { Expression } from '../apex/tree.ts';
import type { ModuleContext } from '../module-context.ts';
import { writeType, type Type } from './type.ts';
import { isSameType, suffix, widen, type Typed } from './typed.ts';

/**
 * A value where a type is asked and Apex widens by itself: a variable, a result, an argument. A value that Apex would refuse
 * there is a problem. fitType(node, 5 as Integer, Long, context) → 5L.
 */
export function fitType(node: ts.Node, typed: Typed, asked: Type | null, context: ModuleContext): Expression {
  checkFit(node, typed, asked, context);
  return suffix(typed, asked).apex;
}

/** As fitType, where Apex does not widen by itself: items, fields, and what stands for a call. */
export function fitExactType(node: ts.Node, typed: Typed, asked: Type | null, context: ModuleContext): Expression {
  checkFit(node, typed, asked, context);
  return widen(typed, asked).apex;
}

function checkFit(node: ts.Node, typed: Typed, asked: Type | null, context: ModuleContext): void {
  if (asked === null || typed.type.kind === 'null') return;
  if (typed.type.kind === 'integer' && asked.kind === 'long') return checkWidening(node, typed, context);
  if (!isSameType(typed.type, asked)) {
    context.report(node, 'APX022', writeType(typed.type, ''), writeType(asked, ''));
  }
}

/** A sum or product of Integers leaves 32 bits before it is widened, where TypeScript computes on. */
export function checkWidening(node: ts.Node, typed: Typed, context: ModuleContext): void {
  if (typed.type.kind === 'integer' && isComputed(typed.apex)) context.report(node, 'APX023', `"${node.getText()}"`);
}

function isComputed(apex: Expression): boolean {
  switch (apex.kind) {
    case 'unary':
      return isComputed(apex.value);
    case 'conditional':
      return isComputed(apex.then) || isComputed(apex.otherwise);
    case 'binary':
      return apex.operator === '??' ? isComputed(apex.left) || isComputed(apex.right) : apex.operator !== '/';
    default:
      return false;
  }
}
