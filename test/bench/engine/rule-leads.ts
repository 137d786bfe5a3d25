import { RandomStream } from '../../../core/sample/random.ts';
import { countries, industries, inquiryTypes, leadSources } from './vocabulary.ts';

/** What the sixty rules ask of a lead. Null is "not known". */
export type RuleLead = {
  country: string | null;
  employees: number | null;
  industry: string | null;
  fitScore: number | null;
  engagementScore: number | null;
  inquiryType: string | null;
  leadSource: string | null;
  annualRevenue: number | null;
};

export const textFields = ['country', 'industry', 'inquiryType', 'leadSource'] as const;
export const numberFields = ['employees', 'fitScore', 'engagementScore', 'annualRevenue'] as const;

/** Seeded leads with gaps: about one value in seven is missing, and scores never are. */
export function ruleLeads(count: number): RuleLead[] {
  const draw = new RandomStream('bench/rule-leads');
  const unless = <Value>(missingPercent: number, value: Value): Value | null =>
    draw.chance(missingPercent) ? null : value;
  return Array.from({ length: count }, () => {
    const employees = companySize(draw);
    return {
      country: unless(12, draw.weighted(countries)),
      employees: unless(20, employees),
      industry: unless(25, draw.weighted(industries)),
      fitScore: draw.between(0, 100),
      engagementScore: Math.min(draw.between(0, 100), draw.between(0, 100)),
      inquiryType: unless(15, draw.weighted(inquiryTypes)),
      leadSource: unless(10, draw.weighted(leadSources)),
      annualRevenue: unless(35, employees * draw.between(40_000, 250_000)),
    };
  });
}

/** Small companies are many, large ones few. */
function companySize(draw: RandomStream): number {
  // prettier-ignore
  const [low, high] = draw.weighted([[[1, 10], 25], [[11, 50], 25], [[51, 250], 25], [[251, 1_000], 15], [[1_001, 20_000], 10]] as const);
  return draw.between(low, high);
}
