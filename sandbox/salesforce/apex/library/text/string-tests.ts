import { chargeCharacters } from '../../run/meter.ts';
import type { Implementation, Members } from '../define.ts';
import { allUnits, isDigit, isLetter, isLower, isUpper, isWhitespace } from './java-character.ts';

type UnitTest = (unit: number) => boolean;

const isSpace: UnitTest = (unit) => unit === 32;
const isLetterOrDigit: UnitTest = (unit) => isLetter(unit) || isDigit(unit);

/** Whether a text, with or without the empty one, has only such characters. */
function hasOnly(test: UnitTest, isTrueForEmpty: boolean): Implementation {
  return (text: string) => {
    chargeCharacters(text.length);
    return text === '' ? isTrueForEmpty : allUnits(text, test);
  };
}

function isBlank(text: string | null): boolean {
  return text === null || allUnits(text, isWhitespace);
}

/** Methods of String that say what characters it has. */
export const testMethods: Members = {
  'Boolean isAllLowerCase()': hasOnly(isLower, false),
  'Boolean isAllUpperCase()': hasOnly(isUpper, false),
  'Boolean isAlpha()': hasOnly(isLetter, false),
  'Boolean isAlphaSpace()': hasOnly((unit) => isLetter(unit) || isSpace(unit), true),
  'Boolean isAlphanumeric()': hasOnly(isLetterOrDigit, false),
  'Boolean isAlphanumericSpace()': hasOnly((unit) => isLetterOrDigit(unit) || isSpace(unit), true),
  'Boolean isAsciiPrintable()': hasOnly((unit) => unit >= 32 && unit < 127, true),
  'Boolean isNumeric()': hasOnly(isDigit, false),
  'Boolean isNumericSpace()': hasOnly((unit) => isDigit(unit) || isSpace(unit), true),
  'Boolean isWhitespace()': hasOnly(isWhitespace, true),
};

/** Static methods of String that take null for a text too. */
export const testStatics: Members = {
  'Boolean isBlank(String inputString)': isBlank,
  'Boolean isEmpty(String inputString)': (text: string | null) => text === null || text === '',
  'Boolean isNotBlank(String inputString)': (text: string | null) => !isBlank(text),
  'Boolean isNotEmpty(String inputString)': (text: string | null) => text !== null && text !== '',
};
