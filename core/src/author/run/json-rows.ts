import path from 'node:path';
import { readJson } from '../policy/read-json.ts';
import { longestCell, type FileRow } from './read-rows.ts';
import { TextWindow } from './text-window.ts';

/** How many lines are looked at to learn which fields there are. */
const headerLines = 1000;

/**
 * Opens a file with a JSON object a line. Its header is every name that the first thousand lines hold, in the order in
 * which they come up.
 */
export async function jsonRows(file: string): Promise<{ headers: string[]; rows: AsyncGenerator<FileRow> }> {
  const headers = new Set<string>();
  const ahead = rowsOf(file);
  let line = 0;
  for await (const row of ahead) {
    for (const name of row.kind === 'row' ? row.cells.keys() : []) {
      headers.add(name);
    }
    line += 1;
    if (line === headerLines) {
      break;
    }
  }
  return { headers: [...headers], rows: rowsOf(file) };
}

async function* rowsOf(file: string): AsyncGenerator<FileRow> {
  const window = new TextWindow(file);
  try {
    for (let line = await nextLine(window); line !== null; line = await nextLine(window)) {
      const text = window.line === 2 ? line.replace(/^\ufeff/, '') : line;
      if (text.trim() !== '') {
        yield rowOf(text, window.line - 1, window.bytesUsed, file);
      }
    }
  } finally {
    window.close();
  }
}

async function nextLine(window: TextWindow): Promise<string | null> {
  for (;;) {
    const end = window.text.indexOf('\n', window.place);
    if (end < 0 && !window.isEnd && !window.isTooLong) {
      await window.grow();
      continue;
    }
    if (window.isUsedUp) {
      return null;
    }
    const line = window.text.slice(window.place, end < 0 ? undefined : end);
    window.place = end < 0 ? window.text.length : end + 1;
    window.line += 1;
    return line;
  }
}

function rowOf(text: string, line: number, bytes: number, file: string): FileRow {
  const broken = (code: string, found: string): FileRow => ({
    kind: 'broken',
    line,
    bytes,
    message: {
      code,
      about: `${path.basename(file)}, line ${line}`,
      found,
      next: 'correct the line. It was left out; all other lines were decided.',
    },
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return broken('JSN001', `is not JSON${placeOfMistake(text)}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return broken(
      'JSN002',
      `${Array.isArray(value) ? 'an array' : 'a single value'}, where an object with fields belongs`,
    );
  }
  const cells = new Map<string, string>();
  for (const [name, cell] of Object.entries(value)) {
    cells.set(name, textOf(cell).slice(0, longestCell));
  }
  return { kind: 'row', line, cells, bytes };
}

/** The parser of the platform quotes the text it stumbled over, and that may be about a person; a place is enough. */
function placeOfMistake(text: string): string {
  const mistake = text.length > 1_000_000 ? undefined : readJson(text).mistakes[0];
  return mistake === undefined ? '' : `: ${mistake.found} at character ${mistake.offset + 1}`;
}

/** What is nested stays JSON: a policy has no use for it, but a mapping can name it as a text. */
function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) {
    return '';
  }
  return typeof cell === 'string' ? cell : JSON.stringify(cell);
}
