import { madeText } from '../../run/meter.ts';
import type { ApexDecimal } from './apex-decimal.ts';
import type { ApexDouble } from './apex-double.ts';
import { printPlainDecimal } from './print-number.ts';
import { userLocale } from './user-locale.ts';

const formats = new Map<string, Intl.NumberFormat>();

function formatOfUser(): Intl.NumberFormat {
  const locale = userLocale();
  let format = formats.get(locale);
  if (format === undefined) {
    format = new Intl.NumberFormat(locale, { maximumFractionDigits: 3, roundingMode: 'halfEven' });
    formats.set(locale, format);
  }
  return format;
}

/** As the user's locale writes a whole: formatWhole(1234567) → '1,234,567' in en_US. */
export function formatWhole(value: number | bigint): string {
  return madeText(formatOfUser().format(value));
}

/** As the user's locale writes it, with at most three places: formatDecimal(12345.6789) → '12,345.679' in en_US. */
export function formatDecimal(value: ApexDecimal): string {
  // A text of digits is formatted exactly, a number would be rounded to a double first.
  return madeText(formatOfUser().format(printPlainDecimal(value) as Intl.StringNumericLiteral));
}

/** As formatDecimal: formatDouble(0.5) → '0.5' in en_US. */
export function formatDouble(value: ApexDouble): string {
  return madeText(formatOfUser().format(value.value));
}
