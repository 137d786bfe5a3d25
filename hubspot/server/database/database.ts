/** One row as the database answers it. Whole numbers of 64 bits come as numbers; instants are UTC milliseconds in such columns. */
export type Row = { readonly [column: string]: unknown };

/** Whatever takes statements: the database, or a transaction of it. */
export interface Queryable {
  query<T extends Row = Row>(sql: string, values?: readonly unknown[]): Promise<T[]>;
}

/**
 * PostgreSQL, by network or embedded: the same SQL for both. A transaction that PostgreSQL undid for the sake of others
 * (deadlock, serialization) is tried again, so its work must have no effect outside of the database.
 */
export interface Database extends Queryable {
  /** `embedded` serves one process only. */
  readonly form: 'server' | 'embedded';
  transaction<T>(work: (transaction: Queryable) => Promise<T>): Promise<T>;
  /** Calls back for each NOTIFY of a channel, and once after every reconnection, when some may have been missed. */
  listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}
