import { both, either, not, oneOf, range } from './character-sets.ts';
import type { CharacterTest, Folding } from './nodes.ts';

/** What changes the meaning of a class: how case counts, and whether POSIX and predefined classes mean all of Unicode. */
export type SetFlags = { readonly folding: Folding; readonly isUnicodeClass: boolean; readonly isUnixLines: boolean };

/** Compiled when first asked: most programs need none of the properties. */
function unicode(property: string): CharacterTest {
  let expression: RegExp | null = null;
  return (codePoint) => (expression ??= propertyExpression(property)).test(String.fromCodePoint(codePoint));
}

function propertyExpression(property: string): RegExp {
  return new RegExp(`^\\p{${property}}$`, 'u');
}

const asciiDigit = range(48, 57);
const asciiLower = range(97, 122);
const asciiUpper = range(65, 90);
const asciiAlpha = either(asciiLower, asciiUpper);
const asciiSpace = oneOf(' \t\n\x0b\f\r');
const asciiPunctuation = oneOf('!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~');
const horizontalSpace = either(oneOf(' \t\u00a0\u1680\u180e\u202f\u205f\u3000'), range(0x2000, 0x200a));
const verticalSpace = oneOf('\n\x0b\f\r\u0085\u2028\u2029');

/** The classes written as one letter: d D h H s S v V w W. Null for any other letter. */
export function predefinedSet(letter: string, isUnicodeClass: boolean): CharacterTest | null {
  const positive = positiveSet(letter.toLowerCase(), isUnicodeClass);
  return positive !== null && letter !== letter.toLowerCase() ? not(positive) : positive;
}

function positiveSet(letter: string, isUnicodeClass: boolean): CharacterTest | null {
  switch (letter) {
    case 'd':
      return isUnicodeClass ? unicode('Nd') : asciiDigit;
    case 'h':
      return horizontalSpace;
    case 's':
      return isUnicodeClass ? unicode('White_Space') : asciiSpace;
    case 'v':
      return verticalSpace;
    case 'w':
      return isUnicodeClass ? unicodeWord : either(asciiAlpha, asciiDigit, oneOf('_'));
    default:
      return null;
  }
}

const unicodeWord = either(unicode('Alphabetic'), unicode('M'), unicode('Nd'), unicode('Pc'), unicode('Join_Control'));

const javaWhitespace = either(range(9, 13), range(0x1c, 0x1f), both(unicode('Z'), not(oneOf('\u00a0\u2007\u202f'))));

const asciiClasses: Readonly<Record<string, CharacterTest>> = {
  ASCII: range(0, 127),
  Alnum: either(asciiAlpha, asciiDigit),
  Alpha: asciiAlpha,
  Blank: oneOf(' \t'),
  Cntrl: either(range(0, 31), range(127, 127)),
  Digit: asciiDigit,
  Graph: range(33, 126),
  Lower: asciiLower,
  Print: range(32, 126),
  Punct: asciiPunctuation,
  Space: asciiSpace,
  Upper: asciiUpper,
  XDigit: either(asciiDigit, range(97, 102), range(65, 70)),
};

const unicodeClasses: Readonly<Record<string, CharacterTest>> = {
  ALPHABETIC: unicode('Alphabetic'),
  LETTER: unicode('L'),
  IDEOGRAPHIC: unicode('Ideographic'),
  LOWERCASE: unicode('Lowercase'),
  UPPERCASE: unicode('Uppercase'),
  TITLECASE: unicode('Lt'),
  WHITE_SPACE: unicode('White_Space'),
  WHITESPACE: unicode('White_Space'),
  CONTROL: unicode('Cc'),
  PUNCTUATION: unicode('P'),
  HEX_DIGIT: either(unicode('Nd'), unicode('Hex_Digit')),
  HEXDIGIT: either(unicode('Nd'), unicode('Hex_Digit')),
  ASSIGNED: not(unicode('Cn')),
  NONCHARACTER_CODE_POINT: unicode('Noncharacter_Code_Point'),
  DIGIT: unicode('Nd'),
  ALNUM: either(unicode('Alphabetic'), unicode('Nd')),
  BLANK: either(unicode('Zs'), oneOf('\t')),
  GRAPH: not(either(unicode('White_Space'), unicode('Cc'), unicode('Cs'), unicode('Cn'))),
  PRINT: both(
    either(not(either(unicode('White_Space'), unicode('Cc'), unicode('Cs'), unicode('Cn'))), unicode('Zs')),
    not(unicode('Cc')),
  ),
  WORD: unicodeWord,
  JOIN_CONTROL: unicode('Join_Control'),
};

/** The name that a POSIX class has among the Unicode ones, once (?U) stands. */
const unicodeNames: Readonly<Record<string, string>> = {
  ALPHA: 'ALPHABETIC',
  LOWER: 'LOWERCASE',
  UPPER: 'UPPERCASE',
  SPACE: 'WHITE_SPACE',
  PUNCT: 'PUNCTUATION',
  CNTRL: 'CONTROL',
  XDIGIT: 'HEX_DIGIT',
};

