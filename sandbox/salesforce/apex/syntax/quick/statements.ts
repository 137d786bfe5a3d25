import type { Block, CatchClause, LocalVariable, Modifiers, Place, Statement } from '../nodes.ts';
import type { Cursor } from './cursor.ts';
import { takeExpression, takeExpressionsInParentheses } from './expressions.ts';
import { inDoubt } from './in-doubt.ts';
import { takeDoWhile, takeFor, takeWhile } from './loops.ts';
import { startsModifier, takeModifiers } from './modifiers.ts';
import { takeSwitch } from './switch.ts';
import { behindType, takeType } from './types.ts';

type Local = Extract<Statement, { kind: 'local' }>;
type Dml = Extract<Statement, { kind: 'dml' }>;

export function takeBlock(cursor: Cursor): Block {
  const place = cursor.place();
  cursor.expects('{');
  const statements: Statement[] = [];
  while (!cursor.passes('}')) {
    statements.push(takeStatement(cursor));
  }
  return { kind: 'block', place, statements };
}

export function takeStatement(cursor: Cursor): Statement {
  const place = cursor.place();
  const { name } = cursor.token;
  switch (cursor.token.kind === 'string' ? '' : name) {
    case '{':
      return takeBlock(cursor);
    case 'if':
      return takeIf(cursor, place);
    case 'switch':
      if (cursor.next.name === 'on') {
        return takeSwitch(cursor, place);
      }
      break;
    case 'for':
      return takeFor(cursor, place);
    case 'while':
      return takeWhile(cursor, place);
    case 'do':
      return takeDoWhile(cursor, place);
    case 'try':
      return takeTry(cursor, place);
    case 'return':
      cursor.take();
      return { kind: 'return', place, value: cursor.passes(';') ? null : takeExpressionToEnd(cursor) };
    case 'throw':
      cursor.take();
      return { kind: 'throw', place, value: takeExpressionToEnd(cursor) };
    case 'break':
    case 'continue':
      cursor.take();
      cursor.expects(';');
      return { kind: name as 'break' | 'continue', place };
    case 'insert':
    case 'update':
    case 'upsert':
    case 'delete':
    case 'undelete':
    case 'merge':
      return takeDml(cursor, place, name as Dml['operation']);
    case 'system':
      if (seesRunAs(cursor)) {
        return takeRunAs(cursor, place);
      }
      break;
    default:
  }
  if (startsLocal(cursor)) {
    const local = takeLocal(cursor);
    cursor.expects(';');
    return local;
  }
  return { kind: 'expressionStatement', place, expression: takeExpressionToEnd(cursor) };
}

/** Without what ends it. */
export function takeLocal(cursor: Cursor): Local {
  const place = cursor.place();
  const modifiers = takeModifiers(cursor);
  return {
    kind: 'local',
    place,
    ...(isEmpty(modifiers) ? {} : { modifiers }),
    type: takeType(cursor),
    variables: takeVariables(cursor),
  };
}

export function takeVariables(cursor: Cursor): LocalVariable[] {
  const variables: LocalVariable[] = [];
  do {
    const place = cursor.place();
    const name = cursor.takeName();
    variables.push({ place, name, value: cursor.passes('=') ? takeExpression(cursor) : null });
  } while (cursor.passes(','));
  return variables;
}

/** Whether a type and a name stand here, or modifiers. */
export function startsLocal(cursor: Cursor): boolean {
  if (startsModifier(cursor)) {
    return true;
  }
  const behind = behindType(cursor, cursor.position);
  return behind >= 0 && cursor.seesName(behind) && /^[=;,:]$/.test(cursor.tokenAt(behind + 1).name);
}

function isEmpty(modifiers: Modifiers): boolean {
  return modifiers.words.length === 0 && modifiers.annotations.length === 0;
}

function takeExpressionToEnd(cursor: Cursor): ReturnType<typeof takeExpression> {
  const expression = takeExpression(cursor);
  cursor.expects(';');
  return expression;
}

function takeIf(cursor: Cursor, place: Place): Statement {
  cursor.take();
  cursor.expects('(');
  const condition = takeExpression(cursor);
  cursor.expects(')');
  const then = takeStatement(cursor);
  return { kind: 'if', place, condition, then, otherwise: cursor.passes('else') ? takeStatement(cursor) : null };
}

function takeTry(cursor: Cursor, place: Place): Statement {
  cursor.take();
  const body = takeBlock(cursor);
  const catches: CatchClause[] = [];
  while (cursor.sees('catch')) {
    catches.push(takeCatch(cursor));
  }
  const last = cursor.passes('finally') ? takeBlock(cursor) : null;
  return catches.length === 0 && last === null ? inDoubt() : { kind: 'try', place, body, catches, finally: last };
}

function takeCatch(cursor: Cursor): CatchClause {
  const place = cursor.place();
  cursor.take();
  cursor.expects('(');
  const type = takeType(cursor);
  if (type.args.length > 0) {
    inDoubt();
  }
  const name = cursor.takeName();
  cursor.expects(')');
  return { place, type, name, body: takeBlock(cursor) };
}

function takeDml(cursor: Cursor, place: Place, operation: Dml['operation']): Statement {
  cursor.take();
  let access: Dml['access'] = null;
  if (cursor.sees('as') && /^(?:user|system)$/.test(cursor.next.name)) {
    cursor.take();
    access = cursor.take().name as 'user' | 'system';
  }
  const value = takeExpression(cursor);
  const other = operation === 'merge' ? takeExpression(cursor) : null;
  const field = operation === 'upsert' && !cursor.sees(';') ? takeFieldName(cursor) : null;
  cursor.expects(';');
  return { kind: 'dml', place, operation, access, value, other, field };
}

function takeFieldName(cursor: Cursor): string {
  const parts = [cursor.takeName()];
  while (cursor.passes('.')) {
    parts.push(cursor.takeName());
  }
  return parts.join('.');
}

/** The grammar knows `System.runAs` as one word only, without a space in it. */
function seesRunAs(cursor: Cursor): boolean {
  const { token, next, position } = cursor;
  const word = cursor.tokenAt(position + 2);
  return next.name === '.' && word.name === 'runas' && next.start === token.end && word.start === next.end;
}

function takeRunAs(cursor: Cursor, place: Place): Statement {
  cursor.moveTo(cursor.position + 3);
  cursor.expects('(');
  return { kind: 'runAs', place, arguments: takeExpressionsInParentheses(cursor), body: takeBlock(cursor) };
}
