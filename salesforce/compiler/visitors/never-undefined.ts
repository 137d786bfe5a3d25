import ts from 'typescript';
import { withBrackets } from '../brackets.ts';
import type { ModuleContext } from '../module-context.ts';

/**
 * What TypeScript answers with undefined has no counterpart, so each such reading says on the spot what it means: `items[i]!`
 * and `items.pop()!` that there is an element, `map.get(key) ?? null` and `items.pop() ?? other` what stands in for it.
 */
export function checkElement(node: ts.ElementAccessExpression, context: ModuleContext): void {
  if (isPromised(node) || isTarget(node)) return;
  // Where elements may be null, "!" would deny that too; "??" then speaks of null and promises the element.
  if (isCoalesced(node) && context.hasNullElements(node.expression)) return;
  const remedy = context.hasNullElements(node.expression) ? `${node.getText()} ?? null` : `${node.getText()}!`;
  context.report(node, 'APX024', node.getText(), remedy);
}

/** As checkElement, for the methods whose answer may be undefined. */
export function checkAnswer(node: ts.CallExpression, method: string, context: ModuleContext): void {
  if (method === 'get' && !isCoalesced(node))
    context.report(node, 'APX024', node.getText(), `${node.getText()} ?? null`);
  const isLeft = method === 'pop' && (isPromised(node) || isCoalesced(node) || ts.isExpressionStatement(node.parent));
  if (method === 'pop' && !isLeft) context.report(node, 'APX024', node.getText(), `${node.getText()}!`);
}

function isPromised(node: ts.Node): boolean {
  return ts.isNonNullExpression(withBrackets(node).parent);
}

function isCoalesced(node: ts.Node): boolean {
  const outer = withBrackets(node);
  const parent = outer.parent;
  const isCoalescing =
    ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken;
  return isCoalescing && parent.left === outer;
}

function isTarget(node: ts.Node): boolean {
  const parent = node.parent;
  return (
    ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken && parent.left === node
  );
}
