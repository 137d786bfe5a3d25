import ts from 'typescript';

/** Whether an expression calls anything, so that it matters when, and how often, it is computed: hasCall(f(x) + 1) → true. */
export function hasCall(node: ts.Node): boolean {
  return ts.isCallExpression(node) || ts.forEachChild(node, (child) => hasCall(child) || undefined) === true;
}
