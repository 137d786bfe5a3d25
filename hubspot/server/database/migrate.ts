import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Database, Queryable } from './database.ts';

const folder = path.join(import.meta.dirname, 'migrations');
/** Any number that nobody else in the database uses for a lock: "sbx1". */
const lockKey = 0x73627831;

export type Migration = { readonly name: string; readonly sql: string; readonly hash: string };

/** All migrations in their order. Their names begin with their number. */
export function readMigrations(): Migration[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => {
      const sql = readFileSync(path.join(folder, file), 'utf8');
      return { name: file.replace('.sql', ''), sql, hash: createHash('sha256').update(sql).digest('hex') };
    });
}

/** The database is newer than this program, or somebody changed a migration after it ran. */
export class MigrationError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'MigrationError';
    this.code = code;
  }
}

/**
 * Brings the database to this program's form: each migration once, in a transaction of its own, by one server at a time.
 *
 * @returns the names of those that ran now
 * @throws MigrationError where the database is ahead of the program (HSD001) or a migration that ran differs (HSD002)
 */
export async function migrate(database: Database, schema: string, now: number): Promise<string[]> {
  await database.query(`create schema if not exists ${schema}`);
  const ran: string[] = [];
  for (const migration of readMigrations()) {
    if (await database.transaction((transaction) => runOnce(transaction, migration, now))) {
      ran.push(migration.name);
    }
  }
  await refuseUnknown(database);
  return ran;
}

async function runOnce(transaction: Queryable, migration: Migration, now: number): Promise<boolean> {
  // Two servers that start at once must not both create the tables.
  await transaction.query('select pg_advisory_xact_lock($1)', [lockKey]);
  await transaction.query(
    'create table if not exists migration (name text primary key, hash text not null, ran_at bigint not null)',
  );
  const [known] = await transaction.query<{ hash: string }>('select hash from migration where name = $1', [
    migration.name,
  ]);
  if (known !== undefined) {
    if (known.hash !== migration.hash) {
      throw new MigrationError(
        'HSD002',
        `Migration ${migration.name} ran in another form. Take the program's own version of it, or a backup of the database.`,
      );
    }
    return false;
  }
  for (const statement of statementsOf(migration.sql)) {
    await transaction.query(statement);
  }
  await transaction.query('insert into migration (name, hash, ran_at) values ($1, $2, $3)', [
    migration.name,
    migration.hash,
    now,
  ]);
  return true;
}

async function refuseUnknown(database: Database): Promise<void> {
  const known = new Set(readMigrations().map((migration) => migration.name));
  const rows = await database.query<{ name: string }>('select name from migration order by name');
  const unknown = rows.filter((row) => !known.has(row.name));
  if (unknown.length > 0) {
    throw new MigrationError(
      'HSD001',
      `The database has the migration ${unknown[0]!.name}, which this version does not know. Start the newer version.`,
    );
  }
}

/** Both databases take one statement at a time. Ours hold no semicolon and no two dashes in a text. */
function statementsOf(sql: string): string[] {
  return sql
    .replace(/--.*$/gm, '')
    .split(';')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}
