import { Unsupported } from '../../../apex/run/apex-object.ts';
import { ApexDecimal } from '../../../apex/library/number/apex-decimal.ts';
import {
  addDecimal,
  compareDecimal,
  divideDecimal,
  multiplyDecimal,
  negateDecimal,
  subtractDecimal,
} from '../../../apex/library/number/decimal-arithmetic.ts';
import { ApexDate } from '../../../apex/library/time/apex-date.ts';
import { ApexDatetime } from '../../../apex/library/time/apex-datetime.ts';
import { ApexTime } from '../../../apex/library/time/apex-time.ts';
import type { FormulaScope } from './formula-scope.ts';
import { formulaFunctions } from './formula-functions.ts';
import type { Formula } from './formula-tree.ts';
import { asFormulaValue, decimalOf, printValue, wholeOf, type FormulaValue } from './formula-values.ts';
import { readFormula } from './read-formula.ts';

const dayLength = 86_400_000;

/**
 * Works a formula out: evaluateFormula('ISBLANK(Name)', scope) → true. Blank numbers and dates make what is reckoned with them
 * blank, and a comparison with them is false, unless the formula treats them as zeros. Functions and operators that are not
 * built are Unsupported.
 */
export function evaluateFormula(text: string, scope: FormulaScope): FormulaValue {
  return evaluate(readFormula(text), scope);
}

function evaluate(formula: Formula, scope: FormulaScope): FormulaValue {
  switch (formula.kind) {
    case 'text':
      return formula.value === '' ? null : formula.value;
    case 'number':
      return readNumber(formula.value);
    case 'boolean':
      return formula.value;
    case 'null':
      return null;
    case 'name':
      return readName(formula.path, scope);
    case 'call': {
      const call = formulaFunctions[formula.name];
      if (call === undefined) {
        throw new Unsupported(`the function ${formula.name}`, 'a formula');
      }
      return call(formula.args, scope, (argument) => evaluate(argument, scope));
    }
    case 'unary': {
      const operand = evaluate(formula.operand, scope);
      if (formula.operator === '!') {
        return operand !== true;
      }
      return operand instanceof ApexDecimal && formula.operator === '-' ? negateDecimal(operand) : operand;
    }
    case 'binary':
      return evaluateBinary(formula.operator, formula.left, formula.right, scope);
  }
}

function readName(path: readonly string[], scope: FormulaScope): FormulaValue {
  if (!scope.isKnown(path)) {
    throw new Error(`The formula names ${path.join('.')}, which is no field of the object.`);
  }
  return asFormulaValue(scope.read(path));
}

function readNumber(text: string): ApexDecimal {
  const [whole = '', places = ''] = text.split('.');
  return new ApexDecimal(BigInt(whole + places || '0'), places.length);
}

function evaluateBinary(operator: string, left: Formula, right: Formula, scope: FormulaScope): FormulaValue {
  if (operator === '&&') {
    return evaluate(left, scope) === true && evaluate(right, scope) === true;
  }
  if (operator === '||') {
    return evaluate(left, scope) === true || evaluate(right, scope) === true;
  }
  const one = evaluate(left, scope);
  const other = evaluate(right, scope);
  switch (operator) {
    case '&':
      return printValue(one) + printValue(other) || null;
    case '=':
      return isEqual(one, other, scope);
    case '<>':
      return !isEqual(one, other, scope);
    case '<':
    case '>':
    case '<=':
    case '>=':
      return compare(operator, one, other, scope);
    default:
      return reckon(operator, one, other, scope);
  }
}

function zeroOr(value: FormulaValue, other: FormulaValue, scope: FormulaScope): FormulaValue {
  return value === null && scope.blanksAreZero === true && other instanceof ApexDecimal ? decimalOf(0) : value;
}

/** Texts are compared with their case; a blank is equal to a blank. */
function isEqual(left: FormulaValue, right: FormulaValue, scope: FormulaScope): boolean {
  const one = zeroOr(left, right, scope);
  const other = zeroOr(right, left, scope);
  if (one === null || other === null || typeof one !== 'object' || typeof other !== 'object') {
    return one === other;
  }
  return orderOf(one, other) === 0;
}

