/** A query as it was written: names are neither resolved nor checked. Trees are shared between runs and never changed. */

/** `Account.Owner.Name` → ['Account', 'Owner', 'Name']. */
export type Path = readonly string[];

/** What may stand left of an operator, in SELECT, GROUP BY and ORDER BY. */
export type Operand =
  | { readonly kind: 'field'; readonly path: Path }
  /** `name` is in upper case; COUNT() has no argument. */
  | { readonly kind: 'function'; readonly name: string; readonly argument: Operand | null };

export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'LIKE' | 'IN' | 'NOT IN' | 'INCLUDES' | 'EXCLUDES';

export type Value =
  /** Null, and literals in the representation of the Apex runtime. */
  | { readonly kind: 'literal'; readonly value: unknown }
  /** `LAST_N_DAYS:30`: the number is 1 where none is written. */
  | { readonly kind: 'range'; readonly name: string; readonly count: number }
  | { readonly kind: 'bind'; readonly name: string }
  | { readonly kind: 'list'; readonly values: readonly Value[] }
  | { readonly kind: 'query'; readonly query: Query };

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly conditions: readonly Condition[] }
  | { readonly kind: 'not'; readonly condition: Condition }
  | { readonly kind: 'compare'; readonly operand: Operand; readonly operator: Operator; readonly value: Value };

export type SelectEntry =
  | { readonly kind: 'operand'; readonly operand: Operand; readonly alias: string | null }
  | { readonly kind: 'fields'; readonly which: 'ALL' | 'STANDARD' | 'CUSTOM' }
  | { readonly kind: 'children'; readonly query: Query }
  | {
      readonly kind: 'typeof';
      readonly path: Path;
      readonly branches: readonly { readonly objectName: string; readonly paths: readonly Path[] }[];
      readonly otherwise: readonly Path[];
    };

export type Ordering = {
  readonly operand: Operand;
  readonly isDescending: boolean;
  readonly nullsLast: boolean;
};

export type Query = {
  readonly select: readonly SelectEntry[];
  /** An object's name, or `Contacts` and `a.Contacts` in a query for children. */
  readonly from: Path;
  readonly alias: string | null;
  /** `FROM Contact c, c.Account a`: the paths behind further aliases, which are in lower case. */
  readonly pathAliases: ReadonlyMap<string, Path>;
  readonly scope: string | null;
  readonly where: Condition | null;
  readonly mode: 'user' | 'system' | 'enforced' | null;
  readonly groupBy: readonly Operand[];
  readonly having: Condition | null;
  readonly orderBy: readonly Ordering[];
  readonly limit: Value | null;
  readonly offset: Value | null;
  readonly isAllRows: boolean;
  readonly isForUpdate: boolean;
};
