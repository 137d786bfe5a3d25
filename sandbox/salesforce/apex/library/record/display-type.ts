import type { FieldDescription } from '../../run/org.ts';
import type { BuiltinType } from '../define.ts';

/** A field whose description says more than its type in Apex: a picklist and a text area both are a String there. */
export interface FieldWithDisplayType extends FieldDescription {
  /** The name of a constant of Schema.DisplayType. */
  readonly displayType: string;
}

export const displayTypes: BuiltinType = {
  name: 'Schema.DisplayType',
  kind: 'enum',
  values: [
    'ADDRESS',
    'ANYTYPE',
    'BASE64',
    'BOOLEAN',
    'COMBOBOX',
    'COMPLEXVALUE',
    'CURRENCY',
    'DATACATEGORYGROUPREFERENCE',
    'DATE',
    'DATETIME',
    'DOUBLE',
    'EMAIL',
    'ENCRYPTEDSTRING',
    'ID',
    'INTEGER',
    'JSON',
    'LOCATION',
    'LONG',
    'MULTIPICKLIST',
    'PERCENT',
    'PHONE',
    'PICKLIST',
    'REFERENCE',
    'SOBJECT',
    'STRING',
    'TEXTAREA',
    'TIME',
    'URL',
  ],
};

/** The usual display types, by the canonical name of the type in Apex. */
const usual: Readonly<Record<string, string>> = {
  'System.Blob': 'BASE64',
  'System.Boolean': 'BOOLEAN',
  'System.Date': 'DATE',
  'System.Datetime': 'DATETIME',
  'System.Decimal': 'DOUBLE',
  'System.Double': 'DOUBLE',
  'System.Integer': 'INTEGER',
  'System.Long': 'LONG',
  'System.Time': 'TIME',
};

/** The name of a field's Schema.DisplayType: displayTypeOf(AccountId of Contact) → "REFERENCE". */
export function displayTypeOf(field: FieldDescription): string {
  if ('displayType' in field) {
    return (field as FieldWithDisplayType).displayType;
  }
  if (field.type.name === 'System.Id') {
    return field.referenceTo.length > 0 ? 'REFERENCE' : 'ID';
  }
  return usual[field.type.name] ?? 'STRING';
}
