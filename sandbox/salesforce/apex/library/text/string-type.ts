import { type BuiltinType, unsupported } from '../define.ts';
import { changeMethods } from './string-change.ts';
import { characterMethods, characterStatics } from './string-characters.ts';
import { compareMethods, compareStatics } from './string-compare.ts';
import { escapeMethods, escapeStatics } from './string-escape.ts';
import { makingMethods, makingStatics } from './string-making.ts';
import { partMethods } from './string-parts.ts';
import { searchMethods } from './string-search.ts';
import { testMethods, testStatics } from './string-tests.ts';

/** System.String: its values are strings of JavaScript, UTF-16 in both languages. */
export const stringBuiltin: BuiltinType = {
  name: 'System.String',
  kind: 'class',
  statics: { ...characterStatics, ...compareStatics, ...escapeStatics, ...makingStatics, ...testStatics },
  methods: {
    ...changeMethods,
    ...characterMethods,
    ...compareMethods,
    ...escapeMethods,
    ...makingMethods,
    ...partMethods,
    ...searchMethods,
    ...testMethods,
    'String toString()': (text: string) => text,
    // Errors on a field of a record that is in a trigger.
    'void addError(Exception exceptionError)': unsupported,
    'void addError(Exception exceptionError, Boolean escape)': unsupported,
    'void addError(String errorMsg)': unsupported,
    'void addError(String errorMsg, Boolean escape)': unsupported,
  },
};
