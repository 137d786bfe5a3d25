import type { BuiltinType } from '../define.ts';
import { longToInteger } from './convert-number.ts';
import { formatWhole } from './locale-number.ts';
import { readLongArgument } from './read-argument.ts';

export const longBuiltin: BuiltinType = {
  name: 'System.Long',
  kind: 'class',
  statics: { 'Long valueOf(String stringToLong)': readLongArgument },
  methods: {
    'String format()': (self: bigint) => formatWhole(self),
    'Integer intValue()': (self: bigint) => longToInteger(self),
  },
};
