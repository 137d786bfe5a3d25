import type * as grammar from '@apexdevtools/apex-parser';
import type { ParserModule } from './load-parser.ts';
import type { BinaryOperator, Expression } from './nodes.ts';
import { checkInstanceOfOperand, readComparison } from './read-comparisons.ts';
import { readCreation } from './read-creations.ts';
import { readLiteral } from './read-literals.ts';
import { readSearch, readQuery } from './read-queries.ts';
import { readType } from './read-types.ts';
import { placeOf, report, type Context, type Reading } from './reading.ts';

type Reader = (reading: Reading, context: never) => Expression;
type Assignment = Extract<Expression, { kind: 'assign' }>['operator'];
type Prefix = Extract<Expression, { kind: 'unary' }>['operator'];

/** The tree of an expression. Parentheses leave nothing behind but the shape of the tree. */
export function readExpression(reading: Reading, context: grammar.ExpressionContext): Expression {
  const reader = readersOf(reading.parser).get(context.constructor);
  if (reader === undefined) {
    return unreadable(reading, context);
  }
  return reader(reading, context as never);
}

/** The expressions between commas; none where the list is absent. */
export function readExpressions(reading: Reading, context: grammar.ExpressionListContext | null): Expression[] {
  return context === null ? [] : context.expression_list().map((each) => readExpression(reading, each));
}

let readers: Map<unknown, Reader> | null = null;

/** The grammar has one class for each alternative of an expression, which are known once it is loaded. */
function readersOf(parser: ParserModule): Map<unknown, Reader> {
  readers ??= new Map<unknown, Reader>([
    [parser.ThisPrimaryContext, (_, context: Context) => ({ kind: 'this', place: placeOf(context) })],
    [parser.SuperPrimaryContext, (_, context: Context) => ({ kind: 'super', place: placeOf(context) })],
    [
      parser.VoidPrimaryContext,
      (_, context: Context) => ({ kind: 'classLiteral', place: placeOf(context), type: null }),
    ],
    [parser.IdPrimaryContext, readName],
    [parser.LiteralPrimaryContext, readLiteralPrimary],
    [parser.TypeRefPrimaryContext, readClassLiteral],
    [parser.SoqlPrimaryContext, readQueryPrimary],
    [parser.SoslPrimaryContext, readSearchPrimary],
    [parser.PrimaryExpressionContext, readPrimary],
    [parser.DotExpressionContext, readDot],
    [parser.ArrayExpressionContext, readIndex],
    [parser.MethodCallExpressionContext, readCall],
    [parser.NewExpressionContext, readNew],
    [parser.CastExpressionContext, readCast],
    [parser.SubExpressionContext, readParentheses],
    [parser.PostOpExpressionContext, readPostfix],
    [parser.PreOpExpressionContext, readPrefix],
    [parser.NegExpressionContext, readPrefix],
    [parser.InstanceOfExpressionContext, readInstanceOf],
    [parser.CondExpressionContext, readConditional],
    [parser.AssignExpressionContext, readAssignment],
    [parser.Arth1ExpressionContext, readBinary],
    [parser.Arth2ExpressionContext, readBinary],
    [parser.BitExpressionContext, readBinary],
    [parser.CmpExpressionContext, readComparison],
    [parser.EqualityExpressionContext, readComparison],
    [parser.BitAndExpressionContext, readBinary],
    [parser.BitNotExpressionContext, readBinary],
    [parser.BitOrExpressionContext, readBinary],
    [parser.LogAndExpressionContext, readBinary],
    [parser.LogOrExpressionContext, readBinary],
    [parser.CoalExpressionContext, readBinary],
  ]);
  return readers;
}

function unreadable(reading: Reading, context: Context): Expression {
  const place = placeOf(context);
  report(
    reading,
    'APEX002',
    place,
    `The expression ${context.getText().slice(0, 60)} has a form that is not known here.`,
    'Write it in another form.',
  );
  return { kind: 'literal', place, type: 'null', text: 'null' };
}

function readPrimary(reading: Reading, context: grammar.PrimaryExpressionContext): Expression {
  const primary = context.primary();
  return (
    readersOf(reading.parser).get(primary.constructor)?.(reading, primary as never) ?? unreadable(reading, context)
  );
}

function readName(_: Reading, context: grammar.IdPrimaryContext): Expression {
  return { kind: 'name', place: placeOf(context), name: context.start.text };
}

function readLiteralPrimary(reading: Reading, context: grammar.LiteralPrimaryContext): Expression {
  return readLiteral(reading, context.literal());
}

function readClassLiteral(reading: Reading, context: grammar.TypeRefPrimaryContext): Expression {
  return { kind: 'classLiteral', place: placeOf(context), type: readType(reading, context.typeRef()) };
}

function readQueryPrimary(reading: Reading, context: grammar.SoqlPrimaryContext): Expression {
  return readQuery(reading, context.soqlLiteral());
}

function readSearchPrimary(reading: Reading, context: grammar.SoslPrimaryContext): Expression {
  return readSearch(reading, context.soslLiteral());
}

