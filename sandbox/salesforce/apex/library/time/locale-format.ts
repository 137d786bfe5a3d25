import { madeText } from '../../run/meter.ts';
import { userLocale } from '../number/user-locale.ts';
import type { ApexDate } from './apex-date.ts';
import type { ApexDatetime } from './apex-datetime.ts';
import { withPlainSpaces } from './locale.ts';
import { userZone } from './user-clock.ts';
import { zoneName } from './zone-name.ts';

const styles = {
  date: { year: 'numeric', month: 'numeric', day: 'numeric' },
  minutes: { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: '2-digit' },
  seconds: { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: '2-digit', second: '2-digit' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Writes what a clock shows: its zone is already in the milliseconds. */
function formatLocal(local: number, style: keyof typeof styles): string {
  const locale = userLocale();
  const key = `${locale} ${style}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(locale, { ...styles[style], timeZone: 'UTC' });
    formats.set(key, format);
  }
  return withPlainSpaces(format.format(local));
}

/** Date.format(): '3/21/2001' in en_US. */
export function formatDate(date: ApexDate): string {
  return madeText(formatLocal(date.days * 86_400_000, 'date'));
}

/** Datetime.format(): '6/6/1993, 3:03 AM' in en_US and the user's zone. */
export function formatDatetime(datetime: ApexDatetime): string {
  const local = datetime.milliseconds + userZone().offsetAt(datetime.milliseconds);
  return madeText(formatLocal(local, 'minutes'));
}

/** Datetime.formatLong(): '12/28/2012 10:00:00 AM PST' in en_US and the user's zone. */
export function formatDatetimeLong(datetime: ApexDatetime): string {
  const zone = userZone();
  const local = datetime.milliseconds + zone.offsetAt(datetime.milliseconds);
  // Unlike format(), the long form is documented without a comma.
  const text = formatLocal(local, 'seconds').replace(', ', ' ');
  return madeText(`${text} ${zoneName(zone, datetime.milliseconds, userLocale(), 'short')}`);
}
