import type { BinaryOperator, Expression, Place } from '../nodes.ts';
import type { Cursor } from './cursor.ts';
import { takeCreation } from './creations.ts';
import { inDoubt } from './in-doubt.ts';
import { takeWhole, takeText } from './literals.ts';
import { takeQuery } from './queries.ts';
import { behindType, takeType } from './types.ts';

type Assignment = Extract<Expression, { kind: 'assign' }>['operator'];

const assignments = new Set(['=', '+=', '-=', '*=', '/=', '&=', '|=', '^=', '<<=', '>>=', '>>>=']);

/** The higher, the closer an operator binds; all of them to the left. */
const strength: Readonly<Record<string, number>> = {
  '??': 1,
  '||': 2,
  '&&': 3,
  '|': 4,
  '^': 5,
  '&': 6,
  '==': 7,
  '!=': 7,
  '===': 7,
  '!==': 7,
  '<>': 7,
  '<': 7,
  '>': 7,
  '<=': 7,
  '>=': 7,
  instanceof: 7,
  '<<': 8,
  '>>': 8,
  '>>>': 8,
  '+': 9,
  '-': 9,
  '*': 10,
  '/': 10,
};

export function takeExpression(cursor: Cursor): Expression {
  const place = cursor.place();
  const target = takeConditional(cursor, place);
  if (!assignments.has(cursor.token.name) || cursor.token.kind !== 'sign') {
    return target;
  }
  const operator = cursor.take().name as Assignment;
  return { kind: 'assign', place, operator, target, value: takeExpression(cursor) };
}

/** Behind an opening parenthesis, up to and with the closing one. */
export function takeExpressionsInParentheses(cursor: Cursor): Expression[] {
  const expressions: Expression[] = [];
  if (!cursor.sees(')')) {
    do {
      expressions.push(takeExpression(cursor));
    } while (cursor.passes(','));
  }
  cursor.expects(')');
  return expressions;
}

function takeConditional(cursor: Cursor, place: Place): Expression {
  const condition = takeBinary(cursor, 1);
  if (!cursor.passes('?')) {
    return condition;
  }
  const then = takeExpression(cursor);
  cursor.expects(':');
  return { kind: 'conditional', place, condition, then, otherwise: takeConditional(cursor, cursor.place()) };
}

function takeBinary(cursor: Cursor, weakest: number): Expression {
  const place = cursor.place();
  let left = takePrefixed(cursor);
  let earlier = '';
  for (;;) {
    const [operator, count] = operatorAt(cursor);
    const binds = strength[operator];
    if (binds === undefined || binds < weakest) {
      return left;
    }
    // The platform lets no comparison stand beside instanceof without parentheses.
    if (binds === strength[earlier] && (operator === 'instanceof' || earlier === 'instanceof')) {
      inDoubt();
    }
    earlier = operator;
    cursor.moveTo(cursor.position + count);
    left =
      operator === 'instanceof'
        ? { kind: 'instanceOf', place, value: left, type: takeType(cursor) }
        : { kind: 'binary', place, operator: operator as BinaryOperator, left, right: takeBinary(cursor, binds + 1) };
  }
}

/** The operator here and of how many tokens it is: a ">" is a token of its own. */
function operatorAt(cursor: Cursor): readonly [string, number] {
  const { token } = cursor;
  if (token.kind === 'word' ? token.name !== 'instanceof' : token.kind !== 'sign') {
    return ['', 0];
  }
  let operator = token.name;
  let count = 1;
  if (operator === '<' || operator === '>') {
    for (;;) {
      const { name, start } = cursor.tokenAt(cursor.position + count);
      if (!(name === operator[0] || name === '=') || operator.endsWith('=')) {
        break;
      }
      // Apart, as in "a > > b", they are for the grammar to judge.
      if (start !== cursor.tokenAt(cursor.position + count - 1).end) {
        inDoubt();
      }
      operator += name;
      count += 1;
    }
  }
  return [operator, count];
}

function takePrefixed(cursor: Cursor): Expression {
  const place = cursor.place();
  const { name, kind } = cursor.token;
  if (kind === 'sign') {
    if (name === '+' || name === '-' || name === '!' || name === '~' || name === '++' || name === '--') {
      cursor.take();
      return { kind: 'unary', place, operator: name, value: takePrefixed(cursor) };
    }
    if (name === '(' && startsCast(cursor)) {
      cursor.take();
      const type = takeType(cursor);
      cursor.expects(')');
      return { kind: 'cast', place, type, value: takePrefixed(cursor) };
    }
  }
  const chain = takeChain(cursor, place);
  if (!cursor.sees('++') && !cursor.sees('--')) {
    return chain;
  }
  const operator = cursor.take().name as '++' | '--';
  return { kind: 'postfix', place, operator, value: chain };
}

