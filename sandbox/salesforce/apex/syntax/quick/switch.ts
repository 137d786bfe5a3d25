import type { Block, Expression, Place, Statement, WhenClause, WhenValue } from '../nodes.ts';
import type { Cursor } from './cursor.ts';
import { takeExpression } from './expressions.ts';
import { inDoubt } from './in-doubt.ts';
import { takeText, takeWhole } from './literals.ts';
import { takeBlock } from './statements.ts';
import { behindType, takeType } from './types.ts';

/** Parentheses around a value of `when` are left to the grammar. */
export function takeSwitch(cursor: Cursor, place: Place): Statement {
  cursor.take();
  cursor.take();
  const on = takeExpression(cursor);
  cursor.expects('{');
  const cases: WhenClause[] = [];
  let otherwise: Block | null = null;
  do {
    const whenPlace = cursor.place();
    cursor.expects('when');
    if (otherwise !== null) {
      inDoubt();
    }
    if (cursor.passes('else')) {
      otherwise = takeBlock(cursor);
    } else {
      const when = takeWhen(cursor);
      cases.push({ place: whenPlace, when, body: takeBlock(cursor) });
    }
  } while (!cursor.passes('}'));
  return { kind: 'switch', place, on, cases, otherwise };
}

function takeWhen(cursor: Cursor): WhenValue {
  const behind = behindType(cursor, cursor.position);
  if (behind >= 0 && cursor.seesName(behind)) {
    return { kind: 'type', type: takeType(cursor), name: cursor.takeName() };
  }
  const values = [takeValue(cursor)];
  while (cursor.passes(',')) {
    values.push(takeValue(cursor));
  }
  return { kind: 'values', values };
}

function takeValue(cursor: Cursor): Expression {
  const place = cursor.place();
  const { kind } = cursor.token;
  if (kind === 'string') {
    return takeText(cursor, place);
  }
  if (cursor.passes('null')) {
    return { kind: 'literal', place, type: 'null', text: 'null' };
  }
  if (kind === 'number' || cursor.sees('-')) {
    const value = takeWhole(cursor, cursor.passes('-'), place);
    return value.kind === 'literal' && (value.type === 'Integer' || value.type === 'Long') ? value : inDoubt();
  }
  let value: Expression = { kind: 'name', place, name: cursor.takeName() };
  while (cursor.passes('.')) {
    value = { kind: 'member', place, of: value, name: cursor.takeName(), isSafe: false };
  }
  return value;
}
