import ts from 'typescript';
import { binary, callOn, callStatic, not, type BinaryOperator, type Expression } from '../apex/tree.ts';
import { visitPopOrElse } from '../builtins/arrays.ts';
import type { ModuleContext } from '../module-context.ts';
import { boolean, string, type Type } from '../types/type.ts';
import { checkWidening, fitType } from '../types/fit-type.ts';
import { isNumeric, isSameType, joinTypes, suffix, widen, type Typed } from '../types/typed.ts';
import { checkChange } from './check-change.ts';
import { hasCall } from './has-call.ts';
import { visitExpression } from './visitors.ts';

const arithmetic = new Map<ts.SyntaxKind, BinaryOperator>([
  [ts.SyntaxKind.PlusToken, '+'],
  [ts.SyntaxKind.MinusToken, '-'],
  [ts.SyntaxKind.AsteriskToken, '*'],
]);

const comparisons = new Map<ts.SyntaxKind, BinaryOperator>([
  [ts.SyntaxKind.LessThanToken, '<'],
  [ts.SyntaxKind.LessThanEqualsToken, '<='],
  [ts.SyntaxKind.GreaterThanToken, '>'],
  [ts.SyntaxKind.GreaterThanEqualsToken, '>='],
]);

const logic = new Map<ts.SyntaxKind, BinaryOperator>([
  [ts.SyntaxKind.AmpersandAmpersandToken, '&&'],
  [ts.SyntaxKind.BarBarToken, '||'],
]);

const assignments = new Map<ts.SyntaxKind, '=' | '+=' | '-=' | '*='>([
  [ts.SyntaxKind.EqualsToken, '='],
  [ts.SyntaxKind.PlusEqualsToken, '+='],
  [ts.SyntaxKind.MinusEqualsToken, '-='],
  [ts.SyntaxKind.AsteriskEqualsToken, '*='],
]);

export function visitBinary(node: ts.BinaryExpression, asked: Type | null, context: ModuleContext): Typed | null {
  const operator = node.operatorToken.kind;
  if (assignments.has(operator)) {
    context.report(node, 'APX018');
    return null;
  }
  if (operator === ts.SyntaxKind.QuestionQuestionToken) return visitCoalesce(node, asked, context);
  const left = visitExpression(node.left, null, context);
  const right = visitExpression(node.right, left?.type.kind === 'long' ? left.type : null, context);
  if (left === null || right === null) return null;
  if (left.type.kind === 'long' || right.type.kind === 'long') {
    checkWidening(node.left, left, context);
    checkWidening(node.right, right, context);
  }
  if (operator === ts.SyntaxKind.EqualsEqualsEqualsToken) return compareEqual(node, left, right, context);
  if (operator === ts.SyntaxKind.ExclamationEqualsEqualsToken) {
    return negate(compareEqual(node, left, right, context));
  }
  if (logic.has(operator) || operator === ts.SyntaxKind.PlusToken) checkOperands(node, context);
  const computed = compute(operator, left, right);
  if (computed === null) {
    const types = `"${node.operatorToken.getText()}" for ${node.left.getText()} and ${node.right.getText()}`;
    context.report(node.operatorToken, 'APX006', types);
  }
  return computed;
}

/** An operand that is null: of `&&` it is false in JavaScript and a failure in Apex, of a sum of texts it is a word. */
function checkOperands(node: ts.BinaryExpression, context: ModuleContext): void {
  for (const operand of [node.left, node.right]) {
    if (context.mayBeNull(operand)) context.report(operand, 'APX025', `"${operand.getText()}"`);
  }
}

function compute(operator: ts.SyntaxKind, left: Typed, right: Typed): Typed | null {
  const areNumbers = isNumeric(left.type) && isNumeric(right.type);
  const arithmeticOperator = arithmetic.get(operator);
  if (arithmeticOperator !== undefined && areNumbers) {
    const type = joinTypes(left.type, right.type);
    return { apex: binary(arithmeticOperator, suffix(left, type).apex, suffix(right, type).apex), type };
  }
  if (arithmeticOperator === '+' && left.type.kind === 'string' && right.type.kind === 'string') {
    return { apex: binary('+', left.apex, right.apex), type: string };
  }
  const comparison = comparisons.get(operator);
  if (comparison !== undefined && areNumbers) return { apex: binary(comparison, left.apex, right.apex), type: boolean };
  const logical = logic.get(operator);
  if (logical !== undefined && left.type.kind === 'boolean' && right.type.kind === 'boolean') {
    return { apex: binary(logical, left.apex, right.apex), type: boolean };
  }
  return null;
}

/**
 * `===`. Apex compares texts without regard to case and lists by content, so texts are compared by `equals` (whose receiver
 * must not be null) and lists and records by identity.
 */
function compareEqual(node: ts.BinaryExpression, left: Typed, right: Typed, context: ModuleContext): Typed | null {
  const type = joinTypes(left.type, right.type);
  const isNull = left.type.kind === 'null' || right.type.kind === 'null';
  if (!isNull && !isSameType(left.type, right.type) && !(isNumeric(left.type) && isNumeric(right.type))) {
    context.report(node.operatorToken, 'APX006', `"===" for ${node.left.getText()} and ${node.right.getText()}`);
    return null;
  }
  if (isNull || isNumeric(type) || type.kind === 'boolean') {
    return { apex: binary('==', left.apex, right.apex), type: boolean };
  }
  if (type.kind !== 'string') return { apex: binary('===', left.apex, right.apex), type: boolean };
  return { apex: compareTexts(node, left.apex, right.apex, context), type: boolean };
}

