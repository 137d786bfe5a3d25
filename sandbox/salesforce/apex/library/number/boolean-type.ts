import type { BuiltinType } from '../define.ts';
import { raise, raiseNullArgument } from '../raise.ts';

/** Only the word "true", in any case, is true. */
function readBoolean(text: string | null): boolean {
  return (text ?? raiseNullArgument()).toLowerCase() === 'true';
}

/** For the fields of history records, whose values are Objects. */
function booleanOf(value: unknown): boolean {
  if (typeof value === 'boolean') {
    return value;
  }
  if (value === null || typeof value === 'string') {
    return readBoolean(value);
  }
  return raise('System.TypeException', 'Invalid boolean');
}

export const booleanBuiltin: BuiltinType = {
  name: 'System.Boolean',
  kind: 'class',
  statics: {
    'Boolean valueOf(String stringToBoolean)': readBoolean,
    'Boolean valueOf(Object fieldValue)': booleanOf,
  },
};
