import type { ObjectDescription } from '../../apex/run/org.ts';
import type { FieldSchema } from './field-schema.ts';

export interface ValidationRule {
  readonly name: string;
  readonly isActive: boolean;
  /** Where it is true the record is refused. */
  readonly errorCondition: string;
  readonly errorMessage: string;
  /** The field at which the message is shown; null for the top of the page. */
  readonly errorField: string | null;
}

export interface RecordTypeSchema {
  readonly developerName: string;
  readonly label: string;
  readonly isActive: boolean;
}

export type ObjectKind = 'standard' | 'custom' | 'metadata' | 'event' | 'list setting' | 'hierarchy setting';

/** An object as saving needs to know it. */
export interface ObjectSchema extends ObjectDescription {
  readonly kind: ObjectKind;
  readonly pluralLabel: string;
  /** Of a platform event: whether it is published even where its transaction fails. */
  readonly publishesImmediately?: boolean;
  readonly fields: ReadonlyMap<string, FieldSchema>;
  readonly validationRules: readonly ValidationRule[];
  readonly recordTypes: readonly RecordTypeSchema[];
  /** Fields whose values are worked out on reading. */
  readonly computedFields: readonly FieldSchema[];
}

/** A field that points to an object: of Account, Contact.AccountId. */
export interface Reference {
  readonly object: ObjectSchema;
  readonly field: FieldSchema;
}
