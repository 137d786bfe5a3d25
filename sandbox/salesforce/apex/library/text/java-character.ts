/**
 * What java.lang.Character says of one UTF-16 unit. A half of a surrogate pair is no letter, digit or space.
 */

const letter = /^\p{L}$/u;
const digit = /^\p{Nd}$/u;
const upper = /^\p{Uppercase}$/u;
const lower = /^\p{Lowercase}$/u;
const separator = /^\p{Z}$/u;

/** isLetter(0xE9) → true, for é. */
export function isLetter(unit: number): boolean {
  return unit < 128
    ? (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90)
    : letter.test(String.fromCharCode(unit));
}

/** isDigit(0x35) → true. */
export function isDigit(unit: number): boolean {
  return unit < 128 ? unit >= 48 && unit <= 57 : digit.test(String.fromCharCode(unit));
}

/** isUpper(0x41) → true. */
export function isUpper(unit: number): boolean {
  return unit < 128 ? unit >= 65 && unit <= 90 : upper.test(String.fromCharCode(unit));
}

/** isLower(0x61) → true. */
export function isLower(unit: number): boolean {
  return unit < 128 ? unit >= 97 && unit <= 122 : lower.test(String.fromCharCode(unit));
}

/** White space, but no space that forbids a line break: isWhitespace(0x20) → true, isWhitespace(0xA0) → false. */
export function isWhitespace(unit: number): boolean {
  if (unit < 128) {
    return unit === 32 || (unit >= 9 && unit <= 13) || (unit >= 28 && unit <= 31);
  }
  return unit !== 0xa0 && unit !== 0x2007 && unit !== 0x202f && separator.test(String.fromCharCode(unit));
}

const categoryNames = 'Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Zs Zl Zp Cc Cf Co Cs Pd Ps Pe Pc Po Sm Sc Sk So Pi Pf'.split(
  ' ',
);
let categories: readonly { readonly name: string; readonly expression: RegExp }[] | null = null;

/** The general category of Unicode: categoryOf(0x41) → "Lu"; "Cn" for what is not assigned. */
export function categoryOf(unit: number): string {
  const character = String.fromCharCode(unit);
  categories ??= categoryNames.map((name) => ({ name, expression: new RegExp(`^\\p{${name}}$`, 'u') }));
  return categories.find((each) => each.expression.test(character))?.name ?? 'Cn';
}

/** Whether all units of a text are such. */
export function allUnits(text: string, test: (unit: number) => boolean): boolean {
  for (let index = 0; index < text.length; index++) {
    if (!test(text.charCodeAt(index))) {
      return false;
    }
  }
  return true;
}
