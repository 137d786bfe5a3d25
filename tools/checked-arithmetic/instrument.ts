import ts from 'typescript';
import { widthOf } from './width.ts';

const compound = new Map<ts.SyntaxKind, string>([
  [ts.SyntaxKind.PlusEqualsToken, '+'],
  [ts.SyntaxKind.MinusEqualsToken, '-'],
  [ts.SyntaxKind.AsteriskEqualsToken, '*'],
]);
const plain = new Set([ts.SyntaxKind.PlusToken, ts.SyntaxKind.MinusToken, ts.SyntaxKind.AsteriskToken]);

export interface Instrumented {
  readonly text: string;
  readonly checks: number;
}

/** Rewrites text rather than printing a tree, so that lines and comments stay where they were. */
export function instrument(
  checker: ts.TypeChecker,
  source: ts.SourceFile,
  place: string,
  runtime: string,
): Instrumented {
  let checks = 0;

  const check = (node: ts.Expression, text: string): string => {
    checks += 1;
    const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
    return `check${widthOf(checker, node)}(${text}, ${JSON.stringify(`${place}:${line}`)})`;
  };

  const isNumber = (node: ts.Expression): boolean => isNumeric(checker.getTypeAtLocation(node));

  const rewrite = (node: ts.Node): string => {
    if (ts.isBinaryExpression(node)) {
      const operator = compound.get(node.operatorToken.kind);
      if (operator !== undefined && isNumber(node.left) && isNumber(node.right)) {
        return assign(node, node.left, operator, rewrite(node.right));
      }
      if (plain.has(node.operatorToken.kind) && isNumber(node.left) && isNumber(node.right))
        return check(node, pieces(node));
    }
    if (ts.isPrefixUnaryExpression(node)) {
      if (node.operator === ts.SyntaxKind.MinusToken && !ts.isNumericLiteral(node.operand))
        return check(node, pieces(node));
      if (isStep(node)) return assign(node, node.operand, stepOperator(node), '1');
    }
    if (ts.isPostfixUnaryExpression(node)) {
      if (!isUnused(node))
        throw new Error(`ARI002: ${place} uses the value of "${node.getText(source)}". Next: make it a statement.`);
      return assign(node, node.operand, stepOperator(node), '1');
    }
    return pieces(node);
  };

  const assign = (node: ts.Expression, target: ts.Expression, operator: string, value: string): string => {
    const bare = ts.isNonNullExpression(target) ? target.expression : target;
    if (hasEffect(bare)) {
      throw new Error(`ARI003: ${place} changes "${bare.getText(source)}" in place. Next: name the index first.`);
    }
    const text = rewrite(bare);
    return `(${text} = ${check(node, `${text} ${operator} (${value})`)})`;
  };

  /** The node's own text with each child rewritten in its place. */
  const pieces = (node: ts.Node): string => {
    let text = '';
    let at = node.getStart(source);
    node.forEachChild((child) => {
      const start = child.getStart(source);
      text += source.text.slice(at, start) + rewrite(child);
      at = child.getEnd();
    });
    return text + source.text.slice(at, node.getEnd());
  };

  const body = source.text.slice(0, source.getStart(source)) + pieces(source) + source.text.slice(source.getEnd());
  // On the first line, so that line numbers stay the same.
  const text = checks === 0 ? body : `import { checkInt, checkLong } from ${JSON.stringify(runtime)}; ${body}`;
  return { text, checks };
}

function isNumeric(type: ts.Type): boolean {
  if (type.isUnion()) return type.types.every(isNumeric);
  if (type.isIntersection()) return type.types.some(isNumeric);
  return (type.flags & ts.TypeFlags.NumberLike) !== 0;
}

function isStep(node: ts.PrefixUnaryExpression): boolean {
  return node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken;
}

function stepOperator(node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression): string {
  return node.operator === ts.SyntaxKind.PlusPlusToken ? '+' : '-';
}

function isUnused(node: ts.PostfixUnaryExpression): boolean {
  return ts.isExpressionStatement(node.parent) || (ts.isForStatement(node.parent) && node.parent.incrementor === node);
}

function hasEffect(node: ts.Node): boolean {
  if (ts.isCallExpression(node) || ts.isPostfixUnaryExpression(node)) return true;
  return node.getChildren().some(hasEffect);
}
