import { hashText } from '../../../core/src/author/run/hash-text.ts';
import type { Activity, Channel, Submission } from '../../../core/src/decide/model/submission.ts';
import type { Submission as SentForm } from '../hub/forms/portal-form.ts';
import type { SampleLead } from './sample-leads.ts';

/** What the website's form asks for: HubSpot's own properties, and those that Signalbox made for the rest. */
export const formFields: readonly string[] = [
  'email',
  'firstname',
  'lastname',
  'phone',
  'company',
  'jobtitle',
  'website',
  'country',
  'state',
  'zip',
  'city',
  'industry',
  'numemployees',
  'annualrevenue',
  'hs_language',
  'message',
  'sbx_channel',
  'sbx_campaign',
  'sbx_product_interest',
  'sbx_current_tool',
  'sbx_timeline',
  'sbx_budget',
  'sbx_buying_group',
  'sbx_subject',
  'sbx_team_size',
  'sbx_expected_value',
  'sbx_activities',
];

const address = /^[\w.+'-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,63}$/i;

/** The address that a form would take; null where there is none, or one that every form refuses. */
export function addressOf({ email }: Submission): string | null {
  const trimmed = email?.trim() ?? '';
  return address.test(trimmed) ? trimmed : null;
}

/**
 * The values that a lead fills in, by property; what they left empty is not there. HubSpot asks for the number of employees in
 * ranges, so that of 350 there is left "100-500".
 *
 * @param now the instant at which it comes in, to which what the person did before is moved
 */
export function fieldsOf({ submission, activities }: SampleLead, now: number): { [property: string]: string } {
  const values: { readonly [property: string]: string | number | null } = {
    email: addressOf(submission),
    firstname: submission.firstName,
    lastname: submission.lastName,
    phone: submission.phone,
    company: submission.company,
    jobtitle: submission.jobTitle,
    website: submission.website,
    country: submission.country,
    state: submission.region,
    zip: submission.postcode,
    city: submission.city,
    industry: submission.industry,
    numemployees: rangeOf(submission.employees),
    annualrevenue: submission.annualRevenue,
    hs_language: submission.language,
    message: submission.message,
    sbx_channel: submission.channel,
    sbx_campaign: submission.campaign,
    sbx_product_interest: submission.productInterest,
    sbx_current_tool: submission.currentTool,
    sbx_timeline: submission.timeline,
    sbx_budget: submission.budget,
    sbx_buying_group: submission.buyingGroup,
    sbx_subject: submission.subject,
    sbx_team_size: submission.teamSize,
    sbx_expected_value: submission.expectedValue,
    sbx_activities: activityLines(activities, now - submission.receivedAt),
  };
  const filled = Object.entries(values).map(([property, value]): [string, string] => [property, String(value ?? '')]);
  return Object.fromEntries(filled.filter(([, value]) => value !== ''));
}

const ranges: readonly (readonly [below: number, range: string])[] = [
  [5, '1-5'],
  [25, '5-25'],
  [50, '25-50'],
  [100, '50-100'],
  [500, '100-500'],
  [1000, '500-1000'],
  [Infinity, '1000+'],
];

/** rangeOf(350) → '100-500'. */
function rangeOf(employees: number | null): string | null {
  if (employees === null || employees < 1) return null;
  return ranges.find(([below]) => employees < below)![1];
}

/** "caseStudyView 2026-11-20T09:00:00.000Z 2", a line for each. */
function activityLines(activities: readonly Activity[], laterMillis: number): string {
  return activities
    .map(({ signalKey, occurredAt, occurrences }) => {
      return `${signalKey} ${new Date(occurredAt + laterMillis).toISOString()} ${occurrences}`;
    })
    .join('\n');
}

const ofWebsite: ReadonlySet<Channel> = new Set<Channel>(['webForm', 'demoRequest', 'interactiveDemo', 'chat']);
const website = 'https://www.northlight.example';

/**
 * What the website says of the visit besides. Only who came over the website has a cookie, and so a source; "google / cpc" stands
 * in the address as it does behind an advertisement.
 */
export function contextOf(submission: Submission): SentForm['context'] {
  if (!ofWebsite.has(submission.channel)) return undefined;
  const page = submission.lastPage ?? submission.entryPage ?? '/';
  const url = new URL(URL.canParse(page, website) ? page : '/', website);
  const [source, medium] = (submission.leadSource ?? '').split('/').map((part) => part.trim());
  if (medium !== undefined && medium !== '') {
    url.searchParams.set('utm_source', source!);
    url.searchParams.set('utm_medium', medium);
  }
  return { hutk: hashText(submission.submissionKey).slice(0, 32), pageUri: url.href };
}
