import ts from 'typescript';

/** What stands inside brackets: withoutBrackets(((x))) → x. */
export function withoutBrackets(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node) ? withoutBrackets(node.expression) : node;
}

/** The outermost brackets around an expression, or the expression itself: withBrackets(x) of `((x)) + 1` → ((x)). */
export function withBrackets(node: ts.Node): ts.Node {
  return ts.isParenthesizedExpression(node.parent) ? withBrackets(node.parent) : node;
}
