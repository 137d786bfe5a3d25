import type { Expression, Place, Statement } from '../nodes.ts';
import type { Cursor } from './cursor.ts';
import { takeExpression } from './expressions.ts';
import { inDoubt } from './in-doubt.ts';
import { startsLocal, takeBlock, takeLocal, takeStatement } from './statements.ts';
import { behindType, takeType } from './types.ts';

type ForStart = Extract<Statement, { kind: 'for' }>['start'];

export function takeFor(cursor: Cursor, place: Place): Statement {
  cursor.take();
  cursor.expects('(');
  const behind = behindType(cursor, cursor.position);
  if (behind >= 0 && cursor.seesName(behind) && cursor.tokenAt(behind + 1).name === ':') {
    const type = takeType(cursor);
    const name = cursor.takeName();
    cursor.expects(':');
    const over = takeExpression(cursor);
    cursor.expects(')');
    return { kind: 'forEach', place, type, name, over, body: takeBody(cursor) };
  }
  const start = takeStart(cursor);
  cursor.expects(';');
  const condition = cursor.sees(';') ? null : takeExpression(cursor);
  cursor.expects(';');
  const updates = cursor.sees(')') ? [] : takeExpressions(cursor);
  cursor.expects(')');
  return { kind: 'for', place, start, condition, updates, body: takeBody(cursor) };
}

export function takeWhile(cursor: Cursor, place: Place): Statement {
  cursor.take();
  return { kind: 'while', place, condition: takeCondition(cursor), body: takeBody(cursor) };
}

export function takeDoWhile(cursor: Cursor, place: Place): Statement {
  cursor.take();
  const body = takeBlock(cursor);
  cursor.expects('while');
  const condition = takeCondition(cursor);
  cursor.expects(';');
  return { kind: 'doWhile', place, condition, body };
}

function takeCondition(cursor: Cursor): Expression {
  cursor.expects('(');
  const condition = takeExpression(cursor);
  cursor.expects(')');
  return condition;
}

function takeBody(cursor: Cursor): Statement | null {
  return cursor.passes(';') ? null : takeStatement(cursor);
}

function takeStart(cursor: Cursor): ForStart {
  if (cursor.sees(';')) {
    return null;
  }
  if (!startsLocal(cursor)) {
    return takeExpressions(cursor);
  }
  const { type, variables, modifiers } = takeLocal(cursor);
  return modifiers === undefined ? { type, variables } : inDoubt();
}

function takeExpressions(cursor: Cursor): Expression[] {
  const expressions = [takeExpression(cursor)];
  while (cursor.passes(',')) {
    expressions.push(takeExpression(cursor));
  }
  return expressions;
}
