import { existsSync } from 'node:fs';
import path from 'node:path';
import { findHeader } from '../run/guess-mapping.ts';
import { RunError } from '../run/run-message.ts';
import type { History } from './open-history.ts';
import { quoteName, quoteText } from './quote.ts';

/** A file as a relation: what stands after FROM, and the type of each of its columns. */
export type HistoryFile = {
  name: string;
  relation: string;
  types: ReadonlyMap<string, string>;
  kind: 'csv' | 'parquet';
};

/** Opens a Parquet or CSV file and reads its columns. Cells of CSV stay texts: what they mean is decided by column. */
export async function openHistoryFile({ connection }: History, file: string): Promise<HistoryFile> {
  const name = path.basename(file);
  if (!existsSync(file)) {
    throw new RunError([
      { code: 'HIS001', about: name, found: 'the file does not exist', next: 'look at the path. Nothing was read.' },
    ]);
  }
  const kind = kindOf(file, name);
  const relation = kind === 'parquet' ? `read_parquet(${quoteText(file)})` : readCsv(file);
  try {
    const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${relation}`);
    const types = new Map(described.getRows().map(([column, type]) => [String(column), String(type)]));
    return { name, relation, types, kind };
  } catch (error) {
    throw unreadable(name, error);
  }
}

/** The whole message of a file that can't be read; the first line of the cause is enough. */
export function unreadable(name: string, error: unknown): RunError {
  const cause = error instanceof Error ? error.message.split('\n')[0]! : String(error);
  return new RunError([
    { code: 'HIS003', about: name, found: cause, next: 'write the file again as Parquet or as CSV in UTF-8.' },
  ]);
}

/** The column of the first of these names that the file has, as it is written in SQL; null when it has none. */
export function findColumn(file: HistoryFile, names: readonly string[]): string | null {
  return findHeader(names, [...file.types.keys()]);
}

/** The same of a column without which the file says nothing. */
export function needColumn(file: HistoryFile, names: readonly string[]): string {
  const column = findColumn(file, names);
  if (column === null) {
    throw new RunError([
      {
        code: 'HIS004',
        about: `${file.name}, header`,
        found: `no column is named ${names[0]!}; it has ${[...file.types.keys()].slice(0, 12).join(', ')}`,
        next: `name the column ${names[0]!}. Nothing was read.`,
      },
    ]);
  }
  return column;
}

/** Whole milliseconds of a column with instants: a time of its own type, a count since 1970, or a text with either. */
export function instantSql(file: HistoryFile, column: string): string {
  const cell = quoteName(column);
  const type = file.types.get(column)!;
  if (/^(TIMESTAMP|DATE)/.test(type)) {
    return `epoch_ms(${cell}::TIMESTAMP)`;
  }
  if (type !== 'VARCHAR') {
    return `TRY_CAST(${cell} AS BIGINT)`;
  }
  return `coalesce(TRY_CAST(${cell} AS BIGINT), epoch_ms(TRY_CAST(${cell} AS TIMESTAMPTZ)))`;
}

/** A text without blanks around it; empty is not known. Parquet is written by programs, which add no blanks. */
export function textSql(file: HistoryFile, column: string): string {
  const cell = quoteName(column);
  if (file.kind === 'csv') {
    return `nullif(trim(${cell}), '')`;
  }
  return file.types.get(column) === 'VARCHAR' ? cell : `${cell}::VARCHAR`;
}

function kindOf(file: string, name: string): 'csv' | 'parquet' {
  if (/\.parquet$/i.test(file)) {
    return 'parquet';
  }
  if (/\.(csv|tsv|csv\.gz)$/i.test(file)) {
    return 'csv';
  }
  throw new RunError([
    {
      code: 'HIS002',
      about: name,
      found: 'neither Parquet nor CSV by its ending',
      next: 'export the history as .parquet or .csv. Nothing was read.',
    },
  ]);
}

/** Broken lines are left out and counted, as everywhere else. */
function readCsv(file: string): string {
  return `read_csv(${quoteText(file)}, header = true, all_varchar = true, quote = '"', escape = '"', strict_mode = true, store_rejects = true)`;
}

/** Forgets the lines that earlier files left out. */
export async function forgetBrokenLines({ connection }: History): Promise<void> {
  await connection.run('DROP TABLE IF EXISTS reject_errors; DROP TABLE IF EXISTS reject_scans');
}

/** How many lines were left out since, once a CSV file was read. */
export async function countBrokenLines({ connection }: History): Promise<number> {
  const found = await connection.runAndReadAll(
    'SELECT count(*) FROM (SELECT DISTINCT file_path, line FROM reject_errors JOIN reject_scans USING (scan_id, file_id))',
  );
  return Number(found.getRows()[0]![0]);
}
