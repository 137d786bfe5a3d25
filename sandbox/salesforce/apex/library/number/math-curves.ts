import type { Members } from '../define.ts';
import type { ApexDecimal } from './apex-decimal.ts';
import { ApexDouble } from './apex-double.ts';
import { decimalToDouble, doubleToDecimal } from './convert-number.ts';
import { withoutNull } from './null-arguments.ts';

/**
 * Functions that exist for Double and for Decimal and are calculated in floating point: the Decimal ones by way of the
 * nearest Double, so they have its precision.
 */
function forBoth(name: string, parameter: string, calculate: (value: number) => number): Members {
  return {
    [`Double ${name}(Double ${parameter})`]: withoutNull((value: ApexDouble) => new ApexDouble(calculate(value.value))),
    [`Decimal ${name}(Decimal ${parameter})`]: withoutNull((value: ApexDecimal) =>
      doubleToDecimal(new ApexDouble(calculate(decimalToDouble(value).value))),
    ),
  };
}

/** Members of Math from acos to tanh, exp, log, sqrt and cbrt. */
export const curveMembers: Members = {
  ...forBoth('acos', 'angle', Math.acos),
  ...forBoth('asin', 'angle', Math.asin),
  ...forBoth('atan', 'angle', Math.atan),
  ...forBoth('cbrt', 'value', Math.cbrt),
  ...forBoth('cos', 'angle', Math.cos),
  ...forBoth('cosh', 'angle', Math.cosh),
  ...forBoth('exp', 'exponent', Math.exp),
  ...forBoth('log', 'value', Math.log),
  ...forBoth('log10', 'value', Math.log10),
  ...forBoth('sin', 'angle', Math.sin),
  ...forBoth('sinh', 'angle', Math.sinh),
  ...forBoth('sqrt', 'value', Math.sqrt),
  ...forBoth('tan', 'angle', Math.tan),
  ...forBoth('tanh', 'angle', Math.tanh),
  'Double atan2(Double xCoordinate, Double yCoordinate)': withoutNull(
    (x: ApexDouble, y: ApexDouble) => new ApexDouble(Math.atan2(x.value, y.value)),
  ),
  'Decimal atan2(Decimal xCoordinate, Decimal yCoordinate)': withoutNull((x: ApexDecimal, y: ApexDecimal) =>
    doubleToDecimal(new ApexDouble(Math.atan2(decimalToDouble(x).value, decimalToDouble(y).value))),
  ),
  'Double pow(Double doubleValue, Double exponent)': withoutNull(
    (value: ApexDouble, exponent: ApexDouble) => new ApexDouble(value.value ** exponent.value),
  ),
};
