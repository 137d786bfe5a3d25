import path from 'node:path';
import { countLines, readCsvRecord, type CsvFault } from './csv-records.ts';
import { longestCell, type FileRow } from './read-rows.ts';
import { RunError, type RunMessage } from './run-message.ts';
import { longestRow, TextWindow } from './text-window.ts';

type CsvRow =
  { kind: 'fields'; line: number; fields: string[] } | { kind: 'fault'; line: number; fault: CsvFault | 'tooLong' };

/** Opens a CSV file: the header at once, the rows as they are asked for. */
export async function csvRows(
  file: string,
  delimiter: string,
): Promise<{ headers: string[]; rows: AsyncGenerator<FileRow> }> {
  const window = new TextWindow(file);
  const first = await nextFilled(window, delimiter);
  const headers = headersOf(first, file);
  return { headers, rows: rowsAfter(window, delimiter, headers, file) };
}

async function* rowsAfter(
  window: TextWindow,
  delimiter: string,
  headers: string[],
  file: string,
): AsyncGenerator<FileRow> {
  try {
    for (let row = await nextFilled(window, delimiter); row !== null; row = await nextFilled(window, delimiter)) {
      const bytes = window.bytesUsed;
      if (row.kind === 'fault') {
        yield { kind: 'broken', line: row.line, bytes, message: faultMessage(file, row.line, row.fault) };
      } else if (row.fields.length !== headers.length) {
        const message = wrongCount(file, row.line, row.fields.length, headers.length);
        yield { kind: 'broken', line: row.line, bytes, message };
      } else {
        yield { kind: 'row', line: row.line, cells: cellsOf(headers, row.fields), bytes };
      }
    }
  } finally {
    window.close();
  }
}

/** The next record that is more than an empty line; null at the end. */
async function nextFilled(window: TextWindow, delimiter: string): Promise<CsvRow | null> {
  for (;;) {
    const row = await nextRow(window, delimiter);
    const isBlank = row?.kind === 'fields' && row.fields.length === 1 && row.fields[0]!.trim() === '';
    if (!isBlank) {
      return row;
    }
  }
}

async function nextRow(window: TextWindow, delimiter: string): Promise<CsvRow | null> {
  for (;;) {
    if (window.isUsedUp) {
      return null;
    }
    skipByteOrderMark(window);
    const isCut = window.isTooLong;
    const reading = readCsvRecord(window.text, window.place, delimiter, window.isEnd || isCut);
    if (reading.kind === 'more') {
      await window.grow();
      continue;
    }
    const { place, line, text } = window;
    const isTooLong = reading.next - place > longestRow;
    window.line += countLines(text, place, reading.next);
    window.place = reading.next;
    if (isTooLong) {
      if (window.place === window.text.length) {
        await window.skipLine();
      }
      return { kind: 'fault', line, fault: 'tooLong' };
    }
    return reading.kind === 'record'
      ? { kind: 'fields', line, fields: reading.fields }
      : { kind: 'fault', line: line + countLines(text, place, reading.opened), fault: reading.fault };
  }
}

function skipByteOrderMark(window: TextWindow): void {
  if (window.line === 1 && window.place === 0 && window.text.startsWith('\ufeff')) {
    window.place = 1;
  }
}

function cellsOf(headers: string[], fields: string[]): Map<string, string> {
  const cells = new Map<string, string>();
  for (const [place, header] of headers.entries()) {
    cells.set(header, fields[place]!.slice(0, longestCell));
  }
  return cells;
}

function headersOf(row: CsvRow | null, file: string): string[] {
  if (row === null || row.kind === 'fault') {
    const words = row === null ? { found: 'there is none', next: 'begin the file with one.' } : faultWords[row.fault];
    throw new RunError([headerMessage(file, row?.line ?? 1, words.found, words.next)]);
  }
  const headers = row.fields.map((header) => header.trim());
  const messages: RunMessage[] = [];
  for (const [place, header] of headers.entries()) {
    const first = headers.indexOf(header);
    if (header === '') {
      messages.push(headerMessage(file, row.line, `column ${place + 1} has no name`));
    } else if (first !== place) {
      messages.push(headerMessage(file, row.line, `"${header}" names column ${first + 1} and column ${place + 1}`));
    }
  }
  if (messages.length > 0) {
    throw new RunError(messages);
  }
  return headers;
}

function headerMessage(
  file: string,
  line: number,
  found: string,
  next = 'give every column one name of its own.',
): RunMessage {
  return {
    code: 'CSV001',
    about: `${path.basename(file)}, line ${line} (header)`,
    found,
    next: `${next} Nothing was decided.`,
  };
}

function wrongCount(file: string, line: number, count: number, expected: number): RunMessage {
  return {
    code: 'CSV002',
    about: `${path.basename(file)}, line ${line}`,
    found: `the row has ${count} fields, the header ${expected}`,
    next: 'look for a missing quote or separator. The row was left out; all other rows were decided.',
  };
}

const faultWords: Record<CsvFault | 'tooLong', { found: string; next: string }> = {
  quoteNotClosed: {
    found: 'a quote is opened here and never closed',
    next: 'close it, and double each quote that belongs to the text.',
  },
  textAfterQuote: {
    found: 'a quoted field opens here, and after its closing quote there is more text',
    next: 'double each quote that belongs to the text.',
  },
  tooLong: { found: 'the row is longer than 64 MB', next: 'look for a file that was pasted into a cell.' },
};

function faultMessage(file: string, line: number, fault: CsvFault | 'tooLong'): RunMessage {
  const { found, next } = faultWords[fault];
  return {
    code: fault === 'tooLong' ? 'CSV004' : 'CSV003',
    about: `${path.basename(file)}, line ${line}`,
    found,
    next: `${next} This line was left out; the rows before and behind it were decided.`,
  };
}
