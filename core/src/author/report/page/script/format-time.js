/** Writes instants out in one zone, the same for everybody who reads the report. */
export function createTimeFormat(timeZone) {
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone });
  const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
  const week = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone });
  const iso = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone });
  return {
    day: (instant) => day.format(instant),
    full: (instant) => `${week.format(instant)} ${day.format(instant)}, ${clock.format(instant)}`,
    iso: (instant) => iso.format(instant),
  };
}

/** A story has its instants as {at:1700000000000}. */
export function writeInstants(text, times) {
  return text.replace(/\{at:(\d{1,15})\}/g, (_, instant) => times.full(Number(instant)));
}
