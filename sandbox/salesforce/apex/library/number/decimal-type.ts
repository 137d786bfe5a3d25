import type { ApexEnum } from '../../run/apex-enum.ts';
import { chargeCharacters } from '../../run/meter.ts';
import type { BuiltinType } from '../define.ts';
import { raise, raiseNullArgument } from '../raise.ts';
import { ApexDecimal } from './apex-decimal.ts';
import type { ApexDouble } from './apex-double.ts';
import { decimalToDouble, decimalToInteger, decimalToLong, doubleToDecimal, longToDecimal } from './convert-number.ts';
import { divideDecimalTo, negateDecimal, stripZeros } from './decimal-arithmetic.ts';
import { formatDecimal } from './locale-number.ts';
import { withoutNull } from './null-arguments.ts';
import { digitsOf } from './powers-of-ten.ts';
import { printPlainDecimal } from './print-number.ts';
import { readDecimalArgument } from './read-argument.ts';
import { roundToWhole, setDecimalScale, type RoundingMode } from './round-decimal.ts';

const largestScale = 33;
const largestExponent = 32767;

/** A bound of this runtime, not of the platform: beyond it, a program would wait for minutes. */
const mostDigits = 1_000_000;

function modeOf(constant: ApexEnum | null): RoundingMode {
  return (constant ?? raiseNullArgument()).name as RoundingMode;
}

function scaleOf(scale: number | null): number {
  const given = scale ?? raiseNullArgument();
  if (given < -largestScale || given > largestScale) {
    return raise('System.MathException', `The scale must be between -${largestScale} and ${largestScale}: ${given}`);
  }
  return given;
}

/** Drops the zeros at the end, of a whole as well: absolute zero has no places. */
function stripAllZeros(value: ApexDecimal): ApexDecimal {
  return stripZeros(value, -Number.MAX_SAFE_INTEGER);
}

function raiseToPower(value: ApexDecimal, exponent: number | null): ApexDecimal {
  const given = exponent ?? raiseNullArgument();
  if (given < 0 || given > largestExponent) {
    return raise('System.MathException', `The exponent must be between 0 and ${largestExponent}: ${given}`);
  }
  // Charged before it is calculated: the digits of the power are known from those of the base.
  const digits = digitsOf(value.unscaled).length * given;
  if (digits > mostDigits) {
    return raise('System.MathException', `A power of more than ${mostDigits} digits`);
  }
  chargeCharacters(digits);
  const power = value.unscaled ** BigInt(given);
  return new ApexDecimal(power, value.scale * given);
}

function wrappedRound(value: ApexDecimal, mode: RoundingMode): bigint {
  return BigInt.asIntN(64, roundToWhole(value, mode));
}

export const decimalBuiltin: BuiltinType = {
  name: 'System.Decimal',
  kind: 'class',
  statics: {
    'Decimal valueOf(Double doubleToDecimal)': withoutNull((value: ApexDouble) => doubleToDecimal(value)),
    'Decimal valueOf(Long longToDecimal)': withoutNull((value: bigint) => longToDecimal(value)),
    'Decimal valueOf(String stringToDecimal)': readDecimalArgument,
  },
  methods: {
    'Decimal abs()': (self: ApexDecimal) => (self.unscaled < 0n ? negateDecimal(self) : self),
    'Decimal divide(Decimal divisor, Integer scale)': (
      self: ApexDecimal,
      divisor: ApexDecimal | null,
      scale: number | null,
    ) => divideDecimalTo(self, divisor ?? raiseNullArgument(), scaleOf(scale), 'HALF_EVEN'),
    'Decimal divide(Decimal divisor, Integer scale, RoundingMode roundingMode)': (
      self: ApexDecimal,
      divisor: ApexDecimal | null,
      scale: number | null,
      mode: ApexEnum | null,
    ) => divideDecimalTo(self, divisor ?? raiseNullArgument(), scaleOf(scale), modeOf(mode)),
    'Double doubleValue()': (self: ApexDecimal) => decimalToDouble(self),
    'String format()': (self: ApexDecimal) => formatDecimal(self),
    'Integer intValue()': (self: ApexDecimal) => decimalToInteger(self),
    'Long longValue()': (self: ApexDecimal) => decimalToLong(self),
    'Decimal pow(Integer exponent)': raiseToPower,
    'Integer precision()': (self: ApexDecimal) => digitsOf(self.unscaled).length,
    'Long round()': (self: ApexDecimal) => wrappedRound(self, 'HALF_EVEN'),
    'Long round(RoundingMode roundingMode)': (self: ApexDecimal, mode: ApexEnum | null) =>
      wrappedRound(self, modeOf(mode)),
    'Integer scale()': (self: ApexDecimal) => self.scale,
    'Decimal setScale(Integer scale)': (self: ApexDecimal, scale: number | null) =>
      setDecimalScale(self, scaleOf(scale), 'HALF_EVEN'),
    'Decimal setScale(Integer scale, RoundingMode roundingMode)': (
      self: ApexDecimal,
      scale: number | null,
      mode: ApexEnum | null,
    ) => setDecimalScale(self, scaleOf(scale), modeOf(mode)),
    'Decimal stripTrailingZeros()': (self: ApexDecimal) => stripAllZeros(self),
    'String toPlainString()': (self: ApexDecimal) => printPlainDecimal(self),
  },
  valueClass: ApexDecimal,
};
