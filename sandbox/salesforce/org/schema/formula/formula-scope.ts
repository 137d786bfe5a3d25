/** What a formula may ask of the record it is worked out for. Names are paths: ['Owner', 'Email'], ['$User', 'Id']. */
export interface FormulaScope {
  /** The value in the representation of the Apex runtime; null where there is none. */
  readonly read: (path: readonly string[]) => unknown;
  readonly isKnown: (path: readonly string[]) => boolean;
  /** As before the change that is being checked. */
  readonly readPrior: (path: readonly string[]) => unknown;
  readonly isChanged: (path: readonly string[]) => boolean;
  readonly isNew: boolean;
  /** UTC epoch milliseconds. */
  readonly now: number;
  readonly timeZone: string;
  /** Of a formula field that treats blank numbers as zeros. */
  readonly blanksAreZero?: boolean;
}
