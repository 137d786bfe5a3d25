import type { FastifyInstance } from 'fastify';

/** What an app may know of the account without any scope. */
export function accountRoutes(app: FastifyInstance, now: () => number): void {
  for (const version of ['v3', '2026-03', '2026-09']) {
    app.get(`/account-info/${version}/details`, ({ portal }) => {
      const { portalId, timeZone } = portal!;
      const offsetMillis = offsetOf(timeZone, now());
      return {
        portalId,
        accountType: 'STANDARD',
        timeZone,
        companyCurrency: 'USD',
        additionalCurrencies: [],
        utcOffset: textOf(offsetMillis),
        utcOffsetMilliseconds: offsetMillis,
        uiDomain: 'app.hubspot.com',
        dataHostingLocation: 'na1',
      };
    });
  }
}

/** How far clocks there are ahead of UTC. */
function offsetOf(timeZone: string, at: number): number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign, hours, minutes] = /^GMT([+-])(\d{2}):(\d{2})$/.exec(name) ?? ['', '+', '0', '0'];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/** `-05:00`. */
function textOf(offsetMillis: number): string {
  const minutes = Math.abs(offsetMillis) / 60_000;
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${offsetMillis < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
