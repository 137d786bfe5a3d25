import type { FieldWithDisplayType } from '../../apex/library/record/display-type.ts';

export interface PicklistValue {
  readonly value: string;
  readonly label: string;
  readonly isDefault: boolean;
  readonly isActive: boolean;
}

export interface Picklist {
  /** Of a picklist that is not restricted the values are a proposal: code may save any other. */
  readonly isRestricted: boolean;
  readonly values: readonly PicklistValue[];
}

/** What a roll-up summary field sums up of the children of a record. */
export interface RollUp {
  readonly operation: 'count' | 'sum' | 'min' | 'max';
  readonly childObject: string;
  readonly foreignField: string;
  readonly summarizedField: string | null;
  readonly filters: readonly { readonly field: string; readonly operation: string; readonly value: string }[];
}

/** What happens to a record when the one it points to is deleted. */
export type DeleteRule = 'cascade' | 'restrict' | 'clear';

/** A field as saving needs to know it. */
export interface FieldSchema extends FieldWithDisplayType {
  readonly label: string;
  readonly length: number | null;
  readonly precision: number | null;
  readonly scale: number | null;
  readonly isRequired: boolean;
  readonly isUnique: boolean;
  readonly isCaseSensitive: boolean;
  readonly isExternalId: boolean;
  /** A formula of the value that a new record gets where it brings none. */
  readonly defaultFormula: string | null;
  readonly picklist: Picklist | null;
  readonly formula: string | null;
  readonly blanksAreZero: boolean;
  readonly autoNumber: { readonly format: string; readonly start: number } | null;
  readonly rollUp: RollUp | null;
  readonly deleteRule: DeleteRule | null;
  readonly isMasterDetail: boolean;
  readonly isReparentable: boolean;
  /** Of a field that points to a master: whether who may only read that may change the detail. */
  readonly isWrittenByMasterReaders: boolean;
  /** The name of the list of these records at the parent: `Contacts` of Contact.AccountId. */
  readonly childRelationshipName: string | null;
  /** Whether a request may set it; others are set by the platform alone. */
  readonly isWritable: boolean;
}

/** A field with everything a description does not say at its usual value: describedField(name, { isRequired: true }). */
export function describedField(field: FieldWithDisplayType, more: Partial<FieldSchema> = {}): FieldSchema {
  return {
    label: field.name,
    length: null,
    precision: null,
    scale: null,
    isRequired: false,
    isUnique: false,
    isCaseSensitive: false,
    isExternalId: false,
    defaultFormula: null,
    picklist: null,
    formula: null,
    blanksAreZero: false,
    autoNumber: null,
    rollUp: null,
    deleteRule: field.referenceTo.length > 0 ? 'clear' : null,
    isMasterDetail: false,
    isReparentable: true,
    isWrittenByMasterReaders: false,
    childRelationshipName: null,
    isWritable: true,
    ...field,
    ...more,
  };
}

/** Whether its value is worked out when it is read, and nowhere stored: formulas and roll-up summaries. */
export function isComputed(field: FieldSchema): boolean {
  return field.formula !== null || field.rollUp !== null;
}
