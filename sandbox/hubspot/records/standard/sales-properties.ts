import type { PropertyDefinition } from '../property-definition.ts';
import {
  calculated,
  choice,
  grouped,
  instant,
  longText,
  number,
  readOnly,
  reference,
  text,
  yesNo,
} from '../property-kinds.ts';
import { everyRecord, lastModified, touches } from './every-record.ts';

export const dealProperties: readonly PropertyDefinition[] = grouped('dealinformation', [
  ...everyRecord,
  ...lastModified,
  ...touches,
  text('dealname', 'Deal Name'),
  reference('pipeline', 'Pipeline', 'pipelines'),
  reference('dealstage', 'Deal Stage', 'stages'),
  choice('dealtype', 'Deal Type', ['newbusiness', 'New Business'], ['existingbusiness', 'Existing Business']),
  choice('hs_priority', 'Priority', ['low', 'Low'], ['medium', 'Medium'], ['high', 'High']),
  number('amount', 'Amount'),
  instant('closedate', 'Close Date'),
  longText('description', 'Deal Description'),
  text('closed_lost_reason', 'Closed Lost Reason'),
  text('closed_won_reason', 'Closed Won Reason'),
  instant('createdate', 'Create Date'),
  ...calculated(
    yesNo('hs_is_closed', 'Is Deal Closed?'),
    yesNo('hs_is_closed_won', 'Is Closed Won'),
    number('num_associated_contacts', 'Number of Associated Contacts'),
  ),
]);

export const leadProperties: readonly PropertyDefinition[] = grouped('leadinformation', [
  ...everyRecord,
  ...lastModified,
  ...touches,
  text('hs_lead_name', 'Lead Name'),
  choice(
    'hs_lead_type',
    'Lead Type',
    ['NEW BUSINESS', 'New business'],
    ['RE-ATTEMPTING', 'Re-attempting'],
    ['UPSELL', 'Upsell'],
  ),
  choice('hs_lead_label', 'Lead Label', ['HOT', 'Hot'], ['WARM', 'Warm'], ['COLD', 'Cold']),
  reference('hs_pipeline', 'Lead Pipeline', 'pipelines'),
  reference('hs_pipeline_stage', 'Lead Pipeline Stage', 'stages'),
  text('hs_lead_source', 'Lead Source'),
  text('hs_lead_disqualification_reason', 'Disqualification Reason'),
  longText('hs_lead_disqualification_note', 'Disqualification Note'),
  ...readOnly(instant('hs_stagedate', 'Lead Stage Date')),
  ...calculated(
    yesNo('hs_lead_is_open', 'Is open'),
    yesNo('hs_lead_is_disqualified', 'Is disqualified'),
    number('hs_primary_contact_id', 'Primary Contact ID'),
  ),
]);
