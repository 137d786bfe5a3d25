import { execution } from '../../run/execution.ts';
import type { BuiltinType, Members } from '../define.ts';
import { raise } from '../raise.ts';
import { ApexDecimal } from './apex-decimal.ts';
import { ApexDouble } from './apex-double.ts';
import { compareDecimal, negateDecimal } from './decimal-arithmetic.ts';
import { curveMembers } from './math-curves.ts';
import { roundingMembers } from './math-rounding.ts';
import { withoutNull } from './null-arguments.ts';
import { wrapLong } from './whole-arithmetic.ts';

const sizeMembers: Members = {
  'Decimal abs(Decimal decimalValue)': withoutNull((value: ApexDecimal) =>
    value.unscaled < 0n ? negateDecimal(value) : value,
  ),
  'Double abs(Double doubleValue)': withoutNull((value: ApexDouble) => new ApexDouble(Math.abs(value.value))),
  'Integer abs(Integer integerValue)': withoutNull((value: number) => Math.abs(value) | 0),
  'Long abs(Long longValue)': withoutNull((value: bigint) => wrapLong(value < 0n ? -value : value)),
  'Decimal signum(Decimal decimalValue)': withoutNull((value: ApexDecimal) =>
    value.unscaled === 0n ? new ApexDecimal(0n, 0) : new ApexDecimal(value.unscaled > 0n ? 10n : -10n, 1),
  ),
  'Double signum(Double doubleValue)': withoutNull((value: ApexDouble) => new ApexDouble(Math.sign(value.value))),
};

const choiceMembers: Members = {
  'Decimal max(Decimal first, Decimal second)': withoutNull((first: ApexDecimal, second: ApexDecimal) =>
    compareDecimal(first, second) >= 0 ? first : second,
  ),
  'Double max(Double first, Double second)': withoutNull(
    (first: ApexDouble, second: ApexDouble) => new ApexDouble(Math.max(first.value, second.value)),
  ),
  'Integer max(Integer first, Integer second)': withoutNull((first: number, second: number) => Math.max(first, second)),
  'Long max(Long first, Long second)': withoutNull((first: bigint, second: bigint) =>
    first >= second ? first : second,
  ),
  'Decimal min(Decimal first, Decimal second)': withoutNull((first: ApexDecimal, second: ApexDecimal) =>
    compareDecimal(first, second) <= 0 ? first : second,
  ),
  'Double min(Double first, Double second)': withoutNull(
    (first: ApexDouble, second: ApexDouble) => new ApexDouble(Math.min(first.value, second.value)),
  ),
  'Integer min(Integer first, Integer second)': withoutNull((first: number, second: number) => Math.min(first, second)),
  'Long min(Long first, Long second)': withoutNull((first: bigint, second: bigint) =>
    first <= second ? first : second,
  ),
};

function raiseZeroDivisor(): never {
  return raise('System.MathException', 'Divide by 0');
}

/** The remainder has the sign of the dividend: mod(-7, 3) → -1. */
const remainderMembers: Members = {
  'Integer mod(Integer dividend, Integer divisor)': withoutNull((dividend: number, divisor: number) =>
    divisor === 0 ? raiseZeroDivisor() : (dividend % divisor) | 0,
  ),
  'Long mod(Long dividend, Long divisor)': withoutNull((dividend: bigint, divisor: bigint) =>
    divisor === 0n ? raiseZeroDivisor() : dividend % divisor,
  ),
};

export const mathBuiltin: BuiltinType = {
  name: 'System.Math',
  kind: 'class',
  statics: {
    ...sizeMembers,
    ...choiceMembers,
    ...remainderMembers,
    ...roundingMembers,
    ...curveMembers,
    'Double random()': () => new ApexDouble(execution().random()),
  },
  staticProperties: {
    'Double E': { get: () => new ApexDouble(Math.E) },
    'Double PI': { get: () => new ApexDouble(Math.PI) },
  },
};
