import { isNamedAccount, submitted } from '../portal/property-names.ts';

/** What a change of a contact's property means. */
export type WatchedMeaning =
  /** The person came in again. */
  | 'submitted'
  /** The policy can read it. */
  | 'changed'
  | 'ownerChanged'
  /** HubSpot itself writes it when somebody reached out. */
  | 'touched'
  /** It means that somebody reached out if a person changed it. */
  | 'touchedByPerson';

export type WatchedProperties = {
  readonly contact: ReadonlyMap<string, WatchedMeaning>;
  /** Those of companies all mean the same: the policy can read them. */
  readonly company: ReadonlySet<string>;
};

/**
 * What the webhooks of the app subscribe to. Subscriptions belong to the app and not to a portal, so that the list is the same
 * for everybody. Left out is what would ask for decisions that nobody wants: opened and clicked e-mails, of which one
 * newsletter makes thousands, names, and the latest source and page, which tell of a later visit and not of the arrival.
 */
export const watchedProperties: WatchedProperties = {
  contact: new Map<string, WatchedMeaning>([
    ['recent_conversion_date', 'submitted'],
    ['num_conversion_events', 'submitted'],
    ...allOf('changed', [
      'email',
      'phone',
      'mobilephone',
      'company',
      'website',
      'jobtitle',
      'seniority',
      'job_function',
      'industry',
      'numemployees',
      'annualrevenue',
      'country',
      'hs_country_region_code',
      'state',
      'hs_state_code',
      'zip',
      'city',
      'hs_language',
      'message',
      'hs_analytics_source',
      'lifecyclestage',
      'hs_email_optout',
    ]),
    ...allOf('changed', Object.values(submitted)),
    ['hubspot_owner_id', 'ownerChanged'],
    ['notes_last_contacted', 'touched'],
    ['hs_first_outreach_date', 'touched'],
    ['hs_lead_status', 'touchedByPerson'],
  ]),
  company: new Set([
    'name',
    'domain',
    'website',
    'numberofemployees',
    'annualrevenue',
    'industry',
    'country',
    'lifecyclestage',
    'hubspot_owner_id',
    isNamedAccount,
  ]),
};

function allOf(meaning: WatchedMeaning, properties: readonly string[]): [string, WatchedMeaning][] {
  return properties.map((property) => [property, meaning]);
}
