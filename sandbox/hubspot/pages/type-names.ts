import type { KnownType } from '../records/portal-schema.ts';
import type { PortalRecord } from '../records/portal-record.ts';

const plurals: ReadonlyMap<string, string> = new Map([
  ['0-1', 'Contacts'],
  ['0-2', 'Companies'],
  ['0-136', 'Leads'],
  ['0-46', 'Notes'],
  ['0-27', 'Tasks'],
]);

export function pluralOf(type: KnownType): string {
  return type.custom?.labels.plural ?? plurals.get(type.objectTypeId) ?? type.name;
}

/** What a record is called by people. */
export function titleOf(type: KnownType, record: PortalRecord): string {
  const value = (property: string): string => record.value(property) ?? '';
  const names = [
    ...(type.custom === null ? [] : [value(type.custom.primaryDisplayProperty)]),
    `${value('firstname')} ${value('lastname')}`.trim(),
    value('name'),
    value('hs_lead_name'),
    value('email'),
    value('hs_email'),
  ];
  return names.find((each) => each !== '') ?? `${type.name} ${record.id}`;
}
