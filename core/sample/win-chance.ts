import { industryByKey } from './industries.ts';
import type { LeadDraft } from './lead.ts';
import { isHomeCountry, rivals } from './prospects.ts';
import type { EngagementEvent, Signal } from './signals.ts';

/** 0 to 100: does this company and this person look like those who buy? */
export function fitPoints(draft: LeadDraft): number {
  const { employees, industryKey, seniority, countryCode, tool } = draft.facts;
  const size =
    employees < 10 ? 0 : employees < 50 ? 8 : employees < 200 ? 19 : employees < 1000 ? 28 : employees < 5000 ? 30 : 24;
  const industry = { core: 24, adjacent: 11, weak: 0 }[industryByKey(industryKey).suits];
  const role = { chief: 17, director: 22, manager: 14, staff: 5, other: 0 }[seniority];
  const country = isHomeCountry(countryCode) ? 12 : 2;
  const replaced = rivals.includes(tool) ? 12 : tool === '' ? 3 : 8;
  return size + industry + role + country + replaced;
}

const points: Partial<Record<Signal, readonly [each: number, most: number]>> = {
  demoRequested: [14, 14],
  pricingPageView: [5, 18],
  competitorComparisonView: [7, 14],
  caseStudyView: [4, 10],
  trialStarted: [12, 12],
  productKeyFeatureUsed: [4, 14],
  seatInvited: [8, 12],
  productActiveDay: [2, 10],
  webinarAttended: [4, 8],
  contentDownload: [2, 5],
  chatStarted: [4, 4],
  emailClicked: [2, 5],
  emailBounced: [-12, -12],
  unsubscribed: [-15, -15],
};

/** 0 to 100 from what happened before the lead came in. */
export function engagementPoints(events: readonly EngagementEvent[]): number {
  let total = 0;
  for (const [signal, [each, most]] of Object.entries(points) as [Signal, readonly [number, number]][]) {
    const count = events.filter((event) => event.signal === signal).length;
    total += each < 0 ? Math.max(each * count, most) : Math.min(each * count, most);
  }
  return Math.max(0, Math.min(100, total));
}

/** Chance to win, per thousand, by combined points in steps of ten. */
const chanceBySteps = [0, 0, 1, 2, 4, 8, 16, 36, 76, 148, 275, 440, 590, 700];

export function winPerThousand(fit: number, engagement: number, urgency: LeadDraft['facts']['urgency']): number {
  const hurry = { now: 10, quarter: 8, 'half-year': 3, later: -4, unknown: -2 }[urgency];
  const combined = Math.max(0, Math.min(129, Math.floor((fit * 86 + engagement * 68) / 100) + hurry));
  const step = Math.floor(combined / 10);
  const low = chanceBySteps[step]!;
  const high = chanceBySteps[step + 1]!;
  return low + Math.floor(((high - low) * (combined % 10)) / 10);
}
