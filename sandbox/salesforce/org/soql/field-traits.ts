import { displayTypeOf } from '../../apex/library/record/display-type.ts';
import type { FieldDescription } from '../../apex/run/org.ts';
import type { FieldSchema } from '../schema/field-schema.ts';

/** How values of a field are compared. */
export type ValueKind = 'text' | 'id' | 'boolean' | 'number' | 'date' | 'datetime' | 'time' | 'blob';

const kinds: Readonly<Record<string, ValueKind>> = {
  'System.Blob': 'blob',
  'System.Boolean': 'boolean',
  'System.Date': 'date',
  'System.Datetime': 'datetime',
  'System.Decimal': 'number',
  'System.Double': 'number',
  'System.Id': 'id',
  'System.Integer': 'number',
  'System.Long': 'number',
  'System.Time': 'time',
};

/** kindOfField(AnnualRevenue of Account) → 'number'. */
export function kindOfField(field: FieldDescription): ValueKind {
  return kinds[field.type.name] ?? 'text';
}

/** A description may say more than its type does: that of an org's schema. */
function asSchema(field: FieldDescription): Partial<FieldSchema> {
  return field;
}

/** Text is compared without case, but for unique fields that were set up otherwise. */
export function isCaseSensitive(field: FieldDescription): boolean {
  return asSchema(field).isCaseSensitive ?? false;
}

/** What the platform keeps an index of: foreign keys, external ids and unique fields. */
export function isIndexed(field: FieldDescription): boolean {
  return field.referenceTo.length > 0 || asSchema(field).isExternalId === true || asSchema(field).isUnique === true;
}

/** Its values are one text, joined by semicolons. */
export function isMultiPicklist(field: FieldDescription): boolean {
  return displayTypeOf(field) === 'MULTIPICKLIST';
}

/** Long text and files can be read and not searched, sorted or grouped. */
export function isLong(field: FieldDescription): boolean {
  const type = displayTypeOf(field);
  return type === 'BASE64' || (type === 'TEXTAREA' && (asSchema(field).length ?? 0) > 255);
}

/** As documented: neither numbers with places behind the point, custom ones at all, moments, nor what is worked out. */
export function isGroupable(field: FieldDescription): boolean {
  switch (kindOfField(field)) {
    case 'blob':
    case 'datetime':
      return false;
    case 'number':
      return displayTypeOf(field) === 'INTEGER' && !field.name.endsWith('__c');
    default:
      return !isLong(field) && !isMultiPicklist(field) && (asSchema(field).formula ?? null) === null;
  }
}

/** The values of a picklist in their order, each with its label; null where they are not described. */
export function picklistOf(
  field: FieldDescription,
): readonly { readonly value: string; readonly label: string }[] | null {
  return asSchema(field).picklist?.values ?? null;
}

/** The list's name at the parent that a lookup was set up with: `Contacts` of Contact.AccountId. */
export function childRelationshipOf(field: FieldDescription): string | null {
  return asSchema(field).childRelationshipName ?? null;
}

const messageNames: Readonly<Record<string, string>> = { datetime: 'dateTime', integer: 'int' };

/** A field's type as messages name it: messageTypeOf(CreatedDate) → 'dateTime'. */
export function messageTypeOf(field: FieldDescription): string {
  const name = displayTypeOf(field).toLowerCase();
  return messageNames[name] ?? name;
}
