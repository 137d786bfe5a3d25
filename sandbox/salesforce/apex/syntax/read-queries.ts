import type * as grammar from '@apexdevtools/apex-parser';
import type { Expression, SoqlBind } from './nodes.ts';
import { readExpression } from './read-expressions.ts';
import { placeOf, type Context, type Reading } from './reading.ts';

/** `[SELECT …]`: the text between the brackets as written, and what is bound in it. */
export function readQuery(reading: Reading, context: grammar.SoqlLiteralContext): Expression {
  return { kind: 'soql', place: placeOf(context), ...readText(reading, context) };
}

/** `[FIND …]`, in the same form. */
export function readSearch(reading: Reading, context: grammar.SoslLiteralContext): Expression {
  return { kind: 'sosl', place: placeOf(context), ...readText(reading, context) };
}

function readText(reading: Reading, context: Context): { text: string; binds: SoqlBind[] } {
  const input = context.start.getInputStream();
  const first = context.start.start + 1;
  const last = (context.stop ?? context.start).stop - 1;
  const binds: SoqlBind[] = [];
  for (const bound of boundIn(reading, context)) {
    // The stream counts code points, while offsets into a text count its units.
    const before = input.getText(first, bound.start.start - 1).length;
    const length = input.getText(bound.start.start, (bound.stop ?? bound.start).stop).length;
    binds.push({ start: before, end: before + length, value: readExpression(reading, bound.expression()) });
  }
  return { text: input.getText(first, last), binds };
}

/** In textual order. A query inside a bound expression is that expression's own. */
function boundIn(reading: Reading, context: Context): grammar.BoundExpressionContext[] {
  const { BoundExpressionContext } = reading.parser;
  const found: grammar.BoundExpressionContext[] = [];
  const visit = (each: Context): void => {
    if (each instanceof BoundExpressionContext) {
      found.push(each);
      return;
    }
    for (const child of each.children ?? []) {
      if ('children' in child) {
        visit(child as Context);
      }
    }
  };
  visit(context);
  return found;
}
