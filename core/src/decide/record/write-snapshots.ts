import type { CalendarWindows } from '../model/calendar.ts';
import { quote, quoteOrNull } from '../model/json-text.ts';
import { printLong, type Int, type Long } from '../model/number.ts';
import type { Rep, Roster } from '../model/roster.ts';
import type { TimeWindow } from '../model/calendar.ts';

/** The roster as canonical JSON, a rep a line: stored once and named by its hash in every record that used it. */
export function writeRoster(roster: Roster): string {
  const lines: string[] = [];
  for (const rep of roster.reps) {
    lines.push(writeRep(rep));
  }
  return `{"reps":[\n${lines.join(',\n')}\n]}\n`;
}

function writeRep(rep: Rep): string {
  const out: string[] = [`{"repKey":${quote(rep.repKey)},"displayName":${quote(rep.displayName)}`];
  out.push(`,"isActive":${rep.isActive ? 'true' : 'false'},"calendarKey":${quoteOrNull(rep.calendarKey)}`);
  out.push(`,"skills":${writeTexts(rep.skills)},"languages":${writeTexts(rep.languages)}`);
  out.push(`,"timeOff":${writeWindows(rep.timeOff)}}`);
  return out.join('');
}

/** The calendars as canonical JSON, a calendar a line. */
export function writeCalendars(calendars: CalendarWindows[]): string {
  const lines: string[] = [];
  for (const calendar of calendars) {
    const out: string[] = [`{"calendarKey":${quote(calendar.calendarKey)}`];
    out.push(`,"coversFrom":${printLong(calendar.coversFrom)},"coversUntil":${printLong(calendar.coversUntil)}`);
    out.push(`,"windows":${writeWindows(calendar.windows)}`);
    out.push(`,"dayStartsAt":${writeInstants(calendar.dayStartsAt)}`);
    out.push(`,"weekStartsAt":${writeInstants(calendar.weekStartsAt)}}`);
    lines.push(out.join(''));
  }
  return `{"calendars":[\n${lines.join(',\n')}\n]}\n`;
}

function writeTexts(texts: string[]): string {
  const quoted: string[] = [];
  for (const text of texts) {
    quoted.push(quote(text));
  }
  return `[${quoted.join(',')}]`;
}

function writeWindows(windows: TimeWindow[]): string {
  const written: string[] = [];
  for (let place: Int = 0; place < windows.length; place += 1) {
    written.push(`[${printLong(windows[place]!.opensAt)},${printLong(windows[place]!.closesAt)}]`);
  }
  return `[${written.join(',')}]`;
}

function writeInstants(instants: Long[]): string {
  const written: string[] = [];
  for (const instant of instants) {
    written.push(printLong(instant));
  }
  return `[${written.join(',')}]`;
}
