import type { PortalSettings } from '../portal/portal-settings.ts';
import { outcomeOfOthers, submitted } from '../portal/property-names.ts';
import { companySources, contactSources } from '../subjects/source-table.ts';

/** What tells that sales spoke with somebody. */
export const touchProperties = ['hs_first_outreach_date', 'notes_last_contacted'] as const;

/** Of contacts: what a submission is made of, each with its past, and what tells how they ended. */
export function askedOfContacts(settings: PortalSettings): {
  readonly properties: string[];
  readonly historyOf: string[];
} {
  return {
    properties: ['createdate', submitted.activities, ...Object.values(outcomeOfOthers)],
    historyOf: [
      ...new Set([
        ...contactSources(settings).filter((property) => property !== submitted.activities),
        'associatedcompanyid',
        'hs_lead_status',
        ...touchProperties,
        ...(settings.nativeScore === null ? [] : [settings.nativeScore]),
      ]),
    ],
  };
}

export function askedOfCompanies(settings: PortalSettings): {
  readonly properties: string[];
  readonly historyOf: string[];
} {
  return { properties: ['createdate'], historyOf: companySources(settings) };
}

/** How a deal ended, and who had it. */
export const dealProperties = [
  'createdate',
  'dealstage',
  'pipeline',
  'hs_is_closed',
  'hs_is_closed_won',
  'closedate',
  'closed_won_reason',
  'closed_lost_reason',
  'hubspot_owner_id',
] as const;
