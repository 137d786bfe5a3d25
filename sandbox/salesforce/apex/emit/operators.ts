import type { BinaryOperator, Expression, Place } from '../syntax/nodes.ts';
import {
  booleanType,
  dateType,
  datetimeType,
  decimalType,
  displayName,
  doubleType,
  idType,
  integerType,
  longType,
  nullType,
  objectType,
  stringType,
  timeType,
  type ApexType,
} from '../types/apex-type.ts';
import { commonType, isCastable, isNumeric, isRecord, unknownType, widerOf } from '../types/conversions.ts';
import { enumConstants } from '../types/find-members.ts';
import { convertCode, convertNumber } from './convert.ts';
import { orThrow, report, type Emission } from './emission.ts';
import { emitExpression } from './expressions.ts';
import { codes } from './problem.ts';
import { broken, typed, type Typed } from './typed.ts';

type Binary = Extract<Expression, { kind: 'binary' }>;

/** A binary expression. What an operator means is decided by the static types of its sides. */
export function emitBinary(at: Emission, expression: Binary): Typed {
  const { operator, place } = expression;
  if (operator === '&&' || operator === '||') {
    return emitLogical(at, expression, operator);
  }
  const left = emitExpression(at, expression.left);
  const right = emitExpression(at, expression.right);
  if (operator === '??') {
    const type = commonType(at.world, left.type, right.type);
    return typed(`(${convertCode(at, left, type)}??${convertCode(at, right, type)})`, type, right.isNeverNull);
  }
  return emitOperation(at, operator, left, right, place);
}

/** What an operator makes of two values; compound assignments come here too. */
export function emitOperation(
  at: Emission,
  operator: Exclude<BinaryOperator, '&&' | '||' | '??'>,
  left: Typed,
  right: Typed,
  place: Place,
): Typed {
  if (left.type === unknownType || right.type === unknownType) {
    return isComparison(operator) ? typed('false', booleanType, true) : broken;
  }
  switch (operator) {
    case '==':
    case '!=':
    case '<>':
      return emitEquality(at, operator === '==', left, right, place);
    case '===':
    case '!==':
      return typed(`(${left.code}${operator}${right.code})`, booleanType, true);
    case '<':
    case '<=':
    case '>':
    case '>=':
      return emitOrder(at, operator, left, right, place);
    case '+':
      return left.type === stringType || right.type === stringType
        ? emitConcatenation(at, left, right)
        : emitArithmetic(at, operator, left, right, place);
    case '-':
    case '*':
    case '/':
      return emitArithmetic(at, operator, left, right, place);
    case '&':
    case '|':
    case '^':
      return left.type === booleanType
        ? emitBooleanBits(at, operator, left, right, place)
        : emitBits(at, operator, left, right, place);
    case '<<':
    case '>>':
    case '>>>':
      return emitShift(at, operator, left, right, place);
  }
}

function isComparison(operator: BinaryOperator): boolean {
  return /^(?:==|!=|<>|===|!==|<|<=|>|>=)$/.test(operator);
}

/** A condition or an operand of && || !: a Boolean that must not be null. */
export function emitCondition(at: Emission, expression: Expression): string {
  const value = emitExpression(at, expression);
  if (value.type !== booleanType && value.type !== unknownType) {
    report(
      at,
      codes.operator,
      expression.place,
      `Condition expression must be of type Boolean: ${displayName(value.type)}`,
    );
  }
  return orThrow(at, value);
}

function emitLogical(at: Emission, expression: Binary, operator: '&&' | '||'): Typed {
  const left = emitCondition(at, expression.left);
  const right = emitCondition(at, expression.right);
  return typed(`(${left}${operator}${right})`, booleanType, true);
}