function compareTexts(
  node: ts.BinaryExpression,
  left: Expression,
  right: Expression,
  context: ModuleContext,
): Expression {
  if (!context.mayHaveBecomeNull(node.left)) {
    // An empty text has no letters, so the plain operator is exact and reads better.
    if (right.kind === 'string' && right.value === '') return binary('==', left, right);
    return callOn(left, 'equals', right);
  }
  // To ask the right side is to compute it first, which may only be where that makes no difference.
  const isEitherFirst = right.kind === 'string' || (!hasCall(node.left) && !hasCall(node.right));
  if (isEitherFirst && !context.mayHaveBecomeNull(node.right)) return callOn(right, 'equals', left);
  return callStatic('SbxText', 'isSame', left, right);
}

function negate(compared: Typed | null): Typed | null {
  if (compared === null) return null;
  const apex = compared.apex;
  if (apex.kind === 'binary' && apex.operator === '==') return { ...compared, apex: { ...apex, operator: '!=' } };
  if (apex.kind === 'binary' && apex.operator === '===') return { ...compared, apex: { ...apex, operator: '!==' } };
  return { ...compared, apex: not(apex) };
}

/** `a ?? b`; where b is null, a says it all, since nothing is undefined in Apex. */
function visitCoalesce(node: ts.BinaryExpression, asked: Type | null, context: ModuleContext): Typed | null {
  const popped = visitPopOrElse(node, asked, context);
  if (popped !== undefined) return popped;
  const left = visitExpression(node.left, asked, context);
  const right = visitExpression(node.right, left?.type ?? asked, context);
  if (left === null || right === null) return null;
  if (right.type.kind === 'null') return left;
  const type = joinTypes(left.type, right.type);
  if (!isSameType(type, right.type) && !isNumeric(right.type)) {
    context.report(node.operatorToken, 'APX006', `"??" for ${node.left.getText()} and ${node.right.getText()}`);
    return null;
  }
  if (type.kind === 'long') {
    checkWidening(node.left, left, context);
    checkWidening(node.right, right, context);
  }
  return { apex: binary('??', widen(left, type).apex, widen(right, type).apex), type };
}

export function visitPrefix(node: ts.PrefixUnaryExpression, asked: Type | null, context: ModuleContext): Typed | null {
  const isMinus = node.operator === ts.SyntaxKind.MinusToken;
  const isNot = node.operator === ts.SyntaxKind.ExclamationToken;
  if (!isMinus && !isNot) {
    context.report(node, 'APX001', `"${node.getText()}"`);
    return null;
  }
  const value = visitExpression(node.operand, asked, context);
  if (value === null) return null;
  if (isMinus ? !isNumeric(value.type) : value.type.kind !== 'boolean') {
    context.report(node, 'APX006', `"${isMinus ? '-' : '!'}" for ${node.operand.getText()}`);
    return null;
  }
  if (isNot && context.mayBeNull(node.operand)) context.report(node.operand, 'APX025', `"${node.operand.getText()}"`);
  if (isNot) return { apex: not(value.apex), type: boolean };
  return { apex: { kind: 'unary', operator: '-', value: value.apex }, type: value.type };
}

/** `x++` that stands as a statement, or as the step of a loop. */
export function visitStep(node: ts.PostfixUnaryExpression, context: ModuleContext): Typed | null {
  const value = visitTarget(node.operand, true, context);
  if (value === null) return null;
  const operator = node.operator === ts.SyntaxKind.PlusPlusToken ? '++' : '--';
  if (!isNumeric(value.type)) {
    context.report(node, 'APX006', `"${operator}" for ${node.operand.getText()}`);
    return null;
  }
  return { apex: { kind: 'postfix', operator, value: value.apex }, type: value.type };
}

export function isAssignment(node: ts.BinaryExpression): boolean {
  return assignments.has(node.operatorToken.kind);
}

/** An assignment that stands as a statement. */
export function visitAssignment(node: ts.BinaryExpression, context: ModuleContext): Typed | null {
  const operator = assignments.get(node.operatorToken.kind)!;
  const target = visitTarget(node.left, operator !== '=', context);
  const value = visitExpression(node.right, target?.type ?? null, context);
  if (target === null || value === null) return null;
  if (operator !== '=' && context.mayBeNull(node.right)) {
    context.report(node.right, 'APX025', `"${node.right.getText()}"`);
  }
  const given = fitType(node.right, value, target.type, context);
  return {
    apex: stepOf(operator, target, given) ?? { kind: 'assign', operator, target: target.apex, value: given },
    type: target.type,
  };
}

/** What is assigned to: a local, a field or an element. What is also read must not be computed twice. */
function visitTarget(node: ts.Expression, isRead: boolean, context: ModuleContext): Typed | null {
  const target = visitExpression(node, null, context);
  if (target === null) return null;
  if (!['name', 'field', 'index'].includes(target.apex.kind)) {
    context.report(node, 'APX001', `An assignment to "${node.getText()}"`);
    return null;
  }
  if (isRead && hasCall(node)) context.report(node, 'APX015', `"${node.getText()}"`);
  checkChange(node, context);
  return target;
}

/** `x += 1` is how the subset counts; Apex readers know it as `x++`. */
function stepOf(operator: string, target: Typed, value: Expression): Expression | null {
  const isOne = value.kind === 'literal' && (value.text === '1' || value.text === '1L');
  if (!isOne || !isNumeric(target.type)) return null;
  if (operator === '+=') return { kind: 'postfix', operator: '++', value: target.apex };
  if (operator === '-=') return { kind: 'postfix', operator: '--', value: target.apex };
  return null;
}
