import { PGlite, type Transaction } from '@electric-sql/pglite';
import type { Database, Queryable, Row } from './database.ts';

/** As PostgreSQL numbers its types: 64-bit whole numbers. */
const int8 = 20;

/** An embedded database with the library's own handle, which the job library wants as well. */
export type EmbeddedDatabase = Database & { readonly handle: PGlite };

/**
 * PostgreSQL inside this process, in a folder; in memory without one. It is not meant to survive a killed process: whoever
 * opens a folder makes sure that nobody else does, and that it was closed (embedded-folder.ts).
 */
export async function openEmbedded(folder: string | null, schema: string): Promise<EmbeddedDatabase> {
  const handle = await PGlite.create({
    ...(folder === null ? {} : { dataDir: folder }),
    parsers: { [int8]: Number },
    relaxedDurability: true,
  });
  await handle.exec(`create schema if not exists ${schema}; set search_path = ${schema}, public`);
  return {
    form: 'embedded',
    handle,
    query: (sql, values) => rowsOf(handle, sql, values),
    transaction: (work) => handle.transaction((transaction) => work(queryable(transaction))),
    listen: (channel, heard) => handle.listen(channel, heard),
    close: () => handle.close(),
  };
}

function queryable(transaction: Transaction): Queryable {
  return { query: (sql, values) => rowsOf(transaction, sql, values) };
}

async function rowsOf<T extends Row>(
  from: Pick<Transaction, 'query'>,
  sql: string,
  values: readonly unknown[] = [],
): Promise<T[]> {
  return (await from.query<T>(sql, [...values])).rows;
}
