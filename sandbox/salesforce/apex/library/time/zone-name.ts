import type { Zone } from './zone.ts';
import { zoneAbbreviations } from './zone-abbreviations.ts';

const formats = new Map<string, Intl.DateTimeFormat>();
const mostFormats = 1000;

function nameByIntl(timeZone: string, instant: number, locale: string, style: 'short' | 'long'): string {
  const key = `${locale} ${timeZone} ${style}`;
  let format = formats.get(key);
  if (format === undefined) {
    if (formats.size >= mostFormats) {
      formats.clear();
    }
    format = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: style });
    formats.set(key, format);
  }
  return format.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
}

/** '+05:30', with whatever stands between hours and minutes: writeOffset(19800000, '') → '+0530'. */
export function writeOffset(offset: number, separator: string): string {
  const minutes = Math.trunc(Math.abs(offset) / 60_000);
  const [hour, minute] = [Math.trunc(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0'));
  return `${offset < 0 ? '-' : '+'}${hour}${separator}${minute}`;
}

/** How people call a zone at an instant: zoneName(zoneOf('Europe/Paris'), 0, 'en-US', 'short') → 'CET'. */
export function zoneName(zone: Zone, instant: number, locale: string, style: 'short' | 'long'): string {
  if (zone.intlName === null) {
    return zone.id;
  }
  const name = nameByIntl(zone.intlName, instant, locale, style);
  if (!/^(?:GMT|UTC)[+-]/.test(name)) {
    return name;
  }
  const abbreviation =
    style === 'short' ? zoneAbbreviations[nameByIntl(zone.intlName, instant, 'en-US', 'long')] : undefined;
  return abbreviation ?? `GMT${writeOffset(zone.offsetAt(instant), ':')}`;
}

/** The name of a zone's standard time around an instant: 'Pacific Standard Time' also in July. */
export function standardZoneName(zone: Zone, instant: number, locale: string): string {
  const half = 183 * 86_400_000;
  const standard = zone.offsetAt(instant + half) < zone.offsetAt(instant) ? instant + half : instant;
  return zoneName(zone, standard, locale, 'long');
}