/** The text of a value inside a concatenation, as a JavaScript string or something that `+` makes the same text of. */
function textPart(at: Emission, value: Typed): string {
  if (value.concatenation !== undefined) {
    return value.concatenation;
  }
  if (value.type === nullType) {
    return '"null"';
  }
  if (
    value.type === stringType ||
    value.type === integerType ||
    value.type === longType ||
    value.type === booleanType
  ) {
    return value.isNeverNull ? value.code : `(${value.code}??"null")`;
  }
  return `${at.file.helper('textOf')}(${value.code})`;
}

function emitConcatenation(at: Emission, left: Typed, right: Typed): Typed {
  // Two parts of JavaScript must never both be numbers, so a String stands first or second; it does by its static type.
  const parts = `${textPart(at, left)}+${right.concatenation === undefined ? textPart(at, right) : `(${right.concatenation})`}`;
  return { code: `${at.file.helper('madeText')}(${parts})`, type: stringType, isNeverNull: true, concatenation: parts };
}

const decimalFunctions = { '+': 'addDecimal', '-': 'subtractDecimal', '*': 'multiplyDecimal', '/': 'divideDecimal' };
const doubleFunctions = { '+': 'addDouble', '-': 'subtractDouble', '*': 'multiplyDouble', '/': 'divideDouble' };

function emitArithmetic(at: Emission, operator: '+' | '-' | '*' | '/', left: Typed, right: Typed, place: Place): Typed {
  const calendar = emitCalendar(at, operator, left, right);
  if (calendar !== null) {
    return calendar;
  }
  if (!isNumeric(left.type) || !isNumeric(right.type)) {
    return report(
      at,
      codes.operator,
      place,
      operator === '+' || operator === '-'
        ? 'Arithmetic expressions must use numeric arguments'
        : 'Arithmetic expressions must use numeric arguments',
    );
  }
  const type = widerOf(left.type, right.type);
  const one = orThrow(at, { ...left, code: convertNumber(at, present(at, left), type), isNeverNull: true });
  const other = orThrow(at, { ...right, code: convertNumber(at, present(at, right), type), isNeverNull: true });
  return typed(arithmeticCode(at, operator, type, one, other, right), type, true);
}

/** The value, which is certain not to be null. */
function present(at: Emission, value: Typed): Typed {
  return value.isNeverNull ? value : { ...value, code: orThrow(at, value), isNeverNull: true };
}

function arithmeticCode(
  at: Emission,
  operator: '+' | '-' | '*' | '/',
  type: ApexType,
  one: string,
  other: string,
  right: Typed,
): string {
  if (type === decimalType || type === doubleType) {
    const name = (type === decimalType ? decimalFunctions : doubleFunctions)[operator];
    return `${at.file.helper(name)}(${one},${other})`;
  }
  if (type === longType) {
    return operator === '/'
      ? `${at.file.helper('divideLong')}(${one},${other})`
      : `${at.file.helper('asIntN')}(64,${one}${operator}${other})`;
  }
  if (operator === '*') {
    return `${at.file.helper('multiply')}(${one},${other})`;
  }
  if (operator === '/') {
    return right.digits !== undefined && Number(right.digits) > 0
      ? `(${one}/${other}|0)`
      : `${at.file.helper('divideInteger')}(${one},${other})`;
  }
  // A blank keeps `a - -1` from becoming a decrement.
  return `(${one}${operator} ${other}|0)`;
}

/** `date + 3`, `datetime - 0.5`: days. Null where the sides are not of these types. */
function emitCalendar(at: Emission, operator: '+' | '-' | '*' | '/', left: Typed, right: Typed): Typed | null {
  if (operator !== '+' && operator !== '-') {
    return null;
  }
  if (!isNumeric(right.type)) {
    return null;
  }
  const days = present(at, right);
  const moment = orThrow(at, left);
  if (left.type === dateType && (right.type === integerType || right.type === longType)) {
    const name = operator === '+' ? 'addToDate' : 'subtractFromDate';
    return typed(`${at.file.helper(name)}(${moment},${convertNumber(at, days, integerType)})`, dateType, true);
  }
  if (left.type === datetimeType) {
    const name = operator === '+' ? 'addToDatetime' : 'subtractFromDatetime';
    return typed(`${at.file.helper(name)}(${moment},${convertNumber(at, days, decimalType)})`, datetimeType, true);
  }
  return null;
}

