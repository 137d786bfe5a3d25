import ts from 'typescript';
import { withoutBrackets } from '../brackets.ts';

/** The array that an expression pops from; null where it is no pop. poppedArray(items.pop()) → items. */
export function poppedArray(node: ts.Expression): ts.Expression | null {
  const call = withoutBrackets(node);
  if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return null;
  return call.expression.name.text === 'pop' ? call.expression.expression : null;
}
