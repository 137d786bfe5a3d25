import type { Activity } from '../../../core/src/decide/model/submission.ts';
import type { CrmRecord } from '../crm/crm.ts';
import type { PortalSettings } from '../portal/portal-settings.ts';
import { submitted } from '../portal/property-names.ts';
import { readActivities } from '../subjects/read-activities.ts';
import { readStoredInstant } from '../subjects/read-value.ts';

/**
 * What a contact did, each deed at its own time. HubSpot keeps only the last instant of what it counts, but the history of that
 * property has the ones before; deciding has counted them at the last instant that was known then.
 */
export function pastActivities(contact: CrmRecord, settings: PortalSettings): Activity[] {
  const counted = settings.activities.flatMap(({ signalKey, at }) =>
    [...instantsOf(contact, at)].map((occurredAt): Activity => ({ signalKey, occurredAt, occurrences: 1 })),
  );
  const lines = { [submitted.activities]: contact.properties[submitted.activities] ?? null };
  const written = readActivities({ ...contact, properties: lines }, { ...settings, activities: [] }, []);
  return [...counted, ...written];
}

function instantsOf(contact: CrmRecord, property: string): Set<number> {
  const values = (contact.history[property] ?? []).map(({ value }) => value);
  return new Set(
    values.flatMap((value) => {
      const reading = readStoredInstant(value);
      return reading.kind === 'read' ? [reading.value] : [];
    }),
  );
}
