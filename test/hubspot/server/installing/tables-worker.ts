import { parentPort } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { readMigrations } from '../../../../hubspot/server/database/migrate.ts';

/** PostgreSQL with the server's tables, in a thread of its own: it loads parts of itself in a way that Jest does not allow. */
const schema = readMigrations()
  .map(({ sql }) => sql)
  .join('\n');
const database = await PGlite.create();
await database.exec(schema);

parentPort!.on('message', ({ id, sql, values }: { id: number; sql: string; values: unknown[] }) => {
  database.query(sql, values).then(
    ({ rows }) => parentPort!.postMessage({ id, rows }),
    (error: unknown) => parentPort!.postMessage({ id, problem: String(error) }),
  );
});
