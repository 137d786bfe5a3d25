import { parentPort } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';

/** PostgreSQL in a thread of its own, since it loads parts of itself in a way that Jest does not allow. */
parentPort!.once('message', ({ tables, question }: { tables: string; question: string }) => {
  void answer(tables, question);
});

async function answer(tables: string, question: string): Promise<void> {
  const postgres = await PGlite.create();
  await postgres.exec(tables);
  const { rows } = await postgres.query(question);
  await postgres.close();
  parentPort!.postMessage(rows);
}
