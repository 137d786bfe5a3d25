import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Queryable, Row } from '../../../../hubspot/server/database/database.ts';

export type Tables = Queryable & { transaction<T>(work: (transaction: Queryable) => Promise<T>): Promise<T> };

type Answer = { readonly id: number; readonly rows: Row[] } | { readonly id: number; readonly problem: string };

let worker: Worker | null = null;
let lastId = 0;
let turn: Promise<unknown> = Promise.resolve();

/** The server's tables in memory, all empty: one PostgreSQL for a file of tests. */
export async function openTables(): Promise<Tables> {
  worker ??= new Worker(path.resolve('test/hubspot/server/installing/tables-worker.ts'));
  // Whoever forgets to end it must not keep the tests from ending.
  worker.unref();
  const tables: Tables = {
    query: (sql, values) => inTurn(() => ask(sql, values)),
    transaction: (work) =>
      inTurn(async () => {
        await ask('begin');
        try {
          const result = await work({ query: ask });
          await ask('commit');
          return result;
        } catch (error) {
          await ask('rollback');
          throw error;
        }
      }),
  };
  await tables.query(`truncate ${await namesOf(tables)}`);
  return tables;
}

async function namesOf(tables: Tables): Promise<string> {
  const rows = await tables.query<{ name: string }>(
    `select string_agg(quote_ident(tablename), ', ') as name from pg_tables where schemaname = 'public'`,
  );
  return rows[0]!.name;
}

/** Ends the PostgreSQL of a file of tests. */
export async function closeTables(): Promise<void> {
  await worker?.terminate();
  worker = null;
}

/** One connection: a transaction has it to itself. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = turn.then(work);
  turn = done.catch(() => undefined);
  return done;
}

function ask<T extends Row = Row>(sql: string, values: readonly unknown[] = []): Promise<T[]> {
  const asked = worker!;
  const id = (lastId += 1);
  return new Promise((resolve, reject) => {
    const heard = (answer: Answer): void => {
      if (answer.id !== id) return;
      asked.off('message', heard);
      if ('rows' in answer) resolve(answer.rows as T[]);
      else reject(new Error(answer.problem));
    };
    asked.on('message', heard);
    asked.postMessage({ id, sql, values });
  });
}
