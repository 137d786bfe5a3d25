import type { PortalSettings } from '../portal/portal-settings.ts';
import { submitted } from '../portal/property-names.ts';

/** Fields of a submission that are texts, numbers and yes or no, by the policy's names. */
export const textFields = [
  'firstName',
  'lastName',
  'email',
  'phone',
  'company',
  'jobTitle',
  'website',
  'country',
  'region',
  'postcode',
  'city',
  'industry',
  'language',
  'leadSource',
  'campaign',
  'entryPage',
  'lastPage',
  'productInterest',
  'currentTool',
  'timeline',
  'budget',
  'buyingGroup',
  'subject',
  'message',
] as const;

export const numberFields = ['employees', 'annualRevenue', 'teamSize', 'expectedValue'] as const;

export type SubmissionField = (typeof textFields)[number] | (typeof numberFields)[number] | 'optedOut' | 'channel';

/**
 * Where a field is read from unless the settings say otherwise: the first that is filled counts. Properties of the contact's
 * company stand behind `company.`: what the person typed goes first, but a company knows its own size better.
 */
const usualSources: Readonly<Record<SubmissionField, readonly string[]>> = {
  firstName: ['firstname'],
  lastName: ['lastname'],
  email: ['email'],
  phone: ['phone', 'mobilephone'],
  company: ['company', 'company.name'],
  jobTitle: ['jobtitle'],
  website: ['website', 'company.website', 'company.domain'],
  country: ['country', 'hs_country_region_code'],
  region: ['state', 'hs_state_code'],
  postcode: ['zip'],
  city: ['city'],
  industry: ['industry', 'company.industry'],
  language: ['hs_language'],
  leadSource: ['hs_latest_source', 'hs_analytics_source'],
  campaign: [submitted.campaign, 'recent_conversion_event_name'],
  entryPage: ['hs_analytics_first_url'],
  lastPage: ['hs_analytics_last_url'],
  productInterest: [submitted.productInterest],
  currentTool: [submitted.currentTool],
  timeline: [submitted.timeline],
  budget: [submitted.budget],
  buyingGroup: [submitted.buyingGroup],
  subject: [submitted.subject],
  message: ['message'],
  employees: ['company.numberofemployees', 'numemployees'],
  annualRevenue: ['company.annualrevenue', 'annualrevenue'],
  teamSize: [submitted.teamSize],
  expectedValue: [submitted.expectedValue],
  optedOut: ['hs_email_optout'],
  channel: [submitted.channel],
};

const companyPrefix = 'company.';

/** Every field that has sources, in the order in which they are shown. */
export const submissionFields = Object.keys(usualSources) as SubmissionField[];

/** What says how somebody came in, beside `sbx_channel`. */
export const arrivalProperties = [
  'hs_object_source',
  'hs_latest_source',
  'hs_latest_source_data_1',
  'recent_conversion_event_name',
  'recent_conversion_date',
] as const;

/** The paths of a field, in the order in which they are asked. */
export function sourcesOf(field: SubmissionField, settings: PortalSettings): readonly string[] {
  return Object.hasOwn(settings.sources, field) ? settings.sources[field]! : usualSources[field];
}

/** Every property of contacts that a submission is made of, each once. */
export function contactSources(settings: PortalSettings): string[] {
  return [
    ...new Set([
      ...allPaths(settings).filter((path) => !path.startsWith(companyPrefix)),
      ...arrivalProperties,
      submitted.activities,
      ...Object.values(settings.extras),
      ...settings.activities.flatMap(({ at, count }) => (count === null ? [at] : [at, count])),
    ]),
  ];
}

/** Every property of companies that a submission is made of, each once. */
export function companySources(settings: PortalSettings): string[] {
  return [...new Set(allPaths(settings).flatMap((path) => companyProperty(path) ?? []))];
}

/** The property of a company that a path names; null where it names one of the contact. */
export function companyProperty(path: string): string | null {
  return path.startsWith(companyPrefix) ? path.slice(companyPrefix.length) : null;
}

function allPaths(settings: PortalSettings): string[] {
  return submissionFields.flatMap((field) => sourcesOf(field, settings));
}
