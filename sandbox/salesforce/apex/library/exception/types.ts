import { ApexException } from '../../run/apex-object.ts';
import type { BuiltinType } from '../define.ts';
import { exceptionMembers } from './exception-members.ts';
import { exceptionNames } from './exception-names.ts';
import { exceptionClass } from './exceptions.ts';
import { constructorsOf } from './exception-constructors.ts';

const base: BuiltinType = {
  name: 'System.Exception',
  kind: 'class',
  isOpen: true,
  constructors: constructorsOf('System.Exception'),
  methods: exceptionMembers,
  valueClass: ApexException,
};

export const exceptionTypes: readonly BuiltinType[] = [
  base,
  ...exceptionNames.map((name): BuiltinType => ({
    name,
    kind: 'class',
    extends: 'System.Exception',
    constructors: constructorsOf(name),
    valueClass: exceptionClass(name),
  })),
];