function emitBits(at: Emission, operator: '&' | '|' | '^', left: Typed, right: Typed, place: Place): Typed {
  if (!isWhole(left.type) || !isWhole(right.type)) {
    return report(at, codes.operator, place, 'Bitwise operators must use Integer, Long or Boolean arguments');
  }
  const type = widerOf(left.type, right.type);
  const one = convertNumber(at, present(at, left), type);
  const other = convertNumber(at, present(at, right), type);
  return typed(`(${one}${operator}${other})`, type, true);
}

function isWhole(type: ApexType): boolean {
  return type === integerType || type === longType;
}

function emitBooleanBits(at: Emission, operator: '&' | '|' | '^', left: Typed, right: Typed, place: Place): Typed {
  if (right.type !== booleanType) {
    return report(at, codes.operator, place, 'Bitwise operators must use Integer, Long or Boolean arguments');
  }
  const one = orThrow(at, left);
  const other = orThrow(at, right);
  return typed(operator === '^' ? `(${one}!==${other})` : `!!(${one}${operator}${other})`, booleanType, true);
}

function emitShift(at: Emission, operator: '<<' | '>>' | '>>>', left: Typed, right: Typed, place: Place): Typed {
  if (!isWhole(left.type) || !isWhole(right.type)) {
    return report(at, codes.operator, place, 'Shift operators must use Integer or Long arguments');
  }
  const one = orThrow(at, left);
  const count = right.type === longType ? `Number(${orThrow(at, right)}&63n)` : orThrow(at, right);
  if (left.type === integerType) {
    return typed(operator === '>>>' ? `(${one}>>>${count}|0)` : `(${one}${operator}${count})`, integerType, true);
  }
  const names = { '<<': 'shiftLongLeft', '>>': 'shiftLongRight', '>>>': 'shiftLongUnsigned' };
  return typed(`${at.file.helper(names[operator])}(${one},${count})`, longType, true);
}

/** `<` and its kin: false where a number, date or time is null; a text that is there is above one that is null. */
function emitOrder(at: Emission, operator: '<' | '<=' | '>' | '>=', left: Typed, right: Typed, place: Place): Typed {
  const isNumbers =
    (isNumeric(left.type) || left.type === nullType) && (isNumeric(right.type) || right.type === nullType);
  if (isNumbers) {
    return emitNumberOrder(at, operator, left, right);
  }
  const isText = (type: ApexType): boolean => type === stringType || type === idType || type === nullType;
  if (isText(left.type) && isText(right.type)) {
    const one = left.type === idType ? `${at.file.helper('textOfId')}(${left.code})` : left.code;
    const other = right.type === idType ? `${at.file.helper('textOfId')}(${right.code})` : right.code;
    return typed(`(${at.file.helper('compareTexts')}(${one},${other})${operator}0)`, booleanType, true);
  }
  const common = commonType(at.world, left.type, right.type);
  const isOrdered =
    common === timeType || common === dateType || common === datetimeType || enumConstants(at.world, common) !== null;
  const isMixedDate = [left.type, right.type].every((each) => each === dateType || each === datetimeType);
  if (isMixedDate && left.type !== right.type) {
    const one = convertCode(at, left, datetimeType);
    const other = convertCode(at, right, datetimeType);
    return typed(`(${at.file.helper('compareMoments')}(${one},${other})${operator}0)`, booleanType, true);
  }
  if (!isOrdered) {
    return report(at, codes.operator, place, 'Comparison arguments must be compatible types: ' + pair(left, right));
  }
  return typed(`(${at.file.helper('compareMoments')}(${left.code},${right.code})${operator}0)`, booleanType, true);
}

