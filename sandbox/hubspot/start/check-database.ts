import pg from 'pg';

/** A database that the server cannot begin with. */
export class DatabaseRefusal extends Error {}

/**
 * Looks whether a database is there and empty. Portals of the stand-in begin anew at each start, and what an earlier run kept of
 * contacts with the same ids would be taken for theirs.
 *
 * @throws DatabaseRefusal
 */
export async function checkDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  let tables: number;
  try {
    await client.connect();
    const { rows } = await client.query<{ tables: number }>(
      `select count(*)::int as tables from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema')`,
    );
    tables = rows[0]!.tables;
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new DatabaseRefusal(
      `The database does not answer: ${cause}\n  Next: look at the address behind --database-url.`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
  if (tables > 0) {
    throw new DatabaseRefusal(
      `The database holds ${tables} tables already.\n  Next: make an empty one, for instance with createdb. Nothing was changed.`,
    );
  }
}
