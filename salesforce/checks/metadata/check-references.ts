import type { Finding } from '../finding.ts';
import type { Inventory } from './inventory.ts';
import type { MetadataFile } from './metadata-files.ts';
import { nearest } from './nearest.ts';
import { elementsAt, textAt } from './read-metadata.ts';
import { listReferences, type Reference } from './references.ts';

// What every custom object has without defining it, in the words of records, list views and reports.
const everywhere = new Set(
  (
    'id name owner ownerid createdby createdbyid createddate lastmodifiedby lastmodifiedbyid lastmodifieddate ' +
    'recordtype recordtypeid systemmodstamp isdeleted lastactivitydate currencyisocode developername masterlabel label ' +
    'created_date last_update createdby_user updatedby_user owner.alias owner_name row_count replayid eventuuid'
  ).split(' '),
);
const custom = /__(?:c|mdt|e)$/i;

/**
 * Every name that stands for nothing: a field, class, object, tab or other part of the package that no file defines
 * (APC026), and every field permission that the platform does not take (APC027). What the platform itself defines is not known
 * here, so only names of own things are looked up.
 *
 * Example: a permission set with the class `SbxRuote` gives APC026 with "did you mean sbxroute?".
 */
export function checkReferences(file: MetadataFile, inventory: Inventory): Finding[] {
  const missing = listReferences(file).flatMap((reference) => {
    const cause = findNothing(reference, inventory);
    return cause === null ? [] : [{ file: file.file, line: reference.line, column: 0, code: 'APC026', message: cause }];
  });
  return [...missing, ...checkFieldPermissions(file, inventory)];
}

function findNothing(reference: Reference, inventory: Inventory): string | null {
  const { kind, name } = reference;
  if (kind === 'field') return findNoField(name, inventory);
  const wanted = ownName(kind, name);
  if (wanted === null) return null;
  const known = inventory.names.get(kind) ?? new Set<string>();
  return known.has(wanted.toLowerCase()) ? null : describe(kind, name, wanted, [...known]);
}

/** The name to look up; null when it is the platform's. */
function ownName(kind: string, name: string): string | null {
  if (kind === 'object') return custom.test(name) ? name : null;
  if (kind === 'tab') return name.startsWith('standard-') ? null : name;
  if (kind === 'component') return name.startsWith('c:') ? name.slice(2) : name.includes(':') ? null : name;
  if (kind === 'report type') return custom.test(name) ? name.replace(custom, '') : null;
  return name;
}

// "SbxClock__c$Lead__c.Name" is a field of what a field of the object refers to.
function findNoField(name: string, inventory: Inventory): string | null {
  const [object = '', field = '', ...rest] = name.split(/[.$]/);
  const isOwnObject = custom.test(object);
  if (isOwnObject && !inventory.names.get('object')?.has(object.toLowerCase())) {
    return describe('object', object, object, [...(inventory.names.get('object') ?? [])]);
  }
  if (field === '' || (!custom.test(field) && (!isOwnObject || isEverywhere(field, rest)))) return null;
  const full = `${object}.${field}`.toLowerCase();
  if (inventory.fields.has(full)) return null;
  const known = [...inventory.fields.keys()].filter((each) => each.startsWith(`${object.toLowerCase()}.`));
  return describe('field', name, full, known);
}

function isEverywhere(field: string, rest: string[]): boolean {
  const small = field.toLowerCase();
  return everywhere.has(small) || everywhere.has([small, ...rest].join('.').toLowerCase());
}

function checkFieldPermissions(file: MetadataFile, { fields }: Inventory): Finding[] {
  if (file.suffix !== 'permissionset') return [];
  return elementsAt(file.root, 'fieldPermissions').flatMap((permission) => {
    const field = fields.get(textAt(permission, 'field').toLowerCase());
    const reason = field === undefined ? null : whyNoPermission(field, textAt(permission, 'editable') === 'true');
    if (reason === null) return [];
    const message = `${textAt(permission, 'field')} ${reason}`;
    return [{ file: file.file, line: permission.line, column: 0, code: 'APC027', message }];
  });
}

function whyNoPermission(field: Parameters<typeof textAt>[0], isEditable: boolean): string | null {
  const type = textAt(field, 'type');
  const isDemanded = textAt(field, 'required') === 'true' || type === 'MasterDetail';
  if (isDemanded) return 'is required, so everybody has it and it takes no permission. Next: remove this entry.';
  const isComputed = textAt(field, 'formula') !== '' || type === 'AutoNumber' || type === 'Summary';
  return isComputed && isEditable ? 'is computed and cannot be editable. Next: write false.' : null;
}

function describe(kind: string, name: string, wanted: string, known: string[]): string {
  const next =
    known.length === 0 ? 'add it' : `did you mean ${nearest(wanted, known)}? Correct it, or add what it names`;
  return `There is no ${kind} ${name} in the package directories. Next: ${next}.`;
}
