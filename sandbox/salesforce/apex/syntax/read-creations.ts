import type * as grammar from '@apexdevtools/apex-parser';
import { namedArguments } from './named-arguments.ts';
import type { Expression, Place } from './nodes.ts';
import { readExpression, readExpressions } from './read-expressions.ts';
import { listOfType, readCreatedType } from './read-types.ts';
import { report, type Reading } from './reading.ts';

/** What stands behind `new`; `place` is that of the word. */
export function readCreation(reading: Reading, context: grammar.CreatorContext, place: Place): Expression {
  const type = readCreatedType(reading, context.createdName());
  const withArguments = context.classCreatorRest() as grammar.ClassCreatorRestContext | null;
  if (withArguments !== null) {
    const given = readExpressions(reading, withArguments.arguments().expressionList());
    const named = namedArguments(given);
    return { kind: 'new', place, type, arguments: named.length > 0 ? [] : given, named };
  }
  const array = context.arrayCreatorRest() as grammar.ArrayCreatorRestContext | null;
  if (array !== null) {
    return readArray(reading, array, place, listOfType(type));
  }
  const pairs = context.mapCreatorRest() as grammar.MapCreatorRestContext | null;
  if (pairs !== null) {
    return { kind: 'newPairs', place, type, pairs: readPairs(reading, pairs) };
  }
  const items = context.setCreatorRest() as grammar.SetCreatorRestContext | null;
  if (items !== null) {
    return {
      kind: 'newItems',
      place,
      type,
      items: items.expression_list().map((each) => readExpression(reading, each)),
    };
  }
  return type.parts.at(-1)?.toLowerCase() === 'map'
    ? { kind: 'newPairs', place, type, pairs: [] }
    : { kind: 'newItems', place, type, items: [] };
}

function readArray(
  reading: Reading,
  context: grammar.ArrayCreatorRestContext,
  place: Place,
  type: ReturnType<typeof listOfType>,
): Expression {
  const size = context.expression() as grammar.ExpressionContext | null;
  if (size !== null) {
    return { kind: 'newSized', place, type, size: readExpression(reading, size) };
  }
  const items = context.arrayInitializer() as grammar.ArrayInitializerContext | null;
  if (items === null) {
    report(
      reading,
      'APEX002',
      place,
      'An array is created without a size and without items.',
      'Write a size, new Integer[3], or items, new Integer[]{ 1, 2 }.',
    );
    return { kind: 'newItems', place, type, items: [] };
  }
  return { kind: 'newItems', place, type, items: items.expression_list().map((each) => readExpression(reading, each)) };
}

function readPairs(reading: Reading, context: grammar.MapCreatorRestContext): (readonly [Expression, Expression])[] {
  return context
    .mapCreatorRestPair_list()
    .map((each) => [readExpression(reading, each.expression(0)), readExpression(reading, each.expression(1))] as const);
}
