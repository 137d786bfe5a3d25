import type { BuiltinType } from '../define.ts';
import { raise, raiseNullArgument } from '../raise.ts';
import { ApexDecimal } from './apex-decimal.ts';
import { ApexDouble } from './apex-double.ts';
import { decimalToInteger, doubleToInteger, longToInteger } from './convert-number.ts';
import { formatWhole } from './locale-number.ts';
import { readIntegerArgument } from './read-argument.ts';

/** For the fields of history records, whose values are Objects. */
function integerOf(value: unknown): number {
  if (value === null) {
    return raiseNullArgument();
  }
  if (typeof value === 'number') {
    return value;
  }
  if (typeof value === 'string') {
    return readIntegerArgument(value);
  }
  if (typeof value === 'bigint') {
    return longToInteger(value);
  }
  if (value instanceof ApexDouble) {
    return doubleToInteger(value);
  }
  if (value instanceof ApexDecimal) {
    return decimalToInteger(value);
  }
  return raise('System.TypeException', 'Invalid integer');
}

export const integerBuiltin: BuiltinType = {
  name: 'System.Integer',
  kind: 'class',
  statics: {
    'Integer valueOf(String stringToInteger)': readIntegerArgument,
    'Integer valueOf(Object fieldValue)': integerOf,
  },
  methods: { 'String format()': (self: number) => formatWhole(self) },
};
