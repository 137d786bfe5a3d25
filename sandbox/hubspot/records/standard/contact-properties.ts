import type { PropertyDefinition } from '../property-definition.ts';
import {
  calculated,
  choice,
  choices,
  day,
  grouped,
  instant,
  longText,
  number,
  phone,
  readOnly,
  text,
  yesNo,
} from '../property-kinds.ts';
import { dealSums, everyRecord, touches } from './every-record.ts';
import { leadStatuses, lifecycleStages, trafficSources } from './stages.ts';

/** Contacts say how large their company is in ranges, companies in a number. */
const employeeRanges = ['1-5', '5-25', '25-50', '50-100', '100-500', '500-1000', '1000+'].map(
  (range) => [range, range] as const,
);

const person = grouped('contactinformation', [
  ...everyRecord,
  text('email', 'Email'),
  text('firstname', 'First Name'),
  text('lastname', 'Last Name'),
  text('salutation', 'Salutation'),
  text('jobtitle', 'Job Title'),
  text('company', 'Company Name'),
  text('website', 'Website URL'),
  phone('phone', 'Phone Number'),
  phone('mobilephone', 'Mobile Phone Number'),
  text('fax', 'Fax Number'),
  text('address', 'Street Address'),
  text('city', 'City'),
  text('state', 'State/Region'),
  text('zip', 'Postal Code'),
  text('country', 'Country/Region'),
  text('hs_country_region_code', 'Country/Region Code'),
  text('hs_state_code', 'State/Region Code'),
  text('industry', 'Industry'),
  choice('numemployees', 'Number of Employees', ...employeeRanges),
  text('annualrevenue', 'Annual Revenue'),
  text('hs_language', 'Preferred language'),
  text('hs_timezone', 'Time Zone'),
  text('hs_linkedin_url', 'LinkedIn URL'),
  text('seniority', 'Seniority'),
  text('hs_seniority', 'Employment Seniority'),
  text('job_function', 'Job function'),
  text('hs_role', 'Employment Role'),
  longText('message', 'Message'),
  choices(
    'hs_buying_role',
    'Buying Role',
    ['BLOCKER', 'Blocker'],
    ['BUDGET_HOLDER', 'Budget Holder'],
    ['CHAMPION', 'Champion'],
    ['DECISION_MAKER', 'Decision Maker'],
    ['END_USER', 'End User'],
    ['EXECUTIVE_SPONSOR', 'Executive Sponsor'],
    ['INFLUENCER', 'Influencer'],
    ['LEGAL_AND_COMPLIANCE', 'Legal & Compliance'],
    ['OTHER', 'Other'],
  ),
  choice('lifecyclestage', 'Lifecycle Stage', ...lifecycleStages),
  choice('hs_lead_status', 'Lead Status', ...leadStatuses),
  text('hs_persona', 'Persona'),
  text('hs_additional_emails', 'Additional email addresses'),
  number('associatedcompanyid', 'Primary Associated Company ID'),
  number('hs_pinned_engagement_id', 'Pinned Engagement ID'),
  day('date_of_birth', 'Date of birth'),
  ...readOnly(
    instant('createdate', 'Create Date'),
    instant('lastmodifieddate', 'Last Modified Date'),
    yesNo('hs_is_contact', 'Is a contact'),
  ),
  ...dealSums,
  ...calculated(
    text('hs_email_domain', 'Email Domain'),
    text('hs_full_name_or_email', 'Full name or email'),
    text('hs_searchable_calculated_phone_number', 'Calculated phone number'),
    yesNo('hs_is_unworked', 'Contact unworked'),
    ...lifecycleStages.map(([stage, label]) => instant(`hs_lifecyclestage_${stage}_date`, `Became a ${label} Date`)),
  ),
]);

const visits = grouped('analyticsinformation', [
  choice('hs_analytics_source', 'Original Traffic Source', ...trafficSources),
  choice('hs_latest_source', 'Latest Traffic Source', ...trafficSources),
  ...readOnly(
    text('hs_analytics_source_data_1', 'Original Traffic Source Drill-Down 1'),
    text('hs_analytics_source_data_2', 'Original Traffic Source Drill-Down 2'),
    text('hs_analytics_first_url', 'First Page Seen'),
    text('hs_analytics_last_url', 'Last Page Seen'),
    text('hs_analytics_first_referrer', 'First Referring Site'),
    text('hs_analytics_last_referrer', 'Last Referring Site'),
    instant('hs_analytics_first_timestamp', 'Time First Seen'),
    instant('hs_analytics_last_timestamp', 'Time Last Seen'),
    instant('hs_analytics_first_visit_timestamp', 'Time of First Session'),
    instant('hs_analytics_last_visit_timestamp', 'Time of Last Session'),
    number('hs_analytics_num_page_views', 'Number of Pageviews'),
    number('hs_analytics_num_visits', 'Number of Sessions'),
    number('hs_analytics_num_event_completions', 'Number of event completions'),
    number('hs_analytics_average_page_views', 'Average Pageviews'),
    number('hs_analytics_revenue', 'Event Revenue'),
    text('hs_analytics_first_touch_converting_campaign', 'First Touch Converting Campaign'),
    text('hs_analytics_last_touch_converting_campaign', 'Last Touch Converting Campaign'),
    text('hs_latest_source_data_1', 'Latest Traffic Source Drill-Down 1'),
    text('hs_latest_source_data_2', 'Latest Traffic Source Drill-Down 2'),
    instant('hs_latest_source_timestamp', 'Latest Traffic Source Date'),
  ),
]);

const conversions = grouped(
  'conversioninformation',
  readOnly(
    number('num_conversion_events', 'Number of Form Submissions'),
    number('num_unique_conversion_events', 'Number of Unique Forms Submitted'),
    instant('first_conversion_date', 'First Conversion Date'),
    text('first_conversion_event_name', 'First Conversion'),
    instant('recent_conversion_date', 'Recent Conversion Date'),
    text('recent_conversion_event_name', 'Recent Conversion'),
  ),
);

const mails = grouped('emailinformation', [
  ...readOnly(
    number('hs_email_delivered', 'Marketing emails delivered'),
    number('hs_email_open', 'Marketing emails opened'),
    number('hs_email_click', 'Marketing emails clicked'),
    number('hs_email_replied', 'Marketing emails replied'),
    number('hs_email_bounce', 'Marketing emails bounced'),
    instant('hs_email_first_open_date', 'First marketing email open date'),
    instant('hs_email_last_open_date', 'Last marketing email open date'),
    instant('hs_email_first_click_date', 'First marketing email click date'),
    instant('hs_email_last_click_date', 'Last marketing email click date'),
    instant('hs_email_last_send_date', 'Last marketing email send date'),
    text('hs_email_last_email_name', 'Last marketing email name'),
    text('hs_email_hard_bounce_reason_enum', 'Email hard bounce reason'),
    yesNo('hs_email_optout', 'Unsubscribed from all email'),
    choice(
      'hs_marketable_status',
      'Marketing contact status',
      ['true', 'Marketing contact'],
      ['false', 'Non-marketing'],
    ),
  ),
]);

const sales = grouped('sales_properties', [
  ...touches,
  ...calculated(
    instant('hs_sales_email_last_opened', 'Recent Sales Email Opened Date'),
    instant('hs_sales_email_last_clicked', 'Recent Sales Email Clicked Date'),
    yesNo('hs_sequences_is_enrolled', 'Currently in Sequence'),
  ),
]);

export const contactProperties: readonly PropertyDefinition[] = [
  ...person,
  ...visits,
  ...conversions,
  ...mails,
  ...sales,
];
