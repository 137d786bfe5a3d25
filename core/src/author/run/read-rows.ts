import { createReadStream, existsSync, statSync } from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import { parse, type CsvError } from 'csv-parse';
import { RunError, type RunMessage } from './run-message.ts';

/** One row of a file with leads: its cells by header, or what is wrong with it. `bytes` is how far the file was read. */
export type LeadRow =
  | { kind: 'row'; line: number; cells: Map<string, string>; bytes: number }
  | { kind: 'broken'; line: number; message: RunMessage; bytes: number };

/** A file with leads that is open for reading. */
export type LeadFile = { headers: string[]; totalBytes: number; rows: AsyncGenerator<LeadRow> };

/** Opens a CSV file or one with a JSON object a line, and reads its header. Rows are streamed. */
export async function openLeadFile(file: string): Promise<LeadFile> {
  if (!existsSync(file) || !statSync(file).isFile()) {
    throw new RunError([
      { code: 'RUN101', about: file, found: 'there is no such file', next: 'check the path after --leads.' },
    ]);
  }
  const totalBytes = statSync(file).size;
  const rows = /\.(jsonl|ndjson|json)$/i.test(file) ? jsonRows(file) : csvRows(file);
  const opened = await rows.next();
  if (opened.done === true || opened.value.kind !== 'header') {
    throw new RunError([
      {
        code: 'RUN103',
        about: path.basename(file),
        found: 'the file is empty: there is no header and no lead',
        next: 'give a CSV file with a header, or a file with a JSON object a line.',
      },
    ]);
  }
  return { headers: opened.value.headers, totalBytes, rows: rows as AsyncGenerator<LeadRow> };
}

type Opening = { kind: 'header'; headers: string[] };

async function* csvRows(file: string): AsyncGenerator<LeadRow | Opening> {
  const broken: LeadRow[] = [];
  const source = createReadStream(file);
  const delimiter = await sniffDelimiter(file);
  const parser = parse({ bom: true, relax_column_count: true, info: true, delimiter, max_record_size: 4_000_000 });
  source.on('error', (cause) => parser.destroy(cause));
  source.pipe(parser);
  let headers: string[] | null = null;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number; bytes: number } }>) {
      if (headers === null) {
        headers = checkHeader(record, file);
        yield { kind: 'header', headers };
      } else if (record.length === 1 && record[0] === '') {
        continue;
      } else if (record.length !== headers.length) {
        yield wrongCount(record.length, headers.length, info, file);
      } else {
        yield { kind: 'row', line: info.lines, cells: cellsOf(headers, record), bytes: info.bytes };
      }
    }
  } catch (cause) {
    if (cause instanceof RunError || headers === null) {
      throw cause instanceof RunError ? cause : unreadableHeader(file, cause);
    }
    broken.push(brokenEnd(cause as CsvError & { lines?: number }, file));
  }
  yield* broken;
}

async function sniffDelimiter(file: string): Promise<string> {
  for await (const line of readline.createInterface({ input: createReadStream(file, { end: 65_535 }) })) {
    const count = (mark: string): number => line.split(mark).length;
    return count(';') > count(',') ? ';' : count('\t') > count(',') ? '\t' : ',';
  }
  return ',';
}

function cellsOf(headers: string[], record: string[]): Map<string, string> {
  const cells = new Map<string, string>();
  for (const [place, header] of headers.entries()) {
    cells.set(header, record[place] ?? '');
  }
  return cells;
}

function checkHeader(record: string[], file: string): string[] {
  const headers = record.map((header) => header.trim());
  const messages: RunMessage[] = [];
  for (const [place, header] of headers.entries()) {
    if (header === '') {
      messages.push(headerMessage(file, `column ${place + 1} has no name`));
    } else if (headers.indexOf(header) !== place) {
      messages.push(headerMessage(file, `"${header}" names column ${headers.indexOf(header) + 1} and column ${place + 1}`));
    }
  }
  if (messages.length > 0) {
    throw new RunError(messages);
  }
  return headers;
}

function headerMessage(file: string, found: string): RunMessage {
  return {
    code: 'CSV001',
    about: `${path.basename(file)}, line 1 (header)`,
    found,
    next: 'give every column one name of its own. Nothing was decided.',
  };
}

function unreadableHeader(file: string, cause: unknown): RunError {
  const found = cause instanceof Error ? cause.message : 'unreadable';
  return new RunError([headerMessage(file, found)]);
}

function wrongCount(count: number, expected: number, info: { lines: number; bytes: number }, file: string): LeadRow {
  return {
    kind: 'broken',
    line: info.lines,
    bytes: info.bytes,
    message: {
      code: 'CSV002',
      about: `${path.basename(file)}, row that ends on line ${info.lines}`,
      found: `${count} fields, where the header has ${expected}`,
      next: 'look for a missing quote or separator. The row was left out; all other rows were decided.',
    },
  };
}

function brokenEnd(cause: CsvError & { lines?: number }, file: string): LeadRow {
  const line = cause.lines ?? 0;
  return {
    kind: 'broken',
    line,
    bytes: 0,
    message: {
      code: 'CSV003',
      about: `${path.basename(file)}, line ${line}`,
      found: cause.message,
      next: 'close the quote, then run again: the rows before it are kept and only the rest is decided.',
    },
  };
}

async function* jsonRows(file: string): AsyncGenerator<LeadRow | Opening> {
  const lines = readline.createInterface({ input: createReadStream(file), crlfDelay: Infinity });
  let line = 0;
  let bytes = 0;
  let isOpen = false;
  for await (const text of lines) {
    line += 1;
    bytes += Buffer.byteLength(text) + 1;
    if (text.trim() === '') {
      continue;
    }
    const row = jsonRow(text, line, bytes, file);
    if (!isOpen) {
      isOpen = true;
      yield { kind: 'header', headers: row.kind === 'row' ? [...row.cells.keys()] : [] };
    }
    yield row;
  }
}

function jsonRow(text: string, line: number, bytes: number, file: string): LeadRow {
  const about = `${path.basename(file)}, line ${line}`;
  const next = 'correct the line. It was left out; all other lines were decided.';
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    const found = cause instanceof Error ? cause.message : 'not JSON';
    return { kind: 'broken', line, bytes, message: { code: 'JSN001', about, found, next } };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { kind: 'broken', line, bytes, message: { code: 'JSN002', about, found: 'no object with fields', next } };
  }
  const cells = new Map<string, string>();
  for (const [name, cell] of Object.entries(value)) {
    cells.set(name, cell === null || cell === undefined ? '' : typeof cell === 'object' ? JSON.stringify(cell) : String(cell));
  }
  return { kind: 'row', line, cells, bytes };
}
