import { reps } from './roster.ts';

const weekDays = [1, 2, 3, 4, 5];
const europeanHolidays = reps.find((rep) => rep.repKey === 'chiara')!.holidays;
const americanHolidays = reps.find((rep) => rep.repKey === 'ben')!.holidays;
/** Days off on both sides of the Atlantic: only then is nobody there at all. */
const sharedHolidays = europeanHolidays.filter((day) => americanHolidays.includes(day));

/** The calendars that pools and service levels of the starter policy name. */
export const businessCalendars = [
  {
    calendarKey: 'business',
    timeZone: 'Europe/Berlin',
    workingHours: { days: weekDays, from: '08:00', until: '22:00' },
    holidays: sharedHolidays,
  },
  {
    calendarKey: 'business-emea',
    timeZone: 'Europe/Berlin',
    workingHours: { days: weekDays, from: '08:00', until: '18:00' },
    holidays: europeanHolidays,
  },
  {
    calendarKey: 'business-americas',
    timeZone: 'America/New_York',
    workingHours: { days: weekDays, from: '08:00', until: '20:00' },
    holidays: americanHolidays,
  },
];
