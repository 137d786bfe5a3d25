/** Every half-life is so many of these long in sixteenths of a half-life: one tick is a sixteenth of a day. */
export const tickMillis = 5_400_000;
const dayMillis = 86_400_000;

/**
 * The statement that counts activities, faded as the engine fades them: a row for each lead and signal, with thousandths for
 * each half-life. The same text runs on DuckDB, PostgreSQL, BigQuery and Snowflake (docs/learning-on-a-warehouse.md).
 *
 * It reads `leads` (lead_key, arrived_at), `activities` (lead_key, signal_key, occurred_at, occurrences), `decay` (step, thousandths)
 * and `ticks` (tick). Instants are UTC milliseconds, everything is a whole number, and a remainder is taken off before each
 * division: so no engine rounds, whatever its division does otherwise.
 */
export function fadedActivitiesSql(halfLives: readonly number[], landmarkDays: number): string {
  const each = (write: (days: number) => string, between: string): string => halfLives.map(write).join(between);
  return `WITH deeds AS (
  SELECT activities.lead_key, activities.signal_key,
    CASE WHEN activities.occurrences > 100 THEN 100
      WHEN activities.occurrences < 0 THEN 0
      ELSE activities.occurrences END AS times,
    leads.arrived_at + ${landmarkDays} * CAST(${dayMillis} AS BIGINT) - activities.occurred_at AS age
  FROM activities JOIN leads ON leads.lead_key = activities.lead_key
),
aged AS (
  SELECT lead_key, signal_key, times, CAST((age - MOD(age, ${tickMillis})) / ${tickMillis} AS BIGINT) AS tick
  FROM deeds WHERE age >= 0
),
fade AS (
  SELECT ticks.tick,
${each((days) => `    COALESCE(decay_${days}.thousandths, 0) AS worth_${days}`, ',\n')}
  FROM ticks
${each(
  (days) =>
    `    LEFT JOIN decay decay_${days} ON decay_${days}.step = CAST((ticks.tick - MOD(ticks.tick, ${days})) / ${days} AS BIGINT)`,
  '\n',
)}
)
SELECT aged.lead_key, aged.signal_key,
${each((days) => `  SUM(aged.times * fade.worth_${days}) AS faded_${days}`, ',\n')}
FROM aged JOIN fade ON fade.tick = aged.tick
GROUP BY aged.lead_key, aged.signal_key`;
}

/** How many ticks `ticks` has, from 0 on: what is older than the last is worth nothing under any half-life. */
export function countTicks(halfLives: readonly number[], decayTable: readonly number[]): number {
  return Math.max(0, ...halfLives) * decayTable.length;
}
