import type { BuiltinType } from '../library/define.ts';
import type { ApexEnum } from './apex-enum.ts';
import { equalsOf, hashOf, textOf } from './values.ts';

/** What every value has, whatever its type: a class of source that declares one of these replaces it. */
export const objectBuiltin: BuiltinType = {
  name: 'System.Object',
  kind: 'class',
  methods: {
    'String toString()': textOf,
    'Boolean equals(Object other)': equalsOf,
    'Integer hashCode()': hashOf,
  },
};

/** What every constant of an enum has, of source or of the platform. */
export const enumBuiltin: BuiltinType = {
  name: 'System.Enum',
  kind: 'class',
  methods: {
    'String name()': (self: ApexEnum) => self.name,
    'Integer ordinal()': (self: ApexEnum) => self.ordinal,
  },
};
