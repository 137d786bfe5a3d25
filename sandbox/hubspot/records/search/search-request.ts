export const searchOperators = [
  'EQ',
  'NEQ',
  'LT',
  'LTE',
  'GT',
  'GTE',
  'BETWEEN',
  'IN',
  'NOT_IN',
  'HAS_PROPERTY',
  'NOT_HAS_PROPERTY',
  'CONTAINS_TOKEN',
  'NOT_CONTAINS_TOKEN',
] as const;

export type SearchOperator = (typeof searchOperators)[number];

export type SearchFilter = {
  /** A property, or `associations.` before a type of record. */
  readonly property: string;
  readonly operator: SearchOperator;
  readonly value: string | null;
  readonly highValue: string | null;
  readonly values: readonly string[];
};

/** What is looked for. All filters of a group must hold, and one group of them is enough. */
export type SearchRequest = {
  readonly groups: readonly (readonly SearchFilter[])[];
  /** Words that all have to be in the text of a record. */
  readonly query: string;
  readonly sort: { readonly property: string; readonly isDescending: boolean } | null;
  readonly limit: number;
  readonly offset: number;
};

/** A record as searches know it, which is a moment behind the record itself. */
export type FoundRecord = { readonly id: string; readonly values: IndexedValues };

export type IndexedValues = { readonly [property: string]: string };

export type SearchResult = { readonly total: number; readonly found: readonly FoundRecord[] };
