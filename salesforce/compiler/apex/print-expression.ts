import { writeType } from '../types/type.ts';
import { group, indent, join, line, softLine, type Layout } from './layout.ts';
import type { BinaryOperator, Expression } from './tree.ts';
import { writeString } from './write-string.ts';

/** How tightly an expression holds its parts; Apex binds as Java does, with "??" looser than "||". */
const strength = { conditional: 1, assign: 0, coalesce: 2, unary: 12, cast: 13, primary: 14 };

const binaryStrength: Readonly<Record<BinaryOperator, number>> = {
  '??': strength.coalesce,
  '||': 3,
  '&&': 4,
  '==': 8,
  '!=': 8,
  '===': 8,
  '!==': 8,
  '<': 9,
  '<=': 9,
  '>': 9,
  '>=': 9,
  '+': 11,
  '-': 11,
  '*': 11.5,
  '/': 11.5,
};

function strengthOf(expression: Expression): number {
  switch (expression.kind) {
    case 'assign':
      return strength.assign;
    case 'conditional':
      return strength.conditional;
    case 'binary':
      return binaryStrength[expression.operator];
    case 'unary':
      return strength.unary;
    case 'cast':
      return strength.cast;
    default:
      return strength.primary;
  }
}

/** The layout of an expression inside a class, whose own constants, methods and records need no class name. */
export function layOutExpression(expression: Expression, inClass: string): Layout {
  const lay = (part: Expression): Layout => layOutExpression(part, inClass);
  const held = (part: Expression, least: number): Layout =>
    strengthOf(part) < least ? join('(', lay(part), ')') : lay(part);
  // "5L.intValue()" reads like a fraction.
  const heldAsReceiver = (part: Expression): Layout =>
    part.kind === 'literal' ? join('(', lay(part), ')') : held(part, strength.primary);
  switch (expression.kind) {
    case 'literal':
      return expression.text;
    case 'string':
      return writeString(expression.value);
    case 'name':
      return expression.name;
    case 'field':
      return join(held(expression.of, strength.primary), '.', expression.name);
    case 'static':
      return expression.of === inClass ? expression.name : `${expression.of}.${expression.name}`;
    case 'call':
      return join(
        expression.of === null ? '' : join(heldAsReceiver(expression.of), '.'),
        expression.name,
        layOutArguments(expression.arguments.map(lay)),
      );
    case 'callStatic':
      return join(
        expression.of === inClass ? expression.name : `${expression.of}.${expression.name}`,
        layOutArguments(expression.arguments.map(lay)),
      );
    case 'new':
      return join('new ', writeType(expression.type, inClass), layOutNew(expression.arguments, expression.fields, lay));
    case 'newList':
      return join('new ', writeType(expression.type, inClass), layOutItems(expression.items.map(lay)));
    case 'index':
      return join(held(expression.of, strength.primary), '[', lay(expression.at), ']');
    case 'cast':
      // "(System.Long) -x" would be a difference, and "--x" a step.
      return join('(', writeType(expression.type, inClass), ') ', held(expression.value, strength.cast));
    case 'unary':
      return join(
        expression.operator,
        held(expression.value, expression.operator === '-' ? strength.cast : strength.unary),
      );
    case 'postfix':
      return join(held(expression.value, strength.primary), expression.operator);
    case 'assign':
      return join(lay(expression.target), ` ${expression.operator} `, lay(expression.value));
    case 'conditional':
      return group(
        held(expression.condition, strength.coalesce),
        indent(
          line,
          '? ',
          held(expression.then, strength.coalesce),
          line,
          ': ',
          held(expression.otherwise, strength.conditional),
        ),
      );
    case 'binary':
      return layOutBinary(expression, inClass);
  }
}

/** A run of one operator stands as one group: `a + b + c` breaks before each plus or before none. */
function layOutBinary(expression: Expression & { kind: 'binary' }, inClass: string): Layout {
  const own = binaryStrength[expression.operator];
  const isChain = ['+', '&&', '||', '??'].includes(expression.operator);
  const operands: Expression[] = [];
  let leftmost: Expression = expression;
  while (isChain && leftmost.kind === 'binary' && leftmost.operator === expression.operator) {
    operands.unshift(leftmost.right);
    leftmost = leftmost.left;
  }
  if (!isChain) {
    operands.push(expression.right);
    leftmost = expression.left;
  }
  const first = layOutOperand(leftmost, own, false, inClass);
  const others = operands.map((each) => join(line, `${expression.operator} `, layOutOperand(each, own, true, inClass)));
  return group(first, indent(...others));
}

/** Mixed logic and mixed comparisons get brackets that Apex does not need and readers do. */
function layOutOperand(operand: Expression, own: number, isRight: boolean, inClass: string): Layout {
  const laid = layOutExpression(operand, inClass);
  const inner = strengthOf(operand);
  const isLogicInLogic = operand.kind === 'binary' && inner <= 4 && own <= 4 && inner !== own;
  const isComparisonInComparison = operand.kind === 'binary' && inner >= 8 && inner <= 9 && own >= 8 && own <= 9;
  const isLooser = inner < own || (isRight && inner === own);
  return isLooser || isLogicInLogic || isComparisonInComparison ? join('(', laid, ')') : laid;
}

function layOutArguments(laid: readonly Layout[]): Layout {
  if (laid.length === 0) return '()';
  const separated = laid.map((each, place) => (place === 0 ? each : join(',', line, each)));
  return group('(', indent(softLine, ...separated), softLine, ')');
}

function layOutItems(laid: readonly Layout[]): Layout {
  if (laid.length === 0) return '()';
  const separated = laid.map((each, place) => (place === 0 ? each : join(',', line, each)));
  return group('{', indent(line, ...separated), line, '}');
}

/** Where the arguments stand on lines of their own, one that does not say what it is gets the name of its field. */
function layOutNew(args: readonly Expression[], fields: readonly string[], lay: (part: Expression) => Layout): Layout {
  if (args.length === 0) return '()';
  const laid = args.map((each, place): Layout => {
    const separator = place === args.length - 1 ? '' : ',';
    const field = fields[place];
    const remark: Layout = field === undefined || saysWhatItIs(each) ? '' : { kind: 'ifBroken', text: ` // ${field}` };
    return join(place === 0 ? '' : line, lay(each), separator, remark);
  });
  return group('(', indent(softLine, ...laid), softLine, ')');
}

/** A literal says nothing of what it is for; a name, a call or a record does. */
function saysWhatItIs(argument: Expression): boolean {
  if (argument.kind === 'unary') return saysWhatItIs(argument.value);
  const isEmptyList = argument.kind === 'newList' && argument.items.length === 0;
  return argument.kind !== 'literal' && argument.kind !== 'string' && !isEmptyList;
}
