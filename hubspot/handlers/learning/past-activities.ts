import type { Activity } from '../../../core/src/decide/model/submission.ts';
import type { CrmRecord } from '../crm/crm.ts';
import type { PortalSettings } from '../portal/portal-settings.ts';
import { submitted } from '../portal/property-names.ts';
import { readActivities } from '../subjects/read-activities.ts';
import { recordAsOf } from './past-record.ts';

/**
 * What a contact had done by a moment, read as it is read when a lead is decided: of what HubSpot counts itself, the count and the last
 * instant as of then. Points learned otherwise would not be the points that decide. The lines that others write have times of their
 * own.
 */
export function pastActivities(contact: CrmRecord, settings: PortalSettings, moment: number): Activity[] {
  const counters = settings.activities.flatMap(({ at, count }) => (count === null ? [at] : [at, count]));
  const counted = readActivities(recordAsOf(contact, counters, moment), settings, []);
  const lines = { [submitted.activities]: contact.properties[submitted.activities] ?? null };
  const written = readActivities({ ...contact, properties: lines }, { ...settings, activities: [] }, []);
  // What HubSpot wrote while the contact was settling counts as done on its arrival.
  return [
    ...counted.map((activity) => ({ ...activity, occurredAt: Math.min(activity.occurredAt, contact.createdAt) })),
    ...written,
  ];
}