const javaClasses: Readonly<Record<string, CharacterTest>> = {
  javaAlphabetic: unicode('Alphabetic'),
  javaDefined: not(unicode('Cn')),
  javaDigit: unicode('Nd'),
  javaIdeographic: unicode('Ideographic'),
  javaISOControl: either(range(0, 31), range(127, 159)),
  javaLetter: unicode('L'),
  javaLetterOrDigit: either(unicode('L'), unicode('Nd')),
  javaLowerCase: unicode('Lowercase'),
  javaMirrored: unicode('Bidi_Mirrored'),
  javaSpaceChar: unicode('Z'),
  javaTitleCase: unicode('Lt'),
  javaUpperCase: unicode('Uppercase'),
  javaWhitespace,
};

/** Whether a character makes a word in the sense of \b. */
export const isWordCharacter: CharacterTest = (codePoint) =>
  codePoint < 128
    ? codePoint === 95 || asciiAlpha(codePoint) || asciiDigit(codePoint)
    : (javaClasses.javaLetterOrDigit as CharacterTest)(codePoint);

/**
 * The class behind \p{…}: propertySet('Lu', flags), propertySet('IsGreek', flags), propertySet('script=Han', flags).
 * 'block' where it names a block, which are not known here; null where there is no such property.
 */
export function propertySet(name: string, flags: SetFlags): CharacterTest | 'block' | null {
  const sign = name.indexOf('=');
  if (sign > 0) {
    const value = name.slice(sign + 1);
    switch (name.slice(0, sign).toLowerCase()) {
      case 'sc':
      case 'script':
        return scriptSet(value);
      case 'gc':
      case 'general_category':
        return categorySet(value, flags);
      case 'blk':
      case 'block':
        return 'block';
      default:
        return null;
    }
  }
  if (name.startsWith('In')) {
    return 'block';
  }
  if (name.startsWith('Is')) {
    const rest = name.slice(2);
    return unicodeClassSet(rest, flags) ?? categorySet(rest, flags) ?? scriptSet(rest);
  }
  if (flags.isUnicodeClass && name in asciiClasses) {
    const posix = unicodeClassSet(name, flags);
    if (posix !== null) {
      return posix;
    }
  }
  return asciiClassSet(name, flags) ?? javaClassSet(name, flags) ?? categorySet(name, flags);
}

const anyCase = (flags: SetFlags) => flags.folding !== 'none';

function asciiClassSet(name: string, flags: SetFlags): CharacterTest | null {
  return anyCase(flags) && (name === 'Lower' || name === 'Upper') ? asciiAlpha : ownEntry(asciiClasses, name);
}

function javaClassSet(name: string, flags: SetFlags): CharacterTest | null {
  const isCase = name === 'javaLowerCase' || name === 'javaUpperCase' || name === 'javaTitleCase';
  return anyCase(flags) && isCase ? casedLetter : ownEntry(javaClasses, name);
}

const casedLetter = either(unicode('Lowercase'), unicode('Uppercase'), unicode('Lt'));

function unicodeClassSet(name: string, flags: SetFlags): CharacterTest | null {
  const upper = name.toUpperCase();
  const known = ownEntry(unicodeNames, upper) ?? upper;
  const isCase = known === 'LOWERCASE' || known === 'UPPERCASE' || known === 'TITLECASE';
  return anyCase(flags) && isCase ? casedLetter : ownEntry(unicodeClasses, known);
}

const categories = new Set(
  'Cn Lu Ll Lt Lm Lo Mn Me Mc Nd Nl No Zs Zl Zp Cc Cf Co Cs Pd Ps Pe Pc Po Sm Sc Sk So Pi Pf L M N Z C P S LC'.split(
    ' ',
  ),
);

function categorySet(name: string, flags: SetFlags): CharacterTest | null {
  if (name === 'LD') {
    return either(unicode('L'), unicode('Nd'));
  }
  if (name === 'L1') {
    return range(0, 255);
  }
  if (name === 'all') {
    return () => true;
  }
  if (!categories.has(name)) {
    return null;
  }
  return unicode(anyCase(flags) && /^L[ult]$/.test(name) ? 'LC' : name);
}

function scriptSet(name: string): CharacterTest | null {
  const spelled = name.toLowerCase().replace(/(^|_)[a-z]/g, (each) => each.toUpperCase());
  try {
    propertyExpression(`Script=${spelled}`);
  } catch {
    return null;
  }
  return unicode(`Script=${spelled}`);
}

function ownEntry<T>(table: Readonly<Record<string, T>>, name: string): T | null {
  return Object.hasOwn(table, name) ? (table[name] as T) : null;
}
