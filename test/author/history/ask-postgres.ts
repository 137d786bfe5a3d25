import { once } from 'node:events';
import path from 'node:path';
import { Worker } from 'node:worker_threads';

/** Makes tables in a fresh PostgreSQL and asks it one question. */
export async function askPostgres(tables: string, question: string): Promise<Record<string, unknown>[]> {
  const worker = new Worker(path.resolve('test/author/history/postgres-worker.ts'));
  try {
    worker.postMessage({ tables, question });
    const [rows] = (await once(worker, 'message')) as [Record<string, unknown>[]];
    return rows;
  } finally {
    await worker.terminate();
  }
}
