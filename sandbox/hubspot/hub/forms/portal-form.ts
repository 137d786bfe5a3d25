/** A form of a portal. */
export type PortalForm = {
  readonly formGuid: string;
  readonly name: string;
  /** Names of contact properties, in the order in which they stand on the form. */
  readonly fields: readonly string[];
  readonly requiredFields: readonly string[];
};

export type SubmittedField = { readonly name: string; readonly value: string; readonly objectTypeId?: string };

/** What somebody sent in. */
export type Submission = {
  readonly fields: readonly SubmittedField[];
  /** UTC milliseconds; when it came in where it is left out. */
  readonly submittedAt?: number;
  readonly context?: {
    readonly hutk?: string;
    readonly pageUri?: string;
    readonly pageName?: string;
    readonly ipAddress?: string;
  };
  /** Whether the form's own rules are left aside; fields that it does not have are ignored then. */
  readonly skipValidation?: boolean;
};