function pair(left: Typed, right: Typed): string {
  return `${displayName(left.type)}, ${displayName(right.type)}`;
}

function emitNumberOrder(at: Emission, operator: '<' | '<=' | '>' | '>=', left: Typed, right: Typed): Typed {
  const isWide = (type: ApexType): boolean => type === doubleType || type === decimalType;
  if (isWide(left.type) || isWide(right.type)) {
    const type = widerOf(left.type, right.type);
    const name = type === decimalType ? 'orderDecimals' : 'orderDoubles';
    const code = `${at.file.helper(name)}(${convertNumber(at, left, type)},${convertNumber(at, right, type)})`;
    return typed(`(${code}${operator}0)`, booleanType, true);
  }
  // JavaScript compares an Integer with a Long as they are.
  if (left.isNeverNull && right.isNeverNull) {
    return typed(`(${left.code}${operator}${right.code})`, booleanType, true);
  }
  const isLess = operator === '<' || operator === '<=';
  const name = operator === '<' || operator === '>' ? 'isBelow' : 'isAtMost';
  // The order of evaluation stays that of the source.
  return typed(
    isLess
      ? `${at.file.helper(name)}(${left.code},${right.code})`
      : `${at.file.helper(operator === '>' ? 'isAbove' : 'isAtLeast')}(${left.code},${right.code})`,
    booleanType,
    true,
  );
}

/** `==`: texts without case, numbers by value across their types, collections and records by value, own classes by equals. */
function emitEquality(at: Emission, isEqual: boolean, left: Typed, right: Typed, place: Place): Typed {
  const not = isEqual ? '' : '!';
  const identity = isEqual ? '===' : '!==';
  if (left.type === nullType || right.type === nullType) {
    return typed(`(${left.code}${identity}${right.code})`, booleanType, true);
  }
  if (isNumeric(left.type) && isNumeric(right.type)) {
    const type = widerOf(left.type, right.type);
    if (isWhole(type)) {
      const one = convertNumber(at, left, type);
      return typed(`(${one}${identity}${convertNumber(at, right, type)})`, booleanType, true);
    }
    const name = type === decimalType ? 'sameDecimal' : 'sameDouble';
    const code = `${at.file.helper(name)}(${convertNumber(at, left, type)},${convertNumber(at, right, type)})`;
    return typed(`${not}${code}`, booleanType, true);
  }
  if (left.type === booleanType && right.type === booleanType) {
    return typed(`(${left.code}${identity}${right.code})`, booleanType, true);
  }
  if (left.type === stringType && right.type === stringType) {
    return typed(`${not}${at.file.helper('sameText')}(${left.code},${right.code})`, booleanType, true);
  }
  const pairOf = [left.type, right.type];
  if (pairOf.includes(idType) && pairOf.includes(stringType)) {
    return typed(`${not}${at.file.helper('sameId')}(${left.code},${right.code})`, booleanType, true);
  }
  if (left.type === right.type && enumConstants(at.world, left.type) !== null) {
    return typed(`(${left.code}${identity}${right.code})`, booleanType, true);
  }
  const isMixedDate = left.type !== right.type && pairOf.every((each) => each === dateType || each === datetimeType);
  if (isMixedDate) {
    const one = convertCode(at, left, datetimeType);
    return typed(
      `${not}${at.file.helper('looseEquals')}(${one},${convertCode(at, right, datetimeType)})`,
      booleanType,
      true,
    );
  }
  if (!mayBeEqual(at, left.type, right.type)) {
    return report(at, codes.operator, place, `Comparison arguments must be compatible types: ${pair(left, right)}`);
  }
  return typed(`${not}${at.file.helper('looseEquals')}(${left.code},${right.code})`, booleanType, true);
}

function mayBeEqual(at: Emission, left: ApexType, right: ApexType): boolean {
  return (
    left === objectType ||
    right === objectType ||
    (isRecord(left) && isRecord(right)) ||
    isCastable(at.world, left, right)
  );
}