function compare(operator: string, left: FormulaValue, right: FormulaValue, scope: FormulaScope): boolean {
  const one = zeroOr(left, right, scope);
  const other = zeroOr(right, left, scope);
  if (one === null || other === null) {
    return false;
  }
  const order = orderOf(one, other);
  return operator === '<' ? order < 0 : operator === '>' ? order > 0 : operator === '<=' ? order <= 0 : order >= 0;
}

function orderOf(one: FormulaValue, other: FormulaValue): number {
  if (one instanceof ApexDecimal && other instanceof ApexDecimal) {
    return compareDecimal(one, other);
  }
  if (typeof one === 'string' && typeof other === 'string') {
    return one < other ? -1 : one > other ? 1 : 0;
  }
  const first = placeInTime(one);
  const second = placeInTime(other);
  if (first === null || second === null || first[0] !== second[0]) {
    throw new Error('A formula compares values of different types.');
  }
  return first[1] - second[1];
}

function placeInTime(value: FormulaValue): readonly [string, number] | null {
  if (value instanceof ApexDate) {
    return ['date', value.days];
  }
  if (value instanceof ApexDatetime) {
    return ['datetime', value.milliseconds];
  }
  return value instanceof ApexTime ? ['time', value.milliseconds] : null;
}

function reckon(operator: string, left: FormulaValue, right: FormulaValue, scope: FormulaScope): FormulaValue {
  if (operator === '+' && (typeof left === 'string' || typeof right === 'string')) {
    return printValue(left) + printValue(right) || null;
  }
  const one = zeroOr(left, right, scope);
  const other = zeroOr(right, left, scope);
  if (one === null || other === null) {
    return null;
  }
  if (one instanceof ApexDecimal && other instanceof ApexDecimal) {
    return reckonNumbers(operator, one, other);
  }
  return reckonTimes(operator, one, other);
}

function reckonNumbers(operator: string, one: ApexDecimal, other: ApexDecimal): FormulaValue {
  switch (operator) {
    case '+':
      return addDecimal(one, other);
    case '-':
      return subtractDecimal(one, other);
    case '*':
      return multiplyDecimal(one, other);
    case '/':
      // A formula that divides by zero shows an error in the place of a value.
      return other.unscaled === 0n ? null : divideDecimal(one, other);
    default:
      return power(one, other);
  }
}

function power(base: ApexDecimal, exponent: ApexDecimal): ApexDecimal {
  const times = wholeOf(exponent);
  if (times < 0 || compareDecimal(exponent, decimalOf(times)) !== 0) {
    throw new Unsupported('a power that is negative or no whole number', 'a formula');
  }
  let result = decimalOf(1);
  for (let index = 0; index < times; index++) {
    result = multiplyDecimal(result, base);
  }
  return result;
}

/** Dates and numbers of days; the difference of two dates or instants is in days. */
function reckonTimes(operator: string, one: FormulaValue, other: FormulaValue): FormulaValue {
  const sign = operator === '-' ? -1 : 1;
  if (operator === '+' || operator === '-') {
    if (one instanceof ApexDate && other instanceof ApexDecimal) {
      return new ApexDate(one.days + sign * wholeOf(other));
    }
    if (one instanceof ApexDatetime && other instanceof ApexDecimal) {
      const milliseconds = multiplyDecimal(other, decimalOf(dayLength));
      return new ApexDatetime(one.milliseconds + sign * wholeOf(milliseconds));
    }
    if (operator === '-' && one instanceof ApexDate && other instanceof ApexDate) {
      return decimalOf(one.days - other.days);
    }
    if (operator === '-' && one instanceof ApexDatetime && other instanceof ApexDatetime) {
      return divideDecimal(decimalOf(one.milliseconds - other.milliseconds), decimalOf(dayLength));
    }
  }
  throw new Error(`A formula uses ${operator} on values that have none.`);
}
