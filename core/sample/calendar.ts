import type { RandomStream } from './random.ts';

export const dayLength = 86_400_000;
export const hourLength = 3_600_000;
export const minuteLength = 60_000;

export const sampleStart = Date.UTC(2024, 10, 1);
/** The export was taken at this moment; whatever would happen later is not known yet. */
export const sampleEnd = Date.UTC(2026, 10, 1);

const quietDays = new Set(['01-01', '01-02', '05-01', '12-24', '12-25', '12-26', '12-31']);

/** How busy each local hour is, from midnight on: two peaks, but never quite silent. */
const hourWeights = [3, 2, 2, 1, 2, 3, 6, 14, 32, 48, 56, 52, 36, 40, 52, 50, 44, 32, 20, 16, 15, 13, 9, 5];

/** Draws an arrival between two instants: growing trend, calmer weekends and holidays, local working hours. */
export function drawArrival(random: RandomStream, hoursAhead: number, from = sampleStart, until = sampleEnd): number {
  const firstDay = Math.ceil((from - sampleStart) / dayLength);
  const lastDay = Math.floor((until - sampleStart) / dayLength) - 1;
  for (;;) {
    const dayNumber = random.between(firstDay, lastDay);
    const day = new Date(sampleStart + dayNumber * dayLength);
    const trend = 42 + Math.floor((58 * dayNumber) / 730);
    const weekend = day.getUTCDay() === 0 || day.getUTCDay() === 6;
    const quiet = quietDays.has(day.toISOString().slice(5, 10)) || (day.getUTCMonth() === 7 && dayNumber % 2 === 0);
    if (!random.chance(Math.floor((trend * (weekend ? 32 : 100) * (quiet ? 45 : 100)) / 10000))) continue;
    const hour = random.weighted(hourWeights.map((weight, index) => [index, weight] as const));
    const created =
      day.getTime() +
      (hour - hoursAhead) * hourLength +
      random.between(0, 59) * minuteLength +
      random.between(0, 59) * 1000;
    if (created >= from && created < until) return created;
  }
}

export function toInstant(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}

/** People close and call on working days; what falls into a night or a weekend waits for the next morning. */
export function duringOfficeHours(random: RandomStream, at: number): number {
  let moment = at;
  for (;;) {
    const date = new Date(moment);
    const weekend = date.getUTCDay() === 0 || date.getUTCDay() === 6;
    if (!weekend && date.getUTCHours() >= 7 && date.getUTCHours() < 22) return moment;
    const nextDay = weekend || date.getUTCHours() >= 22 ? dayLength : 0;
    const morning = Math.floor(moment / dayLength) * dayLength + nextDay + 7 * hourLength;
    moment = morning + random.between(0, 200) * minuteLength + random.between(0, 59) * 1000;
  }
}
