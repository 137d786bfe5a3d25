import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';
import { refusedExpressions, refusedStatements } from '../../../salesforce/compiler/visitors/refused.ts';
import { expressionVisitors, statementVisitors } from '../../../salesforce/compiler/visitors/visitors.ts';

const factory = ts.factory;

/** Every kind of node that TypeScript itself takes for a statement or an expression. */
function kindsThat(holds: (node: ts.Node) => boolean): ts.SyntaxKind[] {
  const kinds: ts.SyntaxKind[] = [];
  for (let kind: ts.SyntaxKind = 0; kind < ts.SyntaxKind.Count; kind += 1) {
    const inner = factory.createIdentifier('x');
    const node = { ...inner, kind, expression: inner } as unknown as ts.Node;
    if (holds(node)) kinds.push(kind);
  }
  return kinds;
}

const names = (kinds: Iterable<ts.SyntaxKind>): string[] =>
  [...new Set(kinds)].map((kind) => ts.SyntaxKind[kind]).sort();

describe('the table of visitors', () => {
  test('has every statement of TypeScript, as visited or as refused', () => {
    const known = kindsThat((node) => ts.isStatement(node));
    expect(names([...statementVisitors.keys(), ...refusedStatements])).toEqual(names(known));
  });

  test('has every expression of TypeScript, as visited or as refused', () => {
    const known = kindsThat((node) => ts.isExpression(node));
    expect(names([...expressionVisitors.keys(), ...refusedExpressions])).toEqual(names(known));
  });

  test('refuses nothing that it visits', () => {
    expect(refusedStatements.filter((kind) => statementVisitors.has(kind))).toEqual([]);
    expect(refusedExpressions.filter((kind) => expressionVisitors.has(kind))).toEqual([]);
  });
});
