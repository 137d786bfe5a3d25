import type { Org } from '../org/org.ts';

/** Leads that arrived from one instant until before another, read and kept together. */
export type Slice = { readonly from: number; readonly until: number; readonly count: number };

/** Months one after another until they hold enough leads. `asOf` ends the last one: later leads are not looked at. */
export async function planSlices(org: Org, asOf: number, wanted: number): Promise<Slice[]> {
  const year = 'CALENDAR_YEAR(CreatedDate)';
  const month = 'CALENDAR_MONTH(CreatedDate)';
  const records = await org.selectAll(
    'Lead',
    [`${year} arrivalYear`, `${month} arrivalMonth`, 'COUNT(Id) leads'],
    `WHERE CreatedDate <= ${new Date(asOf).toISOString()} GROUP BY ${year}, ${month}`,
  );
  const months = records
    .map((record) => ({
      month: Number(record['arrivalYear']) * 12 + Number(record['arrivalMonth']) - 1,
      count: Number(record['leads']),
    }))
    .sort((one, other) => one.month - other.month);
  return joinMonths(months, asOf, wanted);
}

/** Months count from year 0. Example: months of 5, 9 and 30 leads with 10 wanted are slices of 5, 9 and 30. */
export function joinMonths(
  months: readonly { readonly month: number; readonly count: number }[],
  asOf: number,
  wantedLeads: number,
): Slice[] {
  const slices: Slice[] = [];
  for (const { month, count } of months) {
    const last = slices.at(-1);
    const until = Math.min(startOf(month + 1), asOf + 1);
    if (last !== undefined && last.count + count <= wantedLeads) {
      slices[slices.length - 1] = { ...last, until, count: last.count + count };
    } else {
      slices.push({ from: startOf(month), until, count });
    }
  }
  return slices;
}

function startOf(month: number): number {
  return Date.UTC(Math.floor(month / 12), month % 12);
}
