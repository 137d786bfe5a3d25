import type { FrameContext } from '../../ports/ui-frame.ts';

/** A day without a time; the month counts from 0, as HubSpot has it. */
export type PlainDate = { year: number; month: number; date: number };

/** The day as an input of dates spells it; empty without one. */
export function writeDate(date: PlainDate | null): string {
  if (date === null) return '';
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${String(date.year).padStart(4, '0')}-${two(date.month + 1)}-${two(date.date)}`;
}

export function readDate(text: string): PlainDate | null {
  const found = /^(\d{4,6})-(\d\d)-(\d\d)$/.exec(text);
  return found === null ? null : { year: Number(found[1]), month: Number(found[2]) - 1, date: Number(found[3]) };
}

/** The day in one of HubSpot's formats. */
export function describeDate(date: PlainDate, format: string): string {
  const day = new Date(Date.UTC(2000, 0, 1));
  day.setUTCFullYear(date.year, date.month, date.date);
  const say = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', ...options }).format(day);
  switch (format) {
    case 'standard':
    case 'YYYY-MM-DD':
      return writeDate(date);
    case 'long':
    case 'LL':
      return say({ year: 'numeric', month: 'long', day: 'numeric' });
    case 'medium':
    case 'll':
      return say({ year: 'numeric', month: 'short', day: 'numeric' });
    default:
      return say({ year: 'numeric', month: '2-digit', day: '2-digit' });
  }
}

/** Today where the user or the portal is. */
export function todayIn(context: FrameContext, zone: 'userTz' | 'portalTz', now: Date): PlainDate {
  const portal = context['portal'];
  const named = typeof portal === 'object' && portal !== null && !Array.isArray(portal) ? portal['timezone'] : null;
  const timeZone = zone === 'portalTz' && typeof named === 'string' ? named : undefined;
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return readDate(parts.format(now)) ?? { year: 1970, month: 0, date: 1 };
}
