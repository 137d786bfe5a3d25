import type * as grammar from '@apexdevtools/apex-parser';
import type { BinaryOperator, Expression } from './nodes.ts';
import { readExpression } from './read-expressions.ts';
import { placeOf, report, type Context, type Reading } from './reading.ts';

type Part = { readonly operator: string; readonly operand: Context };

/**
 * `a == b < c`. The grammar binds `<` closer than `==`, as Java does; the platform binds all comparisons alike, to the left,
 * and lets none of them stand beside instanceof without parentheses.
 */
export function readComparison(
  reading: Reading,
  context: grammar.CmpExpressionContext | grammar.EqualityExpressionContext,
): Expression {
  const [first, ...rest] = partsOf(reading, context, '');
  const place = placeOf(context);
  let left = readPart(reading, first?.operand ?? context);
  for (const { operator, operand } of rest) {
    left = { kind: 'binary', place, operator: operator as BinaryOperator, left, right: readPart(reading, operand) };
  }
  return left;
}

/** Reports a comparison in front of instanceof. */
export function checkInstanceOfOperand(reading: Reading, context: grammar.InstanceOfExpressionContext): void {
  const { CmpExpressionContext, InstanceOfExpressionContext } = reading.parser;
  const operand = context.expression();
  if (operand instanceof CmpExpressionContext || operand instanceof InstanceOfExpressionContext) {
    reportMixture(reading, context);
  }
}

/** Operands from left to right, each with the operator in front of it. */
function partsOf(reading: Reading, context: Context, before: string): Part[] {
  const { CmpExpressionContext, EqualityExpressionContext } = reading.parser;
  if (!(context instanceof CmpExpressionContext || context instanceof EqualityExpressionContext)) {
    return [{ operator: before, operand: context }];
  }
  const children = context.children ?? [];
  const operator = children
    .slice(1, -1)
    .map((each) => each.getText())
    .join('');
  return [
    ...partsOf(reading, children[0] as Context, before),
    ...partsOf(reading, children[children.length - 1] as Context, operator),
  ];
}

function readPart(reading: Reading, context: Context): Expression {
  if (context instanceof reading.parser.InstanceOfExpressionContext) {
    reportMixture(reading, context);
  }
  return readExpression(reading, context as grammar.ExpressionContext);
}

function reportMixture(reading: Reading, context: Context): void {
  report(
    reading,
    'APEX007',
    placeOf(context),
    'instanceof stands beside a comparison.',
    'Put the instanceof expression, or the comparison, in parentheses.',
  );
}
