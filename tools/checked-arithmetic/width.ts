import ts from 'typescript';

export type Width = 'Int' | 'Long';

/**
 * The width of a whole-number expression. TypeScript gives every sum the type `number`, so the answer comes from the
 * leaves: Long if any leaf is Long, else Int.
 */
export function widthOf(checker: ts.TypeChecker, node: ts.Expression): Width {
  if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node)) return widthOf(checker, node.expression);
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) return widthOf(checker, node.operand);
  if (ts.isNumericLiteral(node)) return widthOfValue(Number(node.text));
  if (ts.isConditionalExpression(node)) return wider(checker, node.whenTrue, node.whenFalse);
  if (ts.isBinaryExpression(node)) return wider(checker, node.left, node.right);
  if (ts.isIdentifier(node)) return widthOfName(checker, node);
  return widthOfType(checker.getTypeAtLocation(node));
}

function wider(checker: ts.TypeChecker, one: ts.Expression, other: ts.Expression): Width {
  return widthOf(checker, one) === 'Long' || widthOf(checker, other) === 'Long' ? 'Long' : 'Int';
}

/** A name without an annotation is as wide as what it was given. */
function widthOfName(checker: ts.TypeChecker, node: ts.Identifier): Width {
  const declaration = checker.getSymbolAtLocation(node)?.valueDeclaration;
  if (declaration === undefined || !ts.isVariableDeclaration(declaration))
    return widthOfType(checker.getTypeAtLocation(node));
  if (declaration.type !== undefined) return widthOfType(checker.getTypeFromTypeNode(declaration.type));
  if (declaration.initializer !== undefined) return widthOf(checker, declaration.initializer);
  return widthOfType(checker.getTypeAtLocation(node));
}

function widthOfType(type: ts.Type): Width {
  if (type.isUnion()) return type.types.some((each) => widthOfType(each) === 'Long') ? 'Long' : 'Int';
  if (type.isNumberLiteral()) return widthOfValue(type.value);
  return type.getProperty('long') === undefined ? 'Int' : 'Long';
}

function widthOfValue(value: number): Width {
  return value > 2147483648 ? 'Long' : 'Int';
}
