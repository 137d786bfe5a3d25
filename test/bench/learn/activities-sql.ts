const yearMillis = 31_536_000_000;
const beganAt = Date.UTC(2025, 0, 1);

/** Seven in ten activities are page views, as a CRM sees them. */
export const madeSignals = [
  'pageView',
  'emailOpen',
  'emailClick',
  'webinar',
  'demoRequest',
  'pricingView',
  'trial',
  'call',
];

const chance = (place: number): string => `(hash(deed * 8 + ${place}) / 18446744073709551616.0)`;

/** Leads of one year. */
export function activityLeadsSql(leadCount: number): string {
  return `SELECT 'L' || lpad(deed::VARCHAR, 9, '0') AS "leadKey",
    ${beganAt} + floor(${chance(7)} * ${yearMillis})::BIGINT AS "arrivedAt" FROM range(${leadCount}) made(deed)`;
}

/** Activities without order in time or lead; few leads do much, and many little. The same counts give the same activities. */
export function activitiesSql(count: number, leadCount: number): string {
  const lead = `floor(${leadCount} * ${chance(0)} * ${chance(0)})::BIGINT`;
  const signal = `['${madeSignals.join("', '")}'][1 + floor(${madeSignals.length} * power(${chance(1)}, 6))::INTEGER]`;
  return `SELECT 'L' || lpad((${lead})::VARCHAR, 9, '0') AS "leadKey", ${signal} AS "signalKey",
    ${beganAt} + floor(${chance(2)} * ${yearMillis * 1.2})::BIGINT AS "occurredAt",
    1 + floor(3 * power(${chance(3)}, 4))::INTEGER AS occurrences FROM range(${count}) made(deed)`;
}
