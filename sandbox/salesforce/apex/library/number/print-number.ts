import { madeText } from '../../run/meter.ts';
import type { ApexDecimal } from './apex-decimal.ts';
import type { ApexDouble } from './apex-double.ts';
import { digitsOf } from './powers-of-ten.ts';

/** As String.valueOf shows one: 1.50 → '1.50', 0.00000001 → '1E-8', 100 without its zeros → '1E+2'. */
export function printDecimal(value: ApexDecimal): string {
  const digits = digitsOf(value.unscaled);
  const exponent = digits.length - 1 - value.scale;
  if (value.scale >= 0 && exponent >= -6) {
    return printPlainDecimal(value);
  }
  const mantissa = digits.length === 1 ? digits : `${digits.charAt(0)}.${digits.slice(1)}`;
  const power = exponent === 0 ? '' : `E${exponent > 0 ? '+' : ''}${exponent}`;
  return madeText(`${signOf(value)}${mantissa}${power}`);
}

/** Never with an exponent: 1E+2 → '100'. */
export function printPlainDecimal(value: ApexDecimal): string {
  const digits = digitsOf(value.unscaled);
  if (value.scale <= 0) {
    return madeText(value.unscaled === 0n ? '0' : `${signOf(value)}${digits}${'0'.repeat(-value.scale)}`);
  }
  const padded = digits.padStart(value.scale + 1, '0');
  const point = padded.length - value.scale;
  return madeText(`${signOf(value)}${padded.slice(0, point)}.${padded.slice(point)}`);
}

function signOf(value: ApexDecimal): string {
  return value.unscaled < 0n ? '-' : '';
}

/** As String.valueOf shows one: 3 → '3.0', 12345678 → '1.2345678E7', 0.0001 → '1.0E-4'. */
export function printDouble(double: ApexDouble): string {
  const { value } = double;
  if (!Number.isFinite(value)) {
    return madeText(String(value));
  }
  const size = Math.abs(value);
  if (size === 0) {
    return Object.is(value, -0) ? '-0.0' : '0.0';
  }
  if (size >= 1e-3 && size < 1e7) {
    const text = String(value);
    return madeText(text.includes('.') ? text : `${text}.0`);
  }
  const [mantissa = '', exponent = ''] = value.toExponential().split('e');
  return madeText(`${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${Number(exponent)}`);
}
