import type { PropertyDefinition } from '../property-definition.ts';
import { calculated, choice, grouped, instant, longText, number, phone, readOnly, text, yesNo } from '../property-kinds.ts';
import { everyRecord, lastModified, touches } from './every-record.ts';
import { industries } from './industries.ts';
import { leadStatuses, lifecycleStages, trafficSources } from './stages.ts';

export const companyProperties: readonly PropertyDefinition[] = [
  ...grouped('companyinformation', [
    ...everyRecord,
    ...lastModified,
    text('name', 'Company name'),
    text('domain', 'Company Domain Name'),
    text('website', 'Website URL'),
    phone('phone', 'Phone Number'),
    longText('description', 'Description'),
    longText('about_us', 'About Us'),
    choice('industry', 'Industry', ...industries),
    number('numberofemployees', 'Number of Employees'),
    number('annualrevenue', 'Annual Revenue'),
    text('founded_year', 'Year Founded'),
    text('address', 'Street Address'),
    text('city', 'City'),
    text('state', 'State/Region'),
    text('zip', 'Postal Code'),
    text('country', 'Country/Region'),
    text('hs_country_code', 'Country/Region Code'),
    text('timezone', 'Time Zone'),
    yesNo('is_public', 'Is Public'),
    choice('type', 'Type', ['PROSPECT', 'Prospect'], ['PARTNER', 'Partner'], ['RESELLER', 'Reseller'], ['VENDOR', 'Vendor'], ['OTHER', 'Other']),
    choice('lifecyclestage', 'Lifecycle Stage', ...lifecycleStages),
    choice('hs_lead_status', 'Lead Status', ...leadStatuses),
    yesNo('hs_target_account', 'Target Account'),
    choice('hs_ideal_customer_profile', 'Ideal Customer Profile Tier', ['tier_1', 'Tier 1'], ['tier_2', 'Tier 2'], ['tier_3', 'Tier 3']),
    text('linkedin_company_page', 'LinkedIn Company Page'),
    text('hs_additional_domains', 'Additional Domains'),
    number('hs_pinned_engagement_id', 'Pinned Engagement ID'),
    ...readOnly(instant('createdate', 'Create Date')),
    ...calculated(
      number('num_associated_contacts', 'Number of Associated Contacts'),
      number('num_associated_deals', 'Number of Associated Deals'),
      ...lifecycleStages.map(([stage, label]) => instant(`hs_lifecyclestage_${stage}_date`, `Became a ${label} Date`)),
    ),
  ]),
  ...grouped('analyticsinformation', [
    choice('hs_analytics_source', 'Original Traffic Source', ...trafficSources),
    choice('hs_latest_source', 'Latest Traffic Source', ...trafficSources),
    ...readOnly(
      text('hs_analytics_source_data_1', 'Original Traffic Source Drill-Down 1'),
      text('hs_analytics_source_data_2', 'Original Traffic Source Drill-Down 2'),
      number('hs_analytics_num_page_views', 'Number of Pageviews'),
      number('hs_analytics_num_visits', 'Number of Sessions'),
      number('num_conversion_events', 'Number of Form Submissions'),
      instant('recent_conversion_date', 'Recent Conversion Date'),
      text('recent_conversion_event_name', 'Recent Conversion'),
    ),
  ]),
  ...grouped('company_activity', touches),
];
