import { statSync } from 'node:fs';
import { csvRows } from './csv-rows.ts';
import { inspectFile } from './inspect-file.ts';
import { jsonRows } from './json-rows.ts';
import type { RunMessage } from './run-message.ts';

/** One row of a file: its cells by header, or what is wrong with it. `bytes` is how far the file was read. */
export type FileRow =
  | { kind: 'row'; line: number; cells: Map<string, string>; bytes: number }
  | { kind: 'broken'; line: number; message: RunMessage; bytes: number };

/** A file of rows that is open for reading. */
export type RowFile = { headers: string[]; totalBytes: number; rows: AsyncGenerator<FileRow> };

/** No cell is worth more than this; the engine lists what it had to leave out. */
export const longestCell = 100_000;

/** Opens a CSV file or one with a JSON object a line, and reads its header. Rows are streamed. */
export async function openRowFile(file: string, option: string): Promise<RowFile> {
  const form = inspectFile(file, option);
  const opened = form.kind === 'json' ? await jsonRows(file) : await csvRows(file, form.delimiter);
  return { ...opened, totalBytes: statSync(file).size };
}
