import ts from 'typescript';
import type { Statement } from '../apex/tree.ts';
import type { ModuleContext } from '../module-context.ts';
import type { Type } from '../types/type.ts';
import type { Typed } from '../types/typed.ts';
import { visitArrayLiteral, visitNewMap, visitObjectLiteral } from './aggregates.ts';
import { isAssignment, visitAssignment, visitBinary, visitPrefix, visitStep } from './operators.ts';
import { visitCall } from './calls.ts';
import { visitBlock, visitExpressionStatement, visitIf, visitReturn, visitVariables } from './statements.ts';
import { visitCountingFor, visitForOf, visitLeave, visitWhile } from './loops.ts';
import { visitIdentifier, visitNumber, visitString, visitTemplate, visitWord } from './literals.ts';
import { visitElement, visitProperty } from './members.ts';
import { visitSwitch } from './switch.ts';
import { visitConditional, visitInner } from './choices.ts';

/** `asked` is the type that the place of the expression asks for; null where it asks for none. */
// The table below hands each visitor the kind of node it is listed under.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type ExpressionVisitor = (node: any, asked: Type | null, context: ModuleContext) => Typed | null;
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type StatementVisitor = (node: any, context: ModuleContext) => Statement[];

/** The whole language of expressions. A kind that is not here has no counterpart in Apex. */
export const expressionVisitors = new Map<ts.SyntaxKind, ExpressionVisitor>([
  [ts.SyntaxKind.Identifier, visitIdentifier],
  [ts.SyntaxKind.NumericLiteral, visitNumber],
  [ts.SyntaxKind.StringLiteral, visitString],
  [ts.SyntaxKind.NoSubstitutionTemplateLiteral, visitString],
  [ts.SyntaxKind.TemplateExpression, visitTemplate],
  [ts.SyntaxKind.TrueKeyword, visitWord],
  [ts.SyntaxKind.FalseKeyword, visitWord],
  [ts.SyntaxKind.NullKeyword, visitWord],
  [ts.SyntaxKind.ArrayLiteralExpression, visitArrayLiteral],
  [ts.SyntaxKind.ObjectLiteralExpression, visitObjectLiteral],
  [ts.SyntaxKind.NewExpression, visitNewMap],
  [ts.SyntaxKind.PropertyAccessExpression, visitProperty],
  [ts.SyntaxKind.ElementAccessExpression, visitElement],
  [ts.SyntaxKind.CallExpression, visitCall],
  [ts.SyntaxKind.PrefixUnaryExpression, visitPrefix],
  [ts.SyntaxKind.BinaryExpression, visitBinary],
  [ts.SyntaxKind.ConditionalExpression, visitConditional],
  [ts.SyntaxKind.ParenthesizedExpression, visitInner],
  [ts.SyntaxKind.NonNullExpression, visitInner],
  [ts.SyntaxKind.AsExpression, visitInner],
]);

/** The whole language of statements. */
export const statementVisitors = new Map<ts.SyntaxKind, StatementVisitor>([
  [ts.SyntaxKind.VariableStatement, visitVariables],
  [ts.SyntaxKind.ExpressionStatement, visitExpressionStatement],
  [ts.SyntaxKind.IfStatement, visitIf],
  [ts.SyntaxKind.WhileStatement, visitWhile],
  [ts.SyntaxKind.ForStatement, visitCountingFor],
  [ts.SyntaxKind.ForOfStatement, visitForOf],
  [ts.SyntaxKind.SwitchStatement, visitSwitch],
  [ts.SyntaxKind.ReturnStatement, visitReturn],
  [ts.SyntaxKind.BreakStatement, visitLeave],
  [ts.SyntaxKind.ContinueStatement, visitLeave],
  [ts.SyntaxKind.Block, visitBlock],
]);

/** Null where the expression, or a part of it, has no counterpart: then a diagnostic has been noted. */
export function visitExpression(node: ts.Expression, asked: Type | null, context: ModuleContext): Typed | null {
  const visitor = expressionVisitors.get(node.kind);
  if (visitor === undefined) {
    context.report(node, ts.isPostfixUnaryExpression(node) ? 'APX018' : 'APX001', ts.SyntaxKind[node.kind]);
    return null;
  }
  return visitor(node, asked, context);
}

/** An expression that stands as a statement: an assignment, a step or a call. */
export function visitAction(node: ts.Expression, context: ModuleContext): Typed | null {
  if (ts.isBinaryExpression(node) && isAssignment(node)) return visitAssignment(node, context);
  if (ts.isPostfixUnaryExpression(node)) return visitStep(node, context);
  const called = visitExpression(node, null, context);
  if (called === null || called.apex.kind === 'call' || called.apex.kind === 'callStatic') return called;
  context.report(node, 'APX001', `"${node.getText()}" as a statement`);
  return null;
}

export function visitStatement(node: ts.Statement, context: ModuleContext): Statement[] {
  const visitor = statementVisitors.get(node.kind);
  if (visitor === undefined) {
    context.report(node, 'APX001', ts.SyntaxKind[node.kind]);
    return [];
  }
  return visitor(node, context);
}
