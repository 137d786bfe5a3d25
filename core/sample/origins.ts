import type { LeadRow } from './lead.ts';
import type { RandomStream } from './random.ts';
import { toInstant } from './calendar.ts';

const articles = [
  'shift-planning-guide',
  'cut-overtime',
  'dispatch-checklist',
  'offline-work-orders',
  'rest-time-rules-europe',
  'roster-templates',
  'why-spreadsheets-fail',
];

function page(random: RandomStream, warm: boolean): string {
  const path = random.weighted([
    ['/', 22],
    ['/pricing', warm ? 24 : 6],
    ['/demo', warm ? 16 : 3],
    [`/blog/${random.pick(articles)}`, 24],
    ['/customers/water-utility', warm ? 8 : 2],
    ['/compare/opsgrid', warm ? 5 : 2],
    ['/compare/fieldotter', warm ? 5 : 1],
    ['/product/plan', 8],
    ['/product/field', 8],
    ['/docs/api', 4],
    ['/de/preise', 3],
    ['/fr/', 2],
    ['/webinars/emergency-rescheduling', 5],
    ['/careers', warm ? 0 : 4],
  ]);
  return random.chance(12) ? `https://www.northlight.example${path}` : path;
}

/** Where somebody came from: source, campaign, first and last page, as the tracking left them. */
export function fillOrigin(random: RandomStream, row: LeadRow, created: number, warm: boolean): void {
  const year = toInstant(created).slice(0, 4);
  const quarter = Math.floor(new Date(created).getUTCMonth() / 3) + 1;
  if (['support ticket', 'forwarded intro', 'LinkedIn message', 'contact email'].includes(row.Channel)) {
    row['Lead Source'] = random.pick(['', '', 'Inbound Email', 'Referral', 'other', 'LinkedIn', 'Word of mouth']);
    return;
  }
  if (row.Channel === 'list import') {
    row['Lead Source'] = random.pick(['Event', 'Trade Show', 'List', 'Purchased list', 'Event - Field Days']);
    row.Campaign = random.pick([
      `FieldDays${year}`,
      `${year}-trade-show-stand`,
      'import_final_v2.xlsx',
      `Webinar ${year} Q${quarter} no-shows`,
    ]);
    return;
  }
  row['Lead Source'] = random.weighted([
    ['Organic Search', 22],
    ['organic', 6],
    ['Paid Search', 16],
    ['google / cpc', 7],
    ['Direct', 14],
    ['(direct)', 4],
    ['Referral', 9],
    ['LinkedIn Ads', 8],
    ['Webinar', 6],
    ['Partner', 3],
    ['Review site', 6],
    ['Event', 4],
    ['', 9],
    ['Web', 6],
  ]);
  if (/Paid|cpc|Ads|Webinar|Event/.test(row['Lead Source'])) {
    row.Campaign = random.pick([
      `${year}q${quarter}-brand-emea`,
      `${year}Q${quarter}_NonBrand_NA`,
      'li-ops-directors',
      `webinar-rescheduling-${year}`,
      'competitor-terms',
      'Retargeting  All',
      `FieldDays${year}`,
      '(not set)',
    ]);
  }
  if (!random.chance(11))
    row['Entry Page'] =
      page(random, warm) +
      (row.Campaign !== '' && random.chance(55)
        ? `?utm_campaign=${encodeURIComponent(row.Campaign.toLowerCase())}&utm_medium=cpc`
        : '');
  if (!random.chance(14))
    row['Last Page'] = row.Channel === 'demo request' && random.chance(70) ? '/demo' : page(random, warm);
}
