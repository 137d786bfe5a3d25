import { isComputed, type FieldSchema } from '../schema/field-schema.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';

/** The parts of a compound field, which has one permission for all of them. */
const parts = 'Street City State StateCode PostalCode Country CountryCode Latitude Longitude GeocodeAccuracy'.split(
  ' ',
);
const addressesOf: Readonly<Record<string, readonly string[]>> = {
  Account: ['Billing', 'Shipping'],
  Contact: ['Mailing', 'Other'],
  Contract: ['Billing', 'Shipping'],
  Lead: [''],
  Order: ['Billing', 'Shipping'],
};

/** Fields that nobody can be kept from: who and when, whose, which kind, and the parts of a person's name. */
const openFields = new Set(
  'Id IsDeleted CreatedById CreatedDate LastModifiedById LastModifiedDate SystemModstamp LastViewedDate LastReferencedDate OwnerId RecordTypeId Name'.split(
    ' ',
  ),
);
const nameParts = new Set('FirstName LastName MiddleName Salutation Suffix'.split(' '));

/** Whether an administrator made the field: isCustomField(score) of Score__c → true. */
export function isCustomField({ name }: Pick<FieldSchema, 'name'>): boolean {
  return name.endsWith('__c');
}

/**
 * The name that field permissions have for a field; null where there are none, because everybody may use it: of required fields
 * and those of a detail that point to its master, as documented. permissionFieldOf(lead, city) → "Address".
 */
export function permissionFieldOf(object: ObjectSchema, field: FieldSchema): string | null {
  const isCustom = isCustomField(field);
  if (openFields.has(field.name) || field.isMasterDetail || field.isRequired) {
    return null;
  }
  if (
    !isCustom &&
    (!field.isWritable || ((object.name === 'Lead' || object.name === 'Contact') && nameParts.has(field.name)))
  ) {
    return null;
  }
  return isCustom ? field.name : (compoundOf(object, field.name) ?? field.name);
}

function compoundOf(object: ObjectSchema, name: string): string | null {
  const prefixes = addressesOf[object.name] ?? [];
  const prefix = prefixes.find((each) => name.startsWith(each) && parts.includes(name.slice(each.length)));
  return prefix === undefined ? null : `${prefix}Address`;
}

/** Whether field permissions can be about a field of that name, which may be that of a compound one: 'Address' of Lead. */
export function isCompound(object: ObjectSchema, name: string): boolean {
  return (addressesOf[object.name] ?? []).some((prefix) => `${prefix}Address` === name);
}

/** Whether a request can ever set the field; those of the platform, formulas and numbers that count up nobody may. */
export function isSettable(field: FieldSchema, right: 'create' | 'edit'): boolean {
  return (
    field.isWritable && !isComputed(field) && field.autoNumber === null && (right === 'create' || field.isReparentable)
  );
}
