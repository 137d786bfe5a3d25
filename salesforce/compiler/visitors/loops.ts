import ts from 'typescript';
import type { Statement } from '../apex/tree.ts';
import { commentsBefore } from '../comments.ts';
import type { ModuleContext } from '../module-context.ts';
import { readType } from '../types/read-type.ts';
import { fitType } from '../types/fit-type.ts';
import { visitCondition } from './choices.ts';
import { rememberLocal, visitBody } from './statements.ts';
import { changingMethods } from '../builtins/members.ts';
import { isAssignment } from './operators.ts';
import { visitAction, visitExpression } from './visitors.ts';

export function visitWhile(node: ts.WhileStatement, context: ModuleContext): Statement[] {
  const condition = visitCondition(node.expression, context);
  const body = visitBody(node.statement, context);
  return condition === null ? [] : [{ kind: 'while', comments: commentsBefore(node), condition, body }];
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
  if (isChanged(node.expression, node.statement)) {
    context.report(node.expression, 'APX011', 'it changes the array that it walks');
  }
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

/** Whether a statement pushes to, pops from or sets an element of an array, as far as the same words name it. */
function isChanged(array: ts.Expression, inside: ts.Node): boolean {
  const name = array.getText();
  const changes = (node: ts.Node): boolean => {
    const changed = ts.isBinaryExpression(node) ? changedByAssignment(node) : changedByCall(node);
    return changed?.getText() === name || ts.forEachChild(node, (child) => changes(child) || undefined) === true;
  };
  return changes(inside);
}

function changedByAssignment(node: ts.BinaryExpression): ts.Expression | null {
  const target = ts.isNonNullExpression(node.left) ? node.left.expression : node.left;
  return isAssignment(node) && ts.isElementAccessExpression(target) ? target.expression : null;
}

function changedByCall(node: ts.Node): ts.Expression | null {
  const method = ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) ? node.expression : null;
  return method !== null && changingMethods.has(method.name.text) ? method.expression : null;
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
  const asked = declaration.type === undefined ? null : readType(declaration.type, context);
  const start = visitExpression(declaration.initializer, asked, context);
  const type = asked ?? start?.type ?? null;
  if (type === null) return [];
  rememberLocal(name, type, context);
  const condition = visitCondition(node.condition, context);
  const update = visitAction(node.incrementor, context);
  const body = visitBody(node.statement, context);
  if (start === null || condition === null || update === null) return [];
  return [
    {
      kind: 'for',
      comments: commentsBefore(node),
      type,
      name: name.text,
      start: fitType(declaration.initializer, start, type, context),
      condition,
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
