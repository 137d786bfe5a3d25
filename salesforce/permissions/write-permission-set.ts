import { document, line } from '../policy-rows/write-xml.ts';
import type { Access, FieldAccess, ObjectGrant, PermissionSet } from './access-table.ts';
import type { PackageField, PackageParts } from './read-package.ts';

const actions: Readonly<Record<Access, readonly string[]>> = {
  none: [],
  read: ['Read'],
  readAll: ['Read', 'viewAll'],
  create: ['Create', 'Read'],
  change: ['Edit', 'Read'],
  edit: ['Create', 'Edit', 'Read'],
  // Where everybody may change a record, still only its owner may delete it; rows are nobody's own.
  full: ['Create', 'Delete', 'Edit', 'Read', 'modifyAll', 'viewAll'],
};

const fieldsOfAccess: Readonly<Record<Access, FieldAccess>> = {
  none: 'none',
  read: 'read',
  readAll: 'read',
  create: 'edit',
  change: 'edit',
  edit: 'edit',
  full: 'edit',
};

/** A permission set as metadata, its parts in the order of their names so that a change is a small difference. */
export function writePermissionSet(
  set: PermissionSet,
  { fields, tabs }: PackageParts,
  classes: readonly string[],
): string {
  const grants = [...set.grants].sort((one, other) => (one.object < other.object ? -1 : 1));
  return document('PermissionSet', [
    ...(set.hasApp ? writeApp() : []),
    ...classes.flatMap((name) => writeElement('classAccesses', { apexClass: name, enabled: 'true' })),
    ...set.customPermissions.flatMap((name) => writeElement('customPermissions', { enabled: 'true', name })),
    line('description', set.description),
    ...grants.flatMap((grant) => writeFields(grant, fields.get(grant.object) ?? [])),
    line('hasActivationRequired', 'false'),
    line('label', set.label),
    ...grants.flatMap(writeObject),
    ...tabsOf(set, tabs).flatMap((tab) => writeElement('tabSettings', { tab, visibility: 'Visible' })),
  ]);
}

function tabsOf({ tabs: shown }: PermissionSet, all: readonly string[]): readonly string[] {
  if (shown === 'all') return all;
  return 'allBut' in shown ? all.filter((tab) => !shown.allBut.includes(tab)) : shown;
}

function writeApp(): string[] {
  return writeElement('applicationVisibilities', { application: 'Signalbox', visible: 'true' });
}

/** Standard fields are granted where the table names them; the package's own by name or by what counts for the rest. */
function writeFields(
  { object, access, fields = {}, otherFields }: ObjectGrant,
  own: readonly PackageField[],
): string[] {
  // Events have no permissions for fields.
  if (object.endsWith('__e')) return [];
  const others = otherFields ?? fieldsOfAccess[access];
  const standard = Object.keys(fields).filter((name) => !name.endsWith('__c'));
  const named = own.filter((each) => each.isGrantable).map((each) => each.name);
  return [...standard, ...named].sort().flatMap((name) => {
    const granted = fields[name] ?? others;
    if (granted === 'none') return [];
    const editable = String(granted === 'edit');
    return writeElement('fieldPermissions', { editable, field: `${object}.${name}`, readable: 'true' });
  });
}

function writeObject({ object, access }: ObjectGrant): string[] {
  if (access === 'none') return [];
  const may = (action: string): string => String(actions[access].includes(action));
  return writeElement('objectPermissions', {
    allowCreate: may('Create'),
    allowDelete: may('Delete'),
    allowEdit: may('Edit'),
    allowRead: may('Read'),
    modifyAllRecords: may('modifyAll'),
    object,
    viewAllRecords: may('viewAll'),
  });
}

function writeElement(name: string, values: Readonly<Record<string, string>>): string[] {
  const lines = Object.entries(values).map(([key, value]) => `  ${line(key, value)}`);
  return [`  <${name}>`, ...lines, `  </${name}>`];
}
