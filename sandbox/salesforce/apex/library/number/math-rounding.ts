import type { Members } from '../define.ts';
import { raise } from '../raise.ts';
import { ApexDecimal } from './apex-decimal.ts';
import { ApexDouble } from './apex-double.ts';
import { withoutNull } from './null-arguments.ts';
import { roundToWhole, type RoundingMode } from './round-decimal.ts';
import { roundDoubleToLong, roundHalfEven } from './round-double.ts';

function toWhole(mode: RoundingMode): (value: ApexDecimal) => ApexDecimal {
  return (value) => new ApexDecimal(roundToWhole(value, mode), 0);
}

function inDouble(round: (value: number) => number): (value: ApexDouble) => ApexDouble {
  return (value) => new ApexDouble(round(value.value));
}

function asInteger(whole: bigint): number {
  return whole === BigInt.asIntN(32, whole)
    ? Number(whole)
    : raise('System.MathException', `Out of the range of an Integer: ${whole}`);
}

/** Members of Math that make wholes. */
export const roundingMembers: Members = {
  'Decimal ceil(Decimal decimalValue)': withoutNull(toWhole('CEILING')),
  'Double ceil(Double doubleValue)': withoutNull(inDouble(Math.ceil)),
  'Decimal floor(Decimal decimalValue)': withoutNull(toWhole('FLOOR')),
  'Double floor(Double doubleValue)': withoutNull(inDouble(Math.floor)),
  'Decimal rint(Decimal decimalValue)': withoutNull(toWhole('HALF_EVEN')),
  'Double rint(Double doubleValue)': withoutNull(inDouble(roundHalfEven)),
  'Integer round(Decimal decimalValue)': withoutNull((value: ApexDecimal) =>
    asInteger(roundToWhole(value, 'HALF_EVEN')),
  ),
  'Integer round(Double doubleValue)': withoutNull((value: ApexDouble) => asInteger(roundDoubleToLong(value))),
  'Long roundToLong(Decimal decimalValue)': withoutNull((value: ApexDecimal) =>
    BigInt.asIntN(64, roundToWhole(value, 'HALF_EVEN')),
  ),
  'Long roundToLong(Double doubleValue)': withoutNull(roundDoubleToLong),
};
