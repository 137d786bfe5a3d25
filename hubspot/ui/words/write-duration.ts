import { countOf } from './count-of.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * How long something takes, in what a glance can take in: seconds under an hour, minutes under a day, then days. What is begun does
 * not count. Signs are left to whoever says whether it is still to come.
 *
 * writeDuration(252_900) → "4:12"; writeDuration(7_800_000) → "2 h 10 min"; writeDuration(-259_200_000) → "3 days"
 */
export function writeDuration(millis: number): string {
  const long = Math.abs(millis);
  if (long < hour) {
    return `${Math.floor(long / minute)}:${String(Math.floor((long % minute) / second)).padStart(2, '0')}`;
  }
  if (long < day) {
    const minutes = Math.floor((long % hour) / minute);
    return `${Math.floor(long / hour)} h${minutes === 0 ? '' : ` ${minutes} min`}`;
  }
  const days = Math.floor(long / day);
  const hours = Math.floor((long % day) / hour);
  const isNear = days < 3 && hours > 0;
  return `${countOf(days, 'day')}${isNear ? ` ${hours} h` : ''}`;
}

/** How often a duration has to be written anew. rewrittenEvery(3_599_000) → 1000 */
export function rewrittenEvery(millis: number): number {
  // A minute early, because whoever looks once a minute notices that late.
  return Math.abs(millis) < hour + minute ? second : minute;
}
