import type { PortalRecord } from '../../records/portal-record.ts';
import type { PortalRecords } from '../../records/portal-records.ts';
import { RecordRefusal } from '../../records/record-refusal.ts';
import type { ChangeSource } from '../../records/record-change.ts';
import { checkSubmission, refuseSubmission } from './check-submission.ts';
import type { PortalForm, Submission } from './portal-form.ts';

const contactType = '0-1';

/**
 * What a portal does with a submission: the contact with that address is written over, or created, and its conversions are
 * counted. Without an address a new contact is made each time.
 *
 * @returns the contact's id
 * @throws Refusal where the form or a property does not take a value; nothing was written then
 */
export function submitForm(records: PortalRecords, form: PortalForm, submission: Submission, now: number): string {
  const values = checkSubmission(form, submission);
  const source: ChangeSource = { sourceType: 'FORM', sourceId: form.formGuid, userId: null };
  const email = values.get('email')?.trim() ?? '';
  const known = email === '' ? null : records.findRecord(contactType, email, 'email');
  const properties = {
    ...Object.fromEntries(values),
    ...conversionOf(known, form, submission, now),
    ...sourceOf(known, submission, now),
  };
  try {
    return known === null
      ? records.createRecord(contactType, properties, source).id
      : records.updateRecord(contactType, known.id, properties, source).id;
  } catch (error) {
    if (!(error instanceof RecordRefusal)) throw error;
    throw refuseSubmission([{ errorType: 'VALUE_NOT_IN_FIELD_DEFINITION', message: error.message }]);
  }
}

function conversionOf(
  known: PortalRecord | null,
  form: PortalForm,
  { submittedAt, context }: Submission,
  now: number,
): Record<string, string> {
  const at = new Date(submittedAt ?? now).toISOString();
  const page = context?.pageName ?? '';
  const name = page === '' ? form.name : `${page}: ${form.name}`;
  const earlier = Number(known?.value('num_conversion_events') ?? 0);
  const forms = new Set(known?.history('recent_conversion_event_name').map(({ source }) => source.sourceId));
  forms.add(form.formGuid);
  return {
    recent_conversion_date: at,
    recent_conversion_event_name: name,
    num_conversion_events: String(earlier + 1),
    num_unique_conversion_events: String(forms.size),
    ...(earlier === 0 && { first_conversion_date: at, first_conversion_event_name: name }),
  };
}

// Without the visitor's cookie HubSpot cannot tell where they came from and calls the source offline.
function sourceOf(
  known: PortalRecord | null,
  { submittedAt, context }: Submission,
  now: number,
): Record<string, string> {
  const isTracked = (context?.hutk ?? '') !== '';
  const latest = isTracked ? trafficOf(context?.pageUri ?? '') : 'OFFLINE';
  return {
    hs_latest_source: latest,
    hs_latest_source_timestamp: new Date(submittedAt ?? now).toISOString(),
    ...(known?.has('hs_analytics_source') !== true && { hs_analytics_source: latest }),
  };
}

function trafficOf(pageUri: string): string {
  const medium = URL.canParse(pageUri) ? new URL(pageUri).searchParams.get('utm_medium')?.toLowerCase() : undefined;
  switch (medium) {
    case 'email':
      return 'EMAIL_MARKETING';
    case 'cpc':
    case 'ppc':
    case 'paid':
      return 'PAID_SEARCH';
    case 'social':
      return 'SOCIAL_MEDIA';
    case undefined:
      return 'DIRECT_TRAFFIC';
    default:
      return 'OTHER_CAMPAIGNS';
  }
}
