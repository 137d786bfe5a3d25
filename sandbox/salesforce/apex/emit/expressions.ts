import { ApexTypeToken } from '../library/system/apex-type-token.ts';
import type { Expression } from '../syntax/nodes.ts';
import {
  booleanType,
  decimalType,
  displayName,
  doubleType,
  integerType,
  longType,
  nullType,
  typeOf,
} from '../types/apex-type.ts';
import { commonType, isCastable, isNumeric, unknownType } from '../types/conversions.ts';
import { emitAssignment, emitStep } from './assignments.ts';
import { emitCall } from './calls.ts';
import { convertCode, emitCast } from './convert.ts';
import { emitNew, emitNewItems, emitNewPairs, emitNewSized } from './creations.ts';
import { orThrow, report, resolveWritten, type Emission } from './emission.ts';
import { emitIndex } from './list-items.ts';
import { emitLiteral } from './literals.ts';
import { emitMember, emitName } from './names.ts';
import { emitBinary, emitCondition } from './operators.ts';
import { codes } from './problem.ts';
import { emitSearch, emitQuery } from './queries.ts';
import { closeChain, typed, type Typed } from './typed.ts';

/** An expression as JavaScript, on one line. */
export function emitExpression(at: Emission, expression: Expression): Typed {
  return closeChain(emitChain(at, expression));
}

/** Like emitExpression, but what follows `?.` is left open, so that the rest of the chain can be added. */
export function emitChain(at: Emission, expression: Expression): Typed {
  switch (expression.kind) {
    case 'literal':
      return emitLiteral(at, expression);
    case 'name':
      return emitName(at, expression);
    case 'this':
      return emitThis(at, expression);
    case 'super':
      return report(at, codes.form, expression.place, 'super cannot be used as a value');
    case 'member':
      return emitMember(at, expression);
    case 'call':
      return emitCall(at, expression);
    case 'index':
      return emitIndex(at, expression);
    case 'new':
      return emitNew(at, expression);
    case 'newItems':
      return emitNewItems(at, expression);
    case 'newSized':
      return emitNewSized(at, expression);
    case 'newPairs':
      return emitNewPairs(at, expression);
    case 'cast':
      return emitCast(at, emitExpression(at, expression.value), resolveWritten(at, expression.type), expression.place);
    case 'instanceOf':
      return emitInstanceOf(at, expression);
    case 'classLiteral': {
      const type = expression.type === null ? typeOf('void') : resolveWritten(at, expression.type);
      return typed(at.file.constant(ApexTypeToken.of(type)), typeOf('System.Type'), true);
    }
    case 'unary':
      return emitUnary(at, expression);
    case 'postfix':
      return emitStep(at, expression.operator, expression.value, 'before');
    case 'binary':
      return emitBinary(at, expression);
    case 'assign':
      return emitAssignment(at, expression);
    case 'conditional':
      return emitConditional(at, expression);
    case 'soql':
      return emitQuery(at, expression);
    case 'sosl':
      return emitSearch(at, expression);
  }
}

function emitThis(at: Emission, expression: Extract<Expression, { kind: 'this' }>): Typed {
  return at.scope.isStatic
    ? report(at, codes.form, expression.place, 'this cannot be referenced in a static context')
    : { code: 'this', type: at.scope.declared.type, isNeverNull: true, isRepeatable: true };
}

function emitInstanceOf(at: Emission, expression: Extract<Expression, { kind: 'instanceOf' }>): Typed {
  const value = emitExpression(at, expression.value);
  const type = resolveWritten(at, expression.type);
  if (value.type !== unknownType && type !== unknownType && !isCastable(at.world, value.type, type)) {
    return report(
      at,
      codes.conversion,
      expression.place,
      `Incompatible types since an instance of ${displayName(value.type)} is never an instance of ${displayName(type)}`,
    );
  }
  return typed(`${at.file.helper('instanceOf')}(${value.code},${at.file.constant(type)})`, booleanType, true);
}

function emitUnary(at: Emission, expression: Extract<Expression, { kind: 'unary' }>): Typed {
  const { operator, place } = expression;
  if (operator === '++' || operator === '--') {
    return emitStep(at, operator, expression.value, 'after');
  }
  if (operator === '!') {
    return typed(`!${emitCondition(at, expression.value)}`, booleanType, true);
  }
  if (operator === '-' && expression.value.kind === 'literal') {
    const negative = emitNegativeLiteral(at, expression.value);
    if (negative !== null) {
      return negative;
    }
  }
  const value = emitExpression(at, expression.value);
  if (value.type === unknownType) {
    return value;
  }
  const isWhole = value.type === integerType || value.type === longType;
  if (!isNumeric(value.type) || (operator === '~' && !isWhole)) {
    return report(at, codes.operator, place, `Invalid type for operator ${operator}: ${displayName(value.type)}`);
  }
  const code = orThrow(at, value);
  if (operator === '+') {
    return { ...value, code, isNeverNull: true };
  }
  if (operator === '~') {
    return typed(`(~${code})`, value.type, true);
  }
  return typed(negate(at, value, code), value.type, true);
}

function negate(at: Emission, value: Typed, code: string): string {
  switch (value.type) {
    case integerType:
      return `(-${code}|0)`;
    case longType:
      return `${at.file.helper('asIntN')}(64,-${code})`;
    case doubleType:
      return `${at.file.helper('negateDouble')}(${code})`;
    default:
      return `${at.file.helper('negateDecimal')}(${code})`;
  }
}

/** A minus before digits is part of the number: -2147483648 is an Integer, though 2147483648 is none. */
function emitNegativeLiteral(at: Emission, literal: Extract<Expression, { kind: 'literal' }>): Typed | null {
  const value = emitLiteral(at, literal);
  if (value.type === integerType || value.type === longType) {
    return {
      code: `(-${value.code}${value.type === integerType ? '|0' : ''})`,
      type: value.type,
      isNeverNull: true,
      isRepeatable: true,
    };
  }
  return value.type === doubleType || value.type === decimalType
    ? typed(negate(at, value, value.code), value.type, true)
    : null;
}

function emitConditional(at: Emission, expression: Extract<Expression, { kind: 'conditional' }>): Typed {
  const condition = emitCondition(at, expression.condition);
  const then = emitExpression(at, expression.then);
  const otherwise = emitExpression(at, expression.otherwise);
  const type = commonType(at.world, then.type, otherwise.type);
  if (type === nullType) {
    return typed(`(${condition}?null:null)`, nullType);
  }
  return typed(
    `(${condition}?${convertCode(at, then, type)}:${convertCode(at, otherwise, type)})`,
    type,
    then.isNeverNull && otherwise.isNeverNull,
  );
}