/** What looks like a type in parentheses is one wherever an operand follows: `(a) - b` casts -b to a type named a. */
function startsCast(cursor: Cursor): boolean {
  const closing = behindType(cursor, cursor.position + 1);
  if (closing < 0 || cursor.tokenAt(closing).name !== ')') {
    return false;
  }
  const { kind, name } = cursor.tokenAt(closing + 1);
  if (kind === 'word') {
    return name !== 'instanceof';
  }
  if (name === '++' || name === '--') {
    return startsOperand(cursor, closing + 2);
  }
  return (
    kind === 'number' ||
    kind === 'string' ||
    /^[-+!~(]$/.test(name) ||
    (name === '[' && /^(?:select|find)$/.test(cursor.tokenAt(closing + 2).name))
  );
}

function startsOperand(cursor: Cursor, position: number): boolean {
  const { kind, name } = cursor.tokenAt(position);
  return kind === 'word' || kind === 'number' || kind === 'string' || name === '(';
}

/** A value and what is chained to it: members, calls, indexes. */
function takeChain(cursor: Cursor, place: Place): Expression {
  let value = takePrimary(cursor, place);
  for (;;) {
    if (cursor.passes('[')) {
      value = { kind: 'index', place, of: value, at: takeExpression(cursor) };
      cursor.expects(']');
      continue;
    }
    const isSafe = cursor.sees('?.');
    if (!isSafe && !cursor.sees('.')) {
      return value;
    }
    cursor.take();
    const name = cursor.takeMemberName();
    value = cursor.passes('(')
      ? { kind: 'call', place, of: value, name, isSafe, arguments: takeExpressionsInParentheses(cursor) }
      : { kind: 'member', place, of: value, name, isSafe };
  }
}

function takePrimary(cursor: Cursor, place: Place): Expression {
  const { kind, name } = cursor.token;
  if (kind === 'number') {
    return takeWhole(cursor, false, place);
  }
  if (kind === 'string') {
    return takeText(cursor, place);
  }
  return kind === 'word' ? takeWord(cursor, place) : name === '[' ? takeQuery(cursor, place) : takeParentheses(cursor);
}

function takeParentheses(cursor: Cursor): Expression {
  cursor.expects('(');
  const inside = takeExpression(cursor);
  cursor.expects(')');
  return endingChain(inside);
}

/** Marks a chain with a safe link: what is chained to its parentheses is not cut short by it. */
function endingChain(inside: Expression): Expression {
  for (let link: Expression | null = inside; link !== null;) {
    if ((link.kind !== 'member' && link.kind !== 'call' && link.kind !== 'index') || link.endsChain === true) {
      return inside;
    }
    if (link.kind !== 'index' && link.isSafe) {
      return { ...(inside as typeof link), endsChain: true };
    }
    link = link.of;
  }
  return inside;
}

function takeWord(cursor: Cursor, place: Place): Expression {
  const { name } = cursor.token;
  switch (name) {
    case 'true':
    case 'false':
      cursor.take();
      return { kind: 'literal', place, type: 'Boolean', text: name };
    case 'null':
      cursor.take();
      return { kind: 'literal', place, type: 'null', text: name };
    case 'new':
      cursor.take();
      return takeCreation(cursor, place);
    case 'this':
    case 'super':
      cursor.take();
      return cursor.passes('(')
        ? { kind: 'call', place, of: null, name, isSafe: false, arguments: takeExpressionsInParentheses(cursor) }
        : { kind: name, place };
    case 'void':
      cursor.take();
      cursor.expects('.');
      cursor.expects('class');
      return { kind: 'classLiteral', place, type: null };
    case 'instanceof':
      return inDoubt();
    case 'system':
      if (cursor.next.name === '.' && cursor.tokenAt(cursor.position + 2).name === 'runas') {
        inDoubt();
      }
      break;
    default:
  }
  return takeClassLiteral(cursor, place) ?? takeNamed(cursor, place);
}

function takeNamed(cursor: Cursor, place: Place): Expression {
  const name = cursor.takeName();
  return cursor.passes('(')
    ? { kind: 'call', place, of: null, name, isSafe: false, arguments: takeExpressionsInParentheses(cursor) }
    : { kind: 'name', place, name };
}

/** `Foo.class`; null where something else stands here. */
function takeClassLiteral(cursor: Cursor, place: Place): Expression | null {
  const behind = behindType(cursor, cursor.position);
  if (behind < 0 || cursor.tokenAt(behind).name !== '.' || cursor.tokenAt(behind + 1).name !== 'class') {
    return null;
  }
  const type = takeType(cursor);
  cursor.moveTo(behind + 2);
  return { kind: 'classLiteral', place, type };
}
