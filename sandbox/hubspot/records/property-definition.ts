export type PropertyType = 'string' | 'number' | 'date' | 'datetime' | 'enumeration' | 'bool' | 'phone_number';

export type PropertyOption = {
  readonly label: string;
  readonly value: string;
  readonly displayOrder: number;
  readonly isHidden: boolean;
};

/** A property of an object type. */
export type PropertyDefinition = {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly type: PropertyType;
  readonly fieldType: string;
  readonly groupName: string;
  readonly options: readonly PropertyOption[];
  readonly hasUniqueValue: boolean;
  readonly isHubSpotDefined: boolean;
  /** Nobody but the portal itself writes it. */
  readonly isReadOnly: boolean;
  /** The portal works it out from other values. */
  readonly isCalculated: boolean;
  /** Where its values are taken from instead of `options`. */
  readonly optionsFrom: 'owners' | 'pipelines' | 'stages' | null;
  readonly isFormField: boolean;
  readonly isHidden: boolean;
  readonly displayOrder: number;
  readonly createdAt: number | null;
  readonly updatedAt: number | null;
};

export type PropertyGroup = { readonly name: string; readonly label: string; readonly displayOrder: number };
