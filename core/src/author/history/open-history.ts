import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';

/** A database in memory that reads files; what does not fit goes to a folder, which is gone when it is closed. */
export type History = { connection: DuckDBConnection; folder: string; close: () => Promise<void> };

/** How much a history may take of the machine. The columns that are handed on come on top. */
export type HistoryLimits = { memoryMegabytes: number; threads: number | null };

export const defaultLimits: HistoryLimits = { memoryMegabytes: 2_048, threads: null };

/** Opens it. Nothing is fetched from anywhere: only files that are here are read. */
export async function openHistory(limits: HistoryLimits = defaultLimits): Promise<History> {
  const folder = await mkdtemp(path.join(tmpdir(), 'signalbox-history-'));
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: `${limits.memoryMegabytes}MB`,
    temp_directory: folder,
    autoinstall_known_extensions: 'false',
    ...(limits.threads === null ? {} : { threads: String(limits.threads) }),
  });
  const connection = await instance.connect();
  await connection.run("SET TimeZone = 'UTC'");
  return {
    connection,
    folder,
    close: async () => {
      connection.closeSync();
      instance.closeSync();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
