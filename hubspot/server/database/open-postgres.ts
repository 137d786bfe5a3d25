import pg from 'pg';
import type { Database, Queryable, Row } from './database.ts';

const { Pool, Client, types } = pg;

/** What a transaction may fail with though it was right: others were in its way, so it is done again. */
const undoneForOthers = new Set(['40001', '40P01']);
const mostTries = 8;
const longestReconnectMillis = 5_000;

// Whole numbers of 64 bits come as texts by default. Ours are instants and counts, all far below 2^53.
const int8 = 20;
const numbers = new pg.TypeOverrides(types);
numbers.setTypeParser(int8, Number);

export type PostgresOptions = {
  readonly url: string;
  readonly mostConnections: number;
  /** Every unqualified name stands in this schema. */
  readonly schema: string;
  /** Told of connections that broke; they are made anew by themselves. */
  readonly broken: (error: Error) => void;
};

/**
 * A PostgreSQL server. Connections that break are replaced, so a restart of the database fails the statements that were
 * running and no others.
 */
export function openPostgres({ url, mostConnections, schema, broken }: PostgresOptions): Database {
  const connection: pg.ClientConfig = {
    connectionString: url,
    types: numbers,
    options: `-c search_path=${schema},public`,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
  };
  const pool = new Pool({ ...connection, max: mostConnections });
  pool.on('error', broken);

  async function once<T>(work: (transaction: Queryable) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    let failure: Error | undefined;
    // A connection that dies between two statements says so here; without a listener it would end the process.
    const onError = (error: Error): void => void (failure = error);
    client.on('error', onError);
    try {
      await client.query('begin');
      const result = await work({ query: (sql, values) => rowsOf(client.query(sql, values as unknown[])) });
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch((unusable: Error) => (failure ??= unusable));
      throw error;
    } finally {
      client.off('error', onError);
      client.release(failure);
    }
  }

  return {
    form: 'server',
    query: (sql, values) => rowsOf(pool.query(sql, values as unknown[])),
    transaction: (work) => tryAgain(() => once(work)),
    listen: (channel, heard) => keepListening(connection, channel, heard, broken),
    close: () => pool.end(),
  };
}

async function rowsOf<T extends Row>(result: Promise<pg.QueryResult>): Promise<T[]> {
  return (await result).rows as T[];
}

/** Tries again what was undone for the sake of others, a little later each time. */
async function tryAgain<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      const code = (error as { code?: unknown }).code;
      if (typeof code !== 'string' || !undoneForOthers.has(code) || tries === mostTries) {
        throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, 5 * 2 ** tries));
    }
  }
}

/** Holds a connection of its own, and makes a new one whenever it breaks. */
async function keepListening(
  connection: pg.ClientConfig,
  channel: string,
  heard: (payload: string) => void,
  broken: (error: Error) => void,
): Promise<() => Promise<void>> {
  let isOver = false;
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    const next = new Client(connection);
    next.on('notification', (message) => heard(message.payload ?? ''));
    next.on('error', broken);
    next.on('end', () => {
      if (client === next) {
        client = null;
        again(100);
      }
    });
    await next.connect();
    await next.query(`listen ${next.escapeIdentifier(channel)}`);
    client = next;
  }

  function again(millis: number): void {
    if (isOver) {
      return;
    }
    timer = setTimeout(() => {
      connect().then(
        () => heard(''),
        () => again(Math.min(millis * 2, longestReconnectMillis)),
      );
    }, millis);
  }

  await connect();
  return async () => {
    isOver = true;
    clearTimeout(timer);
    const last = client;
    client = null;
    await last?.end();
  };
}
