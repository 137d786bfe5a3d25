import ts from 'typescript';
import type { Expression } from '../apex/tree.ts';
import { withoutBrackets } from '../brackets.ts';
import { poppedArray } from '../builtins/popped-array.ts';
import type { ModuleContext } from '../module-context.ts';
import { readType } from '../types/read-type.ts';
import type { Type } from '../types/type.ts';
import { checkWidening } from '../types/fit-type.ts';
import { isSameType, joinTypes, widen, type Typed } from '../types/typed.ts';
import { visitExpression } from './visitors.ts';

export function visitConditional(
  node: ts.ConditionalExpression,
  asked: Type | null,
  context: ModuleContext,
): Typed | null {
  const condition = visitCondition(node.condition, context);
  const then = visitExpression(node.whenTrue, asked, context);
  const otherwise = visitExpression(node.whenFalse, asked ?? then?.type ?? null, context);
  if (condition === null || then === null || otherwise === null) return null;
  const type = joinTypes(then.type, otherwise.type);
  if (type.kind === 'long') {
    checkWidening(node.whenTrue, then, context);
    checkWidening(node.whenFalse, otherwise, context);
  }
  const wider = widen(then, type);
  const other = widen(otherwise, type);
  const isOneType = [wider.type, other.type].every((each) => each.kind === 'null' || isSameType(each, type));
  if (!isOneType) {
    context.report(node, 'APX006', `choice between ${node.whenTrue.getText()} and ${node.whenFalse.getText()}`);
    return null;
  }
  return {
    apex: { kind: 'conditional', condition, then: wider.apex, otherwise: other.apex },
    type,
  };
}

/** What decides: a boolean that is not null, which JavaScript would take for false and Apex for a failure. */
export function visitCondition(node: ts.Expression, context: ModuleContext): Expression | null {
  const condition = visitExpression(node, null, context);
  if (condition === null) return null;
  if (condition.type.kind !== 'boolean') {
    context.report(node, 'APX006', `truth of ${node.getText()}`);
    return null;
  }
  if (context.mayBeNull(node)) context.report(node, 'APX025', `"${node.getText()}"`);
  return condition.apex;
}

/**
 * Brackets are set anew by the printer; `!` says something to TypeScript alone; and `as` is only in where both types are text
 * in Apex.
 */
export function visitInner(
  node: ts.ParenthesizedExpression | ts.NonNullExpression | ts.AsExpression,
  asked: Type | null,
  context: ModuleContext,
): Typed | null {
  if (ts.isNonNullExpression(node)) return visitPromise(node, asked, context);
  const inner = visitExpression(node.expression, asked, context);
  if (inner === null || !ts.isAsExpression(node)) return inner;
  if (context.mayBeNull(node.expression)) context.report(node.expression, 'APX025', `"${node.expression.getText()}"`);
  const type = readType(node.type, context);
  if (type === null) return null;
  if (type.kind !== 'string' || inner.type.kind !== 'string') {
    context.report(node, 'APX001', `"${node.getText()}"`);
    return null;
  }
  return inner;
}

/** `items[i]!` and `items.pop()!` promise that there is an element. That it is not null as well would be said of all of them. */
function visitPromise(node: ts.NonNullExpression, asked: Type | null, context: ModuleContext): Typed | null {
  const promised = withoutBrackets(node.expression);
  const array = ts.isElementAccessExpression(promised) ? promised.expression : poppedArray(promised);
  const isNull = array === null ? context.mayBeNull(promised) : context.hasNullElements(array);
  if (isNull) context.report(node.expression, 'APX025', `"${node.expression.getText()}"`);
  return visitExpression(node.expression, asked, context);
}
