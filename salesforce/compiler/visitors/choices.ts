import ts from 'typescript';
import type { ModuleContext } from '../module-context.ts';
import { readType } from '../types/read-type.ts';
import type { Type } from '../types/type.ts';
import { isSameType, joinTypes, widen, type Typed } from '../types/typed.ts';
import { visitExpression } from './visitors.ts';

export function visitConditional(
  node: ts.ConditionalExpression,
  asked: Type | null,
  context: ModuleContext,
): Typed | null {
  const condition = visitExpression(node.condition, null, context);
  const then = visitExpression(node.whenTrue, asked, context);
  const otherwise = visitExpression(node.whenFalse, asked ?? then?.type ?? null, context);
  if (condition === null || then === null || otherwise === null) return null;
  const type = joinTypes(then.type, otherwise.type);
  const wider = widen(then, type);
  const other = widen(otherwise, type);
  const isOneType = [wider.type, other.type].every((each) => each.kind === 'null' || isSameType(each, type));
  if (!isOneType) {
    context.report(node, 'APX006', `choice between ${node.whenTrue.getText()} and ${node.whenFalse.getText()}`);
    return null;
  }
  return {
    apex: { kind: 'conditional', condition: condition.apex, then: wider.apex, otherwise: other.apex },
    type,
  };
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
  const inner = visitExpression(node.expression, asked, context);
  if (inner === null || !ts.isAsExpression(node)) return inner;
  const type = readType(node.type, context);
  if (type === null) return null;
  if (type.kind !== 'string' || inner.type.kind !== 'string') {
    context.report(node, 'APX001', `"${node.getText()}"`);
    return null;
  }
  return inner;
}
