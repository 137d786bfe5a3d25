import ts from 'typescript';
import type { Statement } from '../apex/tree.ts';
import { commentsBefore } from '../comments.ts';
import type { ModuleContext } from '../module-context.ts';
import { readType } from '../types/read-type.ts';
import { integer } from '../types/type.ts';
import { suffix } from '../types/typed.ts';
import { rememberLocal, visitBody } from './statements.ts';
import { visitAction, visitExpression } from './visitors.ts';

export function visitWhile(node: ts.WhileStatement, context: ModuleContext): Statement[] {
  const condition = visitExpression(node.expression, null, context);
  const body = visitBody(node.statement, context);
  return condition === null ? [] : [{ kind: 'while', comments: commentsBefore(node), condition: condition.apex, body }];
}

export function visitForOf(node: ts.ForOfStatement, context: ModuleContext): Statement[] {
  const declaration = ts.isVariableDeclarationList(node.initializer) ? node.initializer.declarations[0] : undefined;
  if (declaration === undefined || !ts.isIdentifier(declaration.name) || node.awaitModifier !== undefined) {
    context.report(node, 'APX011', 'it does not declare its variable');
    return [];
  }
  const over = visitExpression(node.expression, null, context);
  if (over !== null && over.type.kind !== 'list')
    context.report(node.expression, 'APX011', 'it does not walk an array');
  if (over === null || over.type.kind !== 'list') return [];
  rememberLocal(declaration.name, over.type.element, context);
  const body = visitBody(node.statement, context);
  return [
    {
      kind: 'forEach',
      comments: commentsBefore(node),
      type: over.type.element,
      name: declaration.name.text,
      over: over.apex,
      body,
    },
  ];
}

export function visitCountingFor(node: ts.ForStatement, context: ModuleContext): Statement[] {
  const list = node.initializer;
  const declaration = list !== undefined && ts.isVariableDeclarationList(list) ? list.declarations[0] : undefined;
  const isWhole =
    declaration?.initializer !== undefined &&
    ts.isIdentifier(declaration.name) &&
    node.condition !== undefined &&
    node.incrementor !== undefined &&
    (list as ts.VariableDeclarationList).declarations.length === 1;
  if (!isWhole) {
    context.report(node, 'APX011', 'it does not declare one counter with start, condition and step');
    return [];
  }
  const name = declaration.name;
  const type = declaration.type === undefined ? integer : readType(declaration.type, context);
  if (type === null) return [];
  const start = visitExpression(declaration.initializer, type, context);
  rememberLocal(name, type, context);
  const condition = visitExpression(node.condition, null, context);
  const update = visitAction(node.incrementor, context);
  const body = visitBody(node.statement, context);
  if (start === null || condition === null || update === null) return [];
  return [
    {
      kind: 'for',
      comments: commentsBefore(node),
      type,
      name: name.text,
      start: suffix(start, type).apex,
      condition: condition.apex,
      update: update.apex,
      body,
    },
  ];
}

export function visitLeave(node: ts.BreakStatement | ts.ContinueStatement, context: ModuleContext): Statement[] {
  if (node.label !== undefined) {
    context.report(node, 'APX011', 'it is left by a label');
    return [];
  }
  if (ts.isContinueStatement(node)) return [{ kind: 'continue', comments: commentsBefore(node) }];
  if (!isOfLoop(node)) {
    context.report(node, 'APX010', 'a case is left from within');
    return [];
  }
  return [{ kind: 'break', comments: commentsBefore(node) }];
}

/** Whether the nearest statement that a break leaves is a loop: in Apex a break inside `switch on` leaves the loop around it. */
function isOfLoop(node: ts.Node): boolean {
  for (let outer = node.parent; !ts.isFunctionLike(outer); outer = outer.parent) {
    if (ts.isIterationStatement(outer, false)) return true;
    if (ts.isSwitchStatement(outer)) return false;
  }
  return false;
}