function readDot(reading: Reading, context: grammar.DotExpressionContext): Expression {
  const place = placeOf(context);
  const of = readExpression(reading, context.expression());
  const isSafe = textAt(context, 1) === '?.';
  const call = context.dotMethodCall() as grammar.DotMethodCallContext | null;
  return call === null
    ? { kind: 'member', place, of, name: context.anyId().start.text, isSafe }
    : {
        kind: 'call',
        place,
        of,
        name: call.anyId().start.text,
        isSafe,
        arguments: readExpressions(reading, call.expressionList()),
      };
}

function readIndex(reading: Reading, context: grammar.ArrayExpressionContext): Expression {
  const of = readExpression(reading, context.expression(0));
  return { kind: 'index', place: placeOf(context), of, at: readExpression(reading, context.expression(1)) };
}

/** `f(x)`, and `this(x)` and `super(x)`, whose names are those words in lower case. */
function readCall(reading: Reading, context: grammar.MethodCallExpressionContext): Expression {
  const call = context.methodCall();
  const id = call.id() as grammar.IdContext | null;
  return {
    kind: 'call',
    place: placeOf(context),
    of: null,
    name: id === null ? call.start.text.toLowerCase() : id.start.text,
    isSafe: false,
    arguments: readExpressions(reading, call.expressionList()),
  };
}

function readNew(reading: Reading, context: grammar.NewExpressionContext): Expression {
  return readCreation(reading, context.creator(), placeOf(context));
}

function readCast(reading: Reading, context: grammar.CastExpressionContext): Expression {
  const type = readType(reading, context.typeRef());
  return { kind: 'cast', place: placeOf(context), type, value: readExpression(reading, context.expression()) };
}

function readParentheses(reading: Reading, context: grammar.SubExpressionContext): Expression {
  const inside = readExpression(reading, context.expression());
  return hasSafeLink(inside) ? { ...inside, endsChain: true } : inside;
}

type Link = Extract<Expression, { kind: 'member' | 'call' | 'index' }>;

/** Whether a chain of members, calls and indexes has a `?.` that would cut short what is chained to it. */
function hasSafeLink(expression: Expression): expression is Link {
  for (let link: Expression | null = expression; isLink(link) && link.endsChain !== true; link = link.of) {
    if (link.kind !== 'index' && link.isSafe) {
      return true;
    }
  }
  return false;
}

function isLink(expression: Expression | null): expression is Link {
  return expression?.kind === 'member' || expression?.kind === 'call' || expression?.kind === 'index';
}

function readPostfix(reading: Reading, context: grammar.PostOpExpressionContext): Expression {
  return withPostfix(reading, context.expression(), context, textAt(context, 1) as '++' | '--');
}

/** The grammar binds a cast closer than `++`, so that `(Long) i++` would count up a cast; it casts what i++ gives. */
function withPostfix(
  reading: Reading,
  operand: grammar.ExpressionContext,
  whole: Context,
  operator: '++' | '--',
): Expression {
  if (operand instanceof reading.parser.CastExpressionContext) {
    const type = readType(reading, operand.typeRef());
    const inside = operand.expression();
    return { kind: 'cast', place: placeOf(whole), type, value: withPostfix(reading, inside, inside, operator) };
  }
  return { kind: 'postfix', place: placeOf(whole), operator, value: readExpression(reading, operand) };
}

function readPrefix(
  reading: Reading,
  context: grammar.PreOpExpressionContext | grammar.NegExpressionContext,
): Expression {
  const value = readExpression(reading, context.expression());
  return { kind: 'unary', place: placeOf(context), operator: textAt(context, 0) as Prefix, value };
}

function readInstanceOf(reading: Reading, context: grammar.InstanceOfExpressionContext): Expression {
  checkInstanceOfOperand(reading, context);
  const value = readExpression(reading, context.expression());
  return { kind: 'instanceOf', place: placeOf(context), value, type: readType(reading, context.typeRef()) };
}

function readConditional(reading: Reading, context: grammar.CondExpressionContext): Expression {
  return {
    kind: 'conditional',
    place: placeOf(context),
    condition: readExpression(reading, context.expression(0)),
    then: readExpression(reading, context.expression(1)),
    otherwise: readExpression(reading, context.expression(2)),
  };
}

function readAssignment(reading: Reading, context: grammar.AssignExpressionContext): Expression {
  return {
    kind: 'assign',
    place: placeOf(context),
    operator: textAt(context, 1) as Assignment,
    target: readExpression(reading, context.expression(0)),
    value: readExpression(reading, context.expression(1)),
  };
}

/** The operator is everything between the operands: a shift is several tokens. */
function readBinary(reading: Reading, context: grammar.Arth1ExpressionContext): Expression {
  const parts = context.children ?? [];
  const operator = parts
    .slice(1, -1)
    .map((each) => each.getText())
    .join('');
  return {
    kind: 'binary',
    place: placeOf(context),
    operator: operator as BinaryOperator,
    left: readExpression(reading, parts[0] as grammar.ExpressionContext),
    right: readExpression(reading, parts[parts.length - 1] as grammar.ExpressionContext),
  };
}

function textAt(context: Context, index: number): string {
  return context.getChild(index).getText();
}
