/** What one column of the million is: its SQL of a chance `u` from 0 to 1, and what a value adds to the log-odds of winning. */
type MadeColumn = { fieldKey: string; value: string; worth: string; missing: number; worthMissing: number };

/** Few values are frequent and many are rare, as in a CRM. */
const text = (fieldKey: string, kinds: number, strength: number, missing: number): MadeColumn => ({
  fieldKey,
  value: `'${fieldKey.toLowerCase()} ' || floor(${kinds} * u * u * u)::INTEGER::VARCHAR`,
  worth: `${strength} * ((floor(${kinds} * u * u * u)::INTEGER * 7919 % 13) - 6) / 6.0`,
  missing,
  worthMissing: -strength / 2,
});

const number = (fieldKey: string, largest: number, strength: number, missing: number): MadeColumn => ({
  fieldKey,
  value: `floor(exp(u * ln(${largest})))::BIGINT`,
  worth: `${strength} * (sin(u * 5) + u)`,
  missing,
  worthMissing: 0,
});

export const madeColumns: readonly MadeColumn[] = [
  text('country', 60, 0.5, 0.05),
  text('region', 400, 0.2, 0.3),
  text('industry', 25, 0.6, 0.15),
  text('language', 12, 0.2, 0.02),
  text('seniority', 7, 0.5, 0.25),
  text('jobFunction', 14, 0.4, 0.25),
  text('emailKind', 3, 0.4, 0.01),
  text('leadSource', 30, 0.5, 0.1),
  text('campaign', 2_000, 0.2, 0.4),
  number('employees', 200_000, 0.7, 0.3),
  number('annualRevenue', 2_000_000_000, 0.4, 0.5),
  number('teamSize', 5_000, 0.5, 0.6),
  number('expectedValue', 900_000, 0.4, 0.7),
  number('messageWords', 800, 0.5, 0.02),
  number('buyingHints', 9, 0.6, 0.1),
];

/** Lifts or lowers everything so that about one lead in twenty is won. */
const base = -2.9;

/**
 * Leads whose chance of winning is known, because it is made: a sum over fifteen columns, which the card has to find again. The sum
 * stands in `nativeScore`, in thousandths. The same count gives the same leads.
 */
export function millionLeadsSql(count: number): string {
  const chance = (place: number): string => `(hash(lead * 64 + ${place}) / 18446744073709551616.0)`;
  const drawn = madeColumns.map(
    (_, place) => `${chance(place * 2)} AS u${place}, ${chance(place * 2 + 1)} AS m${place}`,
  );
  const told = madeColumns.map(
    ({ value, worth, missing, worthMissing, fieldKey }, place) =>
      `CASE WHEN m${place} >= ${missing} THEN ${value.replaceAll(/\bu\b/g, `u${place}`)} END AS ${fieldKey},
       CASE WHEN m${place} >= ${missing} THEN ${worth.replaceAll(/\bu\b/g, `u${place}`)} ELSE ${worthMissing} END AS worth${place}`,
  );
  const sum = [String(base), ...madeColumns.map((_, place) => `worth${place}`)].join(' + ');
  return `
    WITH drawn AS (SELECT lead, ${drawn.join(', ')}, ${chance(60)} AS luck FROM range(${count}) leads(lead)),
    told AS (SELECT lead, luck, ${told.join(', ')} FROM drawn),
    summed AS (SELECT *, ${sum} AS log_odds FROM told)
    SELECT 'L' || lpad(lead::VARCHAR, 9, '0') AS "leadKey",
      1700000000000 + lead * 20000 AS "arrivedAt", 1700000000000 + lead * 20000 + 86400000 AS "closedAt",
      CASE WHEN luck < 1 / (1 + exp(-log_odds)) THEN 'won' ELSE 'lost' END AS outcome,
      round(log_odds * 1000)::INTEGER AS "nativeScore",
      ${madeColumns.map(({ fieldKey }) => `${fieldKey} AS "${fieldKey}"`).join(', ')}
    FROM summed ORDER BY lead`;
}
