import { chargeParsedCharacters } from '../../run/meter.ts';
import { ApexDecimal } from './apex-decimal.ts';
import { ApexDouble } from './apex-double.ts';

const decimalForm = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,9}))?$/;

/** Reads what BigDecimal reads, null for anything else: readDecimal('-1.50') → {-150n, 2}, readDecimal('2E+3') → {2n, -3}. */
export function readDecimal(text: string): ApexDecimal | null {
  chargeParsedCharacters(text.length);
  const found = decimalForm.exec(text);
  if (found === null) {
    return null;
  }
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = found;
  if (whole === '' && fraction === '') {
    return null;
  }
  const unscaled = BigInt(whole + fraction);
  return new ApexDecimal(sign === '-' ? -unscaled : unscaled, fraction.length - Number(exponent));
}

const doubleForm = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?[dDfF]?$/;

/** Reads what Java's Double reads, null for anything else: readDouble('1e3') → 1000.0. */
export function readDouble(text: string): ApexDouble | null {
  chargeParsedCharacters(text.length);
  const trimmed = text.trim();
  const named = /^([+-]?)(NaN|Infinity)$/.exec(trimmed);
  if (named !== null) {
    return new ApexDouble(named[2] === 'NaN' ? NaN : named[1] === '-' ? -Infinity : Infinity);
  }
  return doubleForm.test(trimmed) ? new ApexDouble(Number(trimmed.replace(/[dDfF]$/, ''))) : null;
}

const wholeForm = /^[+-]?\d+$/;

/** A whole between the bounds, null for anything else: readWhole('+12', -128n, 127n) → 12n. */
export function readWhole(text: string, least: bigint, most: bigint): bigint | null {
  chargeParsedCharacters(text.length);
  // Longer texts could only be zeros in front; the bound keeps a hostile one cheap.
  if (!wholeForm.test(text) || text.length > 1000) {
    return null;
  }
  const value = BigInt(text.replace('+', ''));
  return value < least || value > most ? null : value;
}

/** A literal of source, which the grammar has checked: readDecimalLiteral('1.50') → 1.50. */
export function readDecimalLiteral(text: string): ApexDecimal {
  const value = readDecimal(text);
  if (value === null) {
    throw new Error(`"${text}" is no literal of a Decimal.`);
  }
  return value;
}

/** A literal of source with its suffix: readDoubleLiteral('1.5d') → 1.5. */
export function readDoubleLiteral(text: string): ApexDouble {
  const value = readDouble(text);
  if (value === null) {
    throw new Error(`"${text}" is no literal of a Double.`);
  }
  return value;
}
