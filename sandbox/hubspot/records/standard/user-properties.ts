import type { PropertyDefinition } from '../property-definition.ts';
import { choice, grouped, longText, readOnly, text } from '../property-kinds.ts';
import { everyRecord, lastModified } from './every-record.ts';

/** The people who use the portal. Their hours and absences are JSON texts. */
export const userProperties: readonly PropertyDefinition[] = grouped('userinformation', [
  ...everyRecord.filter(({ name }) => !name.startsWith('hubspot_')),
  ...lastModified,
  text('hs_job_title', 'Job title'),
  text('hs_additional_phone', 'Additional phone'),
  choice('hs_availability_status', 'Availability status', ['available', 'Available'], ['away', 'Away']),
  longText('hs_out_of_office_hours', 'Out of office hours'),
  longText('hs_working_hours', 'Working hours'),
  text('hs_standard_time_zone', 'Time zone'),
  text('hs_main_user_language_skill', 'Main language'),
  text('hs_secondary_user_language_skill', 'Secondary language'),
  text('hs_uncategorized_skills', 'Custom skills'),
  ...readOnly(
    text('hs_email', 'Email'),
    text('hs_given_name', 'First name'),
    text('hs_family_name', 'Last name'),
    text('hs_internal_user_id', 'User ID'),
    text('hubspot_owner_id', 'Owner ID'),
    text('hs_user_assigned_primary_team', 'Main team'),
    text('hs_searchable_calculated_name', 'Name'),
    choice('hs_deactivated', 'Deactivated', ['true', 'Yes'], ['false', 'No']),
  ),
]);
