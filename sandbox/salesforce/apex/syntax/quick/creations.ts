import { namedArguments } from '../named-arguments.ts';
import type { Expression, Place, TypeName } from '../nodes.ts';
import type { Cursor } from './cursor.ts';
import { takeExpression, takeExpressionsInParentheses } from './expressions.ts';
import { inDoubt } from './in-doubt.ts';
import { takeArguments } from './types.ts';

/** What stands behind `new`. */
export function takeCreation(cursor: Cursor, place: Place): Expression {
  const type = takeCreatedType(cursor);
  if (cursor.passes('(')) {
    const given = takeExpressionsInParentheses(cursor);
    const named = namedArguments(given);
    return { kind: 'new', place, type, arguments: named.length > 0 ? [] : given, named };
  }
  if (cursor.passes('[')) {
    const list: TypeName = { place: type.place, parts: ['List'], args: [type] };
    if (!cursor.passes(']')) {
      const size = takeExpression(cursor);
      cursor.expects(']');
      return { kind: 'newSized', place, type: list, size };
    }
    cursor.expects('{');
    return { kind: 'newItems', place, type: list, items: takeItems(cursor, true) };
  }
  cursor.expects('{');
  if (cursor.passes('}')) {
    return type.parts.at(-1)?.toLowerCase() === 'map'
      ? { kind: 'newPairs', place, type, pairs: [] }
      : { kind: 'newItems', place, type, items: [] };
  }
  const first = takeExpression(cursor);
  return cursor.passes('=>')
    ? { kind: 'newPairs', place, type, pairs: takePairs(cursor, first) }
    : { kind: 'newItems', place, type, items: takeMoreItems(cursor, [first], false) };
}

function takeCreatedType(cursor: Cursor): TypeName {
  const place = cursor.place();
  const parts = [cursor.takeMemberName()];
  while (cursor.passes('.')) {
    parts.push(cursor.takeMemberName());
  }
  return { place, parts, args: takeArguments(cursor) };
}

/** Behind the opening brace. Only an array may end its items in a comma. */
function takeItems(cursor: Cursor, mayEndInComma: boolean): Expression[] {
  return cursor.passes('}') ? [] : takeMoreItems(cursor, [takeExpression(cursor)], mayEndInComma);
}

function takeMoreItems(cursor: Cursor, items: Expression[], mayEndInComma: boolean): Expression[] {
  while (cursor.passes(',')) {
    if (mayEndInComma && cursor.sees('}')) {
      break;
    }
    items.push(takeExpression(cursor));
  }
  cursor.expects('}');
  return items;
}

function takePairs(cursor: Cursor, firstKey: Expression): (readonly [Expression, Expression])[] {
  const pairs: (readonly [Expression, Expression])[] = [[firstKey, takeExpression(cursor)]];
  while (cursor.passes(',')) {
    const key = takeExpression(cursor);
    if (!cursor.passes('=>')) {
      inDoubt();
    }
    pairs.push([key, takeExpression(cursor)]);
  }
  cursor.expects('}');
  return pairs;
}
