import { ApexId } from '../../apex/library/text/apex-id.ts';
import { ApexDate } from '../../apex/library/time/apex-date.ts';
import { ApexTime } from '../../apex/library/time/apex-time.ts';
import type { InMemoryOrg } from '../in-memory-org.ts';
import { withFields } from '../change/save-rows.ts';

type Weekday = 'Monday' | 'Tuesday' | 'Wednesday' | 'Thursday' | 'Friday' | 'Saturday' | 'Sunday';

/** A day, all of it or from one time to another: `2026-12-25`, `09:30`. */
export interface SeededHoliday {
  readonly name: string;
  readonly date: string;
  readonly from?: string;
  readonly to?: string;
}

/** Business hours as an admin sets them up; days that are not named are closed. */
export interface SeededHours {
  readonly name: string;
  readonly timeZone: string;
  readonly isDefault?: boolean;
  /** ['09:00', '17:30']; ['00:00', '00:00'] for all day. */
  readonly days: Readonly<Partial<Record<Weekday, readonly [start: string, end: string]>>>;
  readonly holidays?: readonly SeededHoliday[];
}

/**
 * Puts business hours and their holidays into an org, which no code can do on the platform. Hours of a name that is there take
 * its place: seedHours(org, [{ name: 'Default', timeZone: 'Europe/Berlin', days: { Monday: ['09:00', '17:00'] } }]).
 */
export function seedHours(org: InMemoryOrg, all: readonly SeededHours[]): void {
  for (const { name, timeZone, isDefault = name === 'Default', days, holidays = [] } of all) {
    const times = Object.entries(days).flatMap(([day, [start, end]]) => [
      [`${day.toLowerCase()}starttime`, readTime(start)] as const,
      [`${day.toLowerCase()}endtime`, readTime(end)] as const,
    ]);
    if (isDefault) {
      noteDefault(org);
    }
    const hoursId = put(org, 'BusinessHours', idNamed(org, name), [
      ['name', name],
      ['isactive', true],
      ['isdefault', isDefault],
      ['timezonesidkey', timeZone],
      ...times,
    ]);
    for (const holiday of holidays) {
      org.calendar.observe(hoursId, putHoliday(org, holiday));
    }
  }
}

function putHoliday(org: InMemoryOrg, { name, date, from, to }: SeededHoliday): string {
  const isAllDay = from === undefined || to === undefined;
  return put(org, 'Holiday', null, [
    ['name', name],
    ['activitydate', new ApexDate(Date.parse(`${date}T00:00:00Z`) / 86_400_000)],
    ['isallday', isAllDay],
    ['isrecurrence', false],
    ...(isAllDay
      ? []
      : ([
          ['starttimeinminutes', readTime(from).milliseconds / 60_000],
          ['endtimeinminutes', readTime(to).milliseconds / 60_000],
        ] as const)),
  ]);
}

function put(
  { store }: InMemoryOrg,
  objectName: string,
  known: string | null,
  values: readonly (readonly [string, unknown])[],
): string {
  const id = known ?? store.nextId(store.schema.demand(objectName));
  const fields = new Map<string, unknown>([['id', new ApexId(id)], ['isdeleted', false], ...values]);
  store.put({ objectName, id, fields, isDeleted: false });
  return id;
}

function idNamed({ store }: InMemoryOrg, name: string): string | null {
  return [...store.recordsOf('BusinessHours')].find((each) => each.fields.get('name') === name)?.id ?? null;
}

/** There is one default at a time. */
function noteDefault({ store }: InMemoryOrg): void {
  for (const each of [...store.recordsOf('BusinessHours')]) {
    store.put(withFields(each, { isdefault: false }));
  }
}

/** `09:30` → half past nine. */
function readTime(text: string): ApexTime {
  const [, hours, minutes] = /^(\d{2}):(\d{2})$/.exec(text) ?? [];
  if (hours === undefined || minutes === undefined) {
    throw new Error(`A time of business hours is written as 09:30, not as ${text}.`);
  }
  return new ApexTime((Number(hours) * 60 + Number(minutes)) * 60_000);
}
