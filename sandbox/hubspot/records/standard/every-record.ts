import type { PropertyDefinition } from '../property-definition.ts';
import { calculated, instant, number, reference, readOnly, text, yesNo } from '../property-kinds.ts';

/** What every record says of itself: where it came from, who owns it, when it changed. */
export const everyRecord: readonly PropertyDefinition[] = [
  ...readOnly(
    number('hs_object_id', 'Record ID'),
    instant('hs_createdate', 'Object create date/time'),
    text('hs_object_source', 'Record creation source'),
    text('hs_object_source_id', 'Record creation source ID'),
    text('hs_object_source_label', 'Record source'),
    text('hs_object_source_detail_1', 'Record source detail 1'),
    text('hs_object_source_user_id', 'Record creation source user ID'),
    text('hs_created_by_user_id', 'Created by user ID'),
    text('hs_updated_by_user_id', 'Updated by user ID'),
    text('hs_merged_object_ids', 'Merged record IDs'),
    instant('hubspot_owner_assigneddate', 'Owner assigned date'),
    text('hubspot_team_id', 'HubSpot team'),
    text('hs_all_owner_ids', 'All owner IDs'),
    yesNo('hs_was_imported', 'Performed in an import'),
  ),
  reference('hubspot_owner_id', 'Owner', 'owners'),
];

/** Contacts have `lastmodifieddate` for it, everything else this. */
export const lastModified: readonly PropertyDefinition[] = readOnly(
  instant('hs_lastmodifieddate', 'Object last modified date/time'),
);

/** How often and when somebody was in touch; worked out from the activities of a record. */
export const touches: readonly PropertyDefinition[] = [
  ...calculated(
    instant('notes_last_contacted', 'Last Contacted'),
    instant('notes_last_updated', 'Last Activity Date'),
    instant('notes_next_activity_date', 'Next Activity Date'),
    number('num_contacted_notes', 'Number of times contacted'),
    number('num_notes', 'Number of Sales Activities'),
    instant('hs_last_sales_activity_timestamp', 'Last Engagement Date'),
    instant('hs_first_outreach_date', 'Date of first outreach'),
    instant('hs_sales_email_last_replied', 'Recent Sales Email Replied Date'),
  ),
];

/** What contacts and companies know of their deals; worked out from those that they are associated with. */
export const dealSums: readonly PropertyDefinition[] = calculated(
  number('num_associated_deals', 'Number of Associated Deals'),
  instant('first_deal_created_date', 'First Deal Created Date'),
  number('recent_deal_amount', 'Recent Deal Amount'),
  instant('recent_deal_close_date', 'Recent Deal Close Date'),
  number('total_revenue', 'Total Revenue'),
);
