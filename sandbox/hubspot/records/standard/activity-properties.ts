import type { PropertyDefinition } from '../property-definition.ts';
import {
  calculated,
  choice,
  grouped,
  htmlText,
  instant,
  longText,
  number,
  readOnly,
  text,
  yesNo,
} from '../property-kinds.ts';
import { everyRecord, lastModified } from './every-record.ts';

const everyActivity: readonly PropertyDefinition[] = [
  ...everyRecord,
  ...lastModified,
  instant('hs_timestamp', 'Activity date'),
  text('hs_attachment_ids', 'Attached file IDs'),
  text('hs_unique_id', 'Unique ID'),
  ...calculated(text('hs_body_preview', 'Body preview')),
  ...readOnly(yesNo('hs_gdpr_deleted', 'GDPR deleted')),
];

export const noteProperties: readonly PropertyDefinition[] = grouped('note', [
  ...everyActivity,
  htmlText('hs_note_body', 'Note body'),
]);

export const taskProperties: readonly PropertyDefinition[] = grouped('task', [
  ...everyActivity,
  text('hs_task_subject', 'Task Title'),
  htmlText('hs_task_body', 'Task Notes'),
  choice(
    'hs_task_status',
    'Task Status',
    ['NOT_STARTED', 'Not started'],
    ['IN_PROGRESS', 'In progress'],
    ['WAITING', 'Waiting'],
    ['COMPLETED', 'Completed'],
    ['DEFERRED', 'Deferred'],
  ),
  choice('hs_task_priority', 'Priority', ['NONE', 'None'], ['LOW', 'Low'], ['MEDIUM', 'Medium'], ['HIGH', 'High']),
  choice(
    'hs_task_type',
    'Task Type',
    ['TODO', 'To-do'],
    ['CALL', 'Call'],
    ['EMAIL', 'Email'],
    ['LINKED_IN', 'LinkedIn'],
  ),
  longText('hs_task_reminders', 'Task reminders'),
  text('hs_queue_membership_ids', 'Queue'),
  ...readOnly(instant('hs_task_completion_date', 'Completed at')),
  ...calculated(yesNo('hs_task_is_overdue', 'Is overdue'), yesNo('hs_task_is_completed', 'Is completed')),
]);

export const callProperties: readonly PropertyDefinition[] = grouped('call', [
  ...everyActivity,
  text('hs_call_title', 'Call Title'),
  htmlText('hs_call_body', 'Call notes'),
  choice('hs_call_direction', 'Call direction', ['INBOUND', 'Inbound'], ['OUTBOUND', 'Outbound']),
  choice(
    'hs_call_status',
    'Call Status',
    ['BUSY', 'Busy'],
    ['CALLING_CRM_USER', 'Calling CRM user'],
    ['CANCELED', 'Canceled'],
    ['COMPLETED', 'Completed'],
    ['CONNECTING', 'Connecting'],
    ['FAILED', 'Failed'],
    ['IN_PROGRESS', 'In progress'],
    ['MISSED', 'Missed'],
    ['NO_ANSWER', 'No answer'],
    ['QUEUED', 'Queued'],
    ['RINGING', 'Ringing'],
  ),
  text('hs_call_disposition', 'Call outcome'),
  number('hs_call_duration', 'Call duration'),
  text('hs_call_from_number', 'From number'),
  text('hs_call_to_number', 'To Number'),
  text('hs_call_recording_url', 'Recording URL'),
]);

export const emailProperties: readonly PropertyDefinition[] = grouped('email', [
  ...everyActivity,
  choice(
    'hs_email_direction',
    'Email direction',
    ['EMAIL', 'Email'],
    ['INCOMING_EMAIL', 'Incoming email'],
    ['FORWARDED_EMAIL', 'Forwarded email'],
    ['DRAFT_EMAIL', 'Draft email'],
  ),
  choice(
    'hs_email_status',
    'Email send status',
    ['BOUNCED', 'Bounced'],
    ['FAILED', 'Failed'],
    ['SCHEDULED', 'Scheduled'],
    ['SENDING', 'Sending'],
    ['SENT', 'Sent'],
  ),
  text('hs_email_subject', 'Email subject'),
  longText('hs_email_text', 'Email body'),
  htmlText('hs_email_html', 'Email HTML'),
  longText('hs_email_headers', 'Email headers'),
]);

export const meetingProperties: readonly PropertyDefinition[] = grouped('meeting', [
  ...everyActivity,
  text('hs_meeting_title', 'Meeting name'),
  htmlText('hs_meeting_body', 'Meeting description'),
  longText('hs_internal_meeting_notes', 'Internal meeting notes'),
  text('hs_meeting_location', 'Meeting location'),
  text('hs_meeting_external_url', 'External URL'),
  instant('hs_meeting_start_time', 'Meeting start time'),
  instant('hs_meeting_end_time', 'Meeting end time'),
  choice(
    'hs_meeting_outcome',
    'Meeting outcome',
    ['SCHEDULED', 'Scheduled'],
    ['COMPLETED', 'Completed'],
    ['RESCHEDULED', 'Rescheduled'],
    ['NO_SHOW', 'No show'],
    ['CANCELED', 'Canceled'],
  ),
]);

export const communicationProperties: readonly PropertyDefinition[] = grouped('communication', [
  ...everyActivity,
  choice(
    'hs_communication_channel_type',
    'Channel type',
    ['WHATS_APP', 'WhatsApp'],
    ['LINKEDIN_MESSAGE', 'LinkedIn message'],
    ['SMS', 'SMS'],
  ),
  choice('hs_communication_logged_from', 'Logged from', ['CRM', 'CRM']),
  htmlText('hs_communication_body', 'Communication body'),
]);
