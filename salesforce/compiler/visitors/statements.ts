import ts from 'typescript';
import type { Statement } from '../apex/tree.ts';
import { commentsBefore } from '../comments.ts';
import type { ModuleContext } from '../module-context.ts';
import { readType } from '../types/read-type.ts';
import type { Type } from '../types/type.ts';
import { fitType } from '../types/fit-type.ts';
import { visitCondition } from './choices.ts';
import { makeFieldByField } from './make-field-by-field.ts';
import { visitAction, visitExpression, visitStatement } from './visitors.ts';

/** The statements of a block, or one statement as if it were a block. */
export function visitBody(node: ts.Statement, context: ModuleContext): Statement[] {
  if (!ts.isBlock(node)) return visitStatement(node, context);
  return node.statements.flatMap((each) => visitStatement(each, context));
}

/** A block inside a block has no counterpart that keeps its names apart. */
export function visitBlock(node: ts.Block, context: ModuleContext): Statement[] {
  context.report(node, 'APX001', 'A block on its own');
  return [];
}

export function visitVariables(node: ts.VariableStatement, context: ModuleContext): Statement[] {
  const comments = commentsBefore(node);
  const statements: Statement[] = [];
  for (const each of node.declarationList.declarations) {
    const declared = visitVariable(each, context);
    statements.push(
      ...declared.map((one, place) => (place === 0 && statements.length === 0 ? { ...one, comments } : one)),
    );
  }
  return statements;
}

function visitVariable(node: ts.VariableDeclaration, context: ModuleContext): Statement[] {
  if (!ts.isIdentifier(node.name) || node.initializer === undefined) {
    context.report(node, 'APX001', `"${node.getText()}"`);
    return [];
  }
  const asked = node.type === undefined ? null : readType(node.type, context);
  const whole = asked === null ? null : makeFieldByField(node.initializer, asked, node.name.text, context);
  if (whole !== null && asked !== null) {
    rememberLocal(node.name, asked, context);
    return whole;
  }
  const value = visitExpression(node.initializer, asked, context);
  if (value === null) {
    // Later uses of the name would only repeat the problem.
    rememberLocal(node.name, asked ?? { kind: 'null' }, context);
    return [];
  }
  const type = asked ?? value.type;
  if (type.kind === 'null' || type.kind === 'void') {
    context.report(node, 'APX002', `of ${node.name.text}, which is not written out,`);
  }
  rememberLocal(node.name, type, context);
  return [
    { kind: 'local', comments: [], type, name: node.name.text, value: fitType(node.initializer, value, type, context) },
  ];
}

export function rememberLocal(name: ts.Identifier, type: Type, context: ModuleContext): void {
  const symbol = context.symbolOf(name);
  if (symbol !== null) context.localTypes.set(symbol, type);
}

export function visitExpressionStatement(node: ts.ExpressionStatement, context: ModuleContext): Statement[] {
  const action = visitAction(node.expression, context);
  return action === null ? [] : [{ kind: 'expression', comments: commentsBefore(node), expression: action.apex }];
}

export function visitIf(node: ts.IfStatement, context: ModuleContext): Statement[] {
  const condition = visitCondition(node.expression, context);
  const then = visitBody(node.thenStatement, context);
  const otherwise = node.elseStatement === undefined ? null : visitBody(node.elseStatement, context);
  if (condition === null) return [];
  return [{ kind: 'if', comments: commentsBefore(node), condition, then, otherwise }];
}

export function visitReturn(node: ts.ReturnStatement, context: ModuleContext): Statement[] {
  const comments = commentsBefore(node);
  if (node.expression === undefined) return [{ kind: 'return', comments, value: null }];
  if (context.returns.kind === 'void') {
    context.report(node, 'APX001', 'A result of a function that has none');
    return [];
  }
  const value = visitExpression(node.expression, context.returns, context);
  return value === null
    ? []
    : [{ kind: 'return', comments, value: fitType(node.expression, value, context.returns, context) }];
}
