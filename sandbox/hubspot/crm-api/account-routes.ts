import type { FastifyInstance } from 'fastify';
import { apiPaths } from './api-paths.ts';
import { callerOf } from './asked-by.ts';

/** What a portal says of itself. */
export function accountRoutes(app: FastifyInstance): void {
  for (const base of apiPaths.accountInfo) {
    app.get(`${base}/details`, (request) => {
      const { portalId, records } = callerOf(request).portal;
      const offsetMinutes = offsetOf(records.timeZone, records.now);
      return {
        portalId,
        accountType: 'STANDARD',
        timeZone: records.timeZone,
        companyCurrency: 'USD',
        additionalCurrencies: [],
        utcOffset: writeOffset(offsetMinutes),
        utcOffsetMilliseconds: offsetMinutes * 60_000,
        uiDomain: 'app.hubspot.com',
        dataHostingLocation: 'na1',
      };
    });
  }
}

/** By how many minutes the clocks of a time zone are ahead of UTC at an instant. */
function offsetOf(timeZone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const part = (type: string): number => Number(parts.find((each) => each.type === type)?.value ?? '0');
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return Math.round((local - at) / 60_000);
}

/** −300 → `-05:00`. */
function writeOffset(minutes: number): string {
  const hours = String(Math.floor(Math.abs(minutes) / 60)).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${hours}:${String(Math.abs(minutes) % 60).padStart(2, '0')}`;
}
