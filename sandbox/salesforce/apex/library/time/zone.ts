/** Where the clocks of a zone stand. */
export interface Zone {
  /** As TimeZone.getID shows it. */
  readonly id: string;
  /** The name that Intl knows it by; null for a plain offset such as GMT-08:00. */
  readonly intlName: string | null;
  /** Milliseconds that its clocks are ahead of GMT at an instant. */
  offsetAt(instant: number): number;
}

/** Java's short names: those that Intl lacks or understands differently. */
const shortNames: Readonly<Record<string, string>> = {
  ACT: 'Australia/Darwin',
  AET: 'Australia/Sydney',
  AGT: 'America/Argentina/Buenos_Aires',
  ART: 'Africa/Cairo',
  AST: 'America/Anchorage',
  BET: 'America/Sao_Paulo',
  BST: 'Asia/Dhaka',
  CAT: 'Africa/Harare',
  CNT: 'America/St_Johns',
  CST: 'America/Chicago',
  CTT: 'Asia/Shanghai',
  EAT: 'Africa/Addis_Ababa',
  ECT: 'Europe/Paris',
  IET: 'America/Indiana/Indianapolis',
  IST: 'Asia/Kolkata',
  JST: 'Asia/Tokyo',
  MIT: 'Pacific/Apia',
  NET: 'Asia/Yerevan',
  NST: 'Pacific/Auckland',
  PLT: 'Asia/Karachi',
  PNT: 'America/Phoenix',
  PRT: 'America/Puerto_Rico',
  PST: 'America/Los_Angeles',
  SST: 'Pacific/Guadalcanal',
  VST: 'Asia/Ho_Chi_Minh',
};

/** Intl takes GMT for UTC and names it so; Abidjan keeps the time and the name of Greenwich. */
const gmt: Zone = { id: 'GMT', intlName: 'Africa/Abidjan', offsetAt: () => 0 };

const known = new Map<string, Zone>();

/** Names come from data, so what is remembered has a bound. */
const mostKnown = 1000;

/** A zone by its name; GMT where there is none of that name, as in Java: zoneOf('Asia/Kolkata').offsetAt(0) → 19800000. */
export function zoneOf(id: string): Zone {
  if (id === gmt.id) {
    return gmt;
  }
  let zone = known.get(id);
  if (zone === undefined) {
    if (known.size >= mostKnown) {
      known.clear();
    }
    zone = fixedZone(id) ?? namedZone(id) ?? gmt;
    known.set(id, zone);
  }
  return zone;
}

function fixedZone(id: string): Zone | null {
  const [, sign, hours, minutes = '0'] = /^GMT([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(id) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) {
    return null;
  }
  const size = (Number(hours) * 60 + Number(minutes)) * 60_000;
  const offset = sign === '-' ? -size : size;
  const name = `GMT${sign}${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`;
  return { id: name, intlName: null, offsetAt: () => offset };
}

function namedZone(id: string): Zone | null {
  const intlName = shortNames[id] ?? id;
  if (!/^[A-Za-z]/.test(intlName)) {
    return null;
  }
  try {
    const clock = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone: intlName,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    return { id, intlName, offsetAt: remembering((instant) => offsetBy(clock, instant)) };
  } catch (error) {
    if (error instanceof RangeError) {
      return null;
    }
    throw error;
  }
}

/** Clocks are not changed twice within so short a span: where both its ends agree, everything between them does. */
const span = 6 * 3_600_000;
const mostRemembered = 10_000;

/** Before there were zones and after anything we know of them, the first and the last offset hold. */
const earliest = Date.UTC(1800, 0);
const latest = Date.UTC(9000, 0);

function remembering(ask: (instant: number) => number): (instant: number) => number {
  const offsets = new Map<number, number | null>();
  return (instant) => {
    // Asked in whole seconds: the clock that is asked shows no smaller ones.
    const within = Math.floor(Math.min(Math.max(instant, earliest), latest) / 1000) * 1000;
    const start = Math.floor(within / span) * span;
    let offset = offsets.get(start);
    if (offset === undefined) {
      if (offsets.size >= mostRemembered) {
        offsets.clear();
      }
      const first = ask(start);
      offset = first === ask(start + span) ? first : null;
      offsets.set(start, offset);
    }
    return offset ?? ask(within);
  };
}

function offsetBy(clock: Intl.DateTimeFormat, instant: number): number {
  const shown: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of clock.formatToParts(instant)) {
    shown[type] = Number(value);
  }
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown;
  return Date.UTC(year, month - 1, day, hour, minute, second) - instant;
}

const dayLength = 86_400_000;

/**
 * The instant at which clocks of a zone show a time, given as milliseconds since 1 January 1970 on that clock. Where clocks
 * were put forward over it, the offset before counts (02:30 becomes 03:30); where they show it twice, the later one: both
 * are standard time, as with Java's calendar.
 */
export function instantOf(zone: Zone, local: number): number {
  const before = zone.offsetAt(local - dayLength);
  const after = zone.offsetAt(local + dayLength);
  if (before === after) {
    return local - before;
  }
  return zone.offsetAt(local - after) === after ? local - after : local - before;
}
