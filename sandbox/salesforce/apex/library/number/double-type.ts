import type { BuiltinType } from '../define.ts';
import { raise, raiseNullArgument } from '../raise.ts';
import { ApexDecimal } from './apex-decimal.ts';
import { ApexDouble } from './apex-double.ts';
import { decimalToDouble, doubleToInteger, doubleToLong } from './convert-number.ts';
import { formatDouble } from './locale-number.ts';
import { readDoubleArgument } from './read-argument.ts';
import { roundDoubleToLong } from './round-double.ts';

/** For the fields of history records, whose values are Objects. */
function doubleOf(value: unknown): ApexDouble {
  if (value === null) {
    return raiseNullArgument();
  }
  if (value instanceof ApexDouble) {
    return value;
  }
  if (typeof value === 'string') {
    return readDoubleArgument(value);
  }
  if (value instanceof ApexDecimal) {
    return decimalToDouble(value);
  }
  if (typeof value === 'number' || typeof value === 'bigint') {
    return new ApexDouble(Number(value));
  }
  return raise('System.TypeException', 'Invalid double');
}

export const doubleBuiltin: BuiltinType = {
  name: 'System.Double',
  kind: 'class',
  statics: {
    'Double valueOf(String stringToDouble)': readDoubleArgument,
    'Double valueOf(Object fieldValue)': doubleOf,
  },
  methods: {
    'String format()': (self: ApexDouble) => formatDouble(self),
    'Integer intValue()': (self: ApexDouble) => doubleToInteger(self),
    'Long longValue()': (self: ApexDouble) => doubleToLong(self),
    'Long round()': (self: ApexDouble) => roundDoubleToLong(self),
  },
  valueClass: ApexDouble,
};
