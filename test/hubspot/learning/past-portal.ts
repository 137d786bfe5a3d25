import type { MemoryCrm } from '../memory-crm.ts';

const day = 86_400_000;

export const industries = ['COMPUTER_SOFTWARE', 'RETAIL', 'CONSTRUCTION'] as const;

/** A number from 0 to below 1 that only depends on its place, so that every portal of a test is the same. */
export function chanceAt(place: number): number {
  const mixed = Math.imul((place + 1) ^ 0x9e37_79b9, 0x85eb_ca6b) >>> 0;
  return (Math.imul(mixed ^ (mixed >>> 13), 0xc2b2_ae35) >>> 0) / 2 ** 32;
}

/** What became of a lead of the history: larger software companies buy more often than others. */
export function lotOf(place: number): {
  readonly employees: number;
  readonly industry: string;
  readonly isWon: boolean;
} {
  const industry = industries[Math.floor(chanceAt(place * 3) * industries.length)]!;
  const employees = Math.floor(5 * 200 ** chanceAt(place * 3 + 1));
  const chance = 0.06 + (industry === 'COMPUTER_SOFTWARE' ? 0.25 : 0) + (employees > 100 ? 0.3 : 0);
  return { employees, industry, isWon: chanceAt(place * 3 + 2) < chance };
}

/**
 * Two years of contacts, one at a time, each with a deal that was won after some weeks or lost, as a CRM has them: what the person said
 * when it came in, and values that sales wrote later.
 *
 * @returns their ids, the oldest first
 */
export function seedHistory(crm: MemoryCrm, count: number): string[] {
  const until = crm.now;
  const ids: string[] = [];
  for (let place = 0; place < count; place += 1) {
    crm.now = until - 730 * day + Math.floor((place * 640 * day) / count);
    const { employees, industry, isWon } = lotOf(place);
    const id = crm.seed('contacts', {
      email: `person${place}@company${place}.example`,
      firstname: 'Person',
      lastname: String(place),
      jobtitle: chanceAt(place + 90_000) < 0.5 ? 'Head of Operations' : 'Analyst',
      country: chanceAt(place + 50_000) < 0.5 ? 'Germany' : 'France',
      numemployees: String(employees),
      industry,
      hs_object_source: 'FORM',
    });
    ids.push(id);
    const arrivedAt = crm.now;
    crm.now = arrivedAt + 2 * day;
    crm.change('contacts', id, { hs_first_outreach_date: new Date(crm.now).toISOString() }, { sourceType: 'CRM_UI' });
    crm.now = arrivedAt + Math.floor((10 + 40 * chanceAt(place + 70_000)) * day);
    const deal = crm.seed('deals', {
      dealstage: isWon ? 'closedwon' : 'closedlost',
      pipeline: 'default',
      hs_is_closed: 'true',
      hs_is_closed_won: String(isWon),
      closedate: new Date(crm.now).toISOString(),
      closed_won_reason: isWon ? ['Price', 'Product', 'Service'][place % 3]! : '',
      closed_lost_reason: isWon ? '' : ['Price', 'No need', 'A competitor', 'Timing'][place % 4]!,
      hubspot_owner_id: String(11 + (place % 5)),
    });
    crm.associate('contacts', id, 'deals', deal);
  }
  crm.now = until;
  return ids;
}
