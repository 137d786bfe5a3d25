import { ApexId } from '../../apex/library/text/apex-id.ts';
import { ApexDatetime } from '../../apex/library/time/apex-datetime.ts';
import { ApexTime } from '../../apex/library/time/apex-time.ts';
import type { RecordStore } from './record-store.ts';
import { systemFields } from './system-fields.ts';

/** The ids that the runtime tells of where no other user is running. */
export const seededIds = {
  organization: '00D000000000001EAA',
  user: '005000000000001AAA',
  profile: '00e000000000001AAA',
} as const;

/** Puts into a new store what no org is without: the organization, an administrator, business hours, lead statuses, record types. */
export function seedOrg(store: RecordStore, now: number): void {
  const put = (objectName: string, id: string, fields: Readonly<Record<string, unknown>>) => {
    const at = new ApexDatetime(Math.floor(now / 1000) * 1000);
    const by = new ApexId(seededIds.user);
    const all = systemFields(id, by, at);
    for (const [name, value] of Object.entries(fields)) {
      all.set(name.toLowerCase(), value);
    }
    store.put({ objectName, id, fields: all, isDeleted: false });
  };
  put('Organization', seededIds.organization, {
    Name: 'Signalbox',
    OrganizationType: 'Developer Edition',
    TimeZoneSidKey: 'America/Los_Angeles',
    IsSandbox: false,
  });
  put('Profile', seededIds.profile, { Name: 'System Administrator', UserType: 'Standard' });
  put('User', seededIds.user, {
    Username: 'running.user@example.com',
    FirstName: 'Running',
    LastName: 'User',
    Name: 'Running User',
    Alias: 'ruser',
    Email: 'running.user@example.com',
    IsActive: true,
    UserType: 'Standard',
    ProfileId: new ApexId(seededIds.profile),
    TimeZoneSidKey: 'America/Los_Angeles',
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
  });
  put('BusinessHours', store.nextId(store.schema.demand('BusinessHours')), roundTheClock());
  seedLeadStatuses(store, put);
  for (const name of store.schema.names()) {
    const object = store.schema.demand(name);
    for (const type of object.recordTypes) {
      const fields = {
        Name: type.label,
        DeveloperName: type.developerName,
        SobjectType: name,
        IsActive: type.isActive,
      };
      put('RecordType', store.nextId(store.schema.demand('RecordType')), fields);
    }
  }
}

/** The business hours that a new org has: all of every day. */
function roundTheClock(): Record<string, unknown> {
  const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
  const names = days.flatMap((day) => [`${day}StartTime`, `${day}EndTime`]);
  const midnights: Record<string, unknown> = Object.fromEntries(names.map((name) => [name, new ApexTime(0)]));
  return {
    Name: 'Default',
    IsActive: true,
    IsDefault: true,
    TimeZoneSidKey: 'America/Los_Angeles',
    ...midnights,
  };
}

function seedLeadStatuses(
  store: RecordStore,
  put: (objectName: string, id: string, fields: Readonly<Record<string, unknown>>) => void,
): void {
  const values = store.schema.demand('Lead').fields.get('status')?.picklist?.values ?? [];
  for (const [index, { value, label, isDefault }] of values.entries()) {
    put('LeadStatus', store.nextId(store.schema.demand('LeadStatus')), {
      ApiName: value,
      MasterLabel: label,
      SortOrder: index + 1,
      IsDefault: isDefault,
      IsConverted: value === 'Closed - Converted',
    });
  }
}
