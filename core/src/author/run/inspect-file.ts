import { closeSync, openSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import { RunError } from './run-message.ts';

/** What the first bytes of a file tell: CSV with its separator, or a JSON object a line. */
export type FileForm = { kind: 'csv'; delimiter: string } | { kind: 'json' };

const headBytes = 65_536;

/** Looks at the beginning of a file and ends with a clear message where it can't be one with rows. */
export function inspectFile(file: string, option: string): FileForm {
  const head = readHead(file, option);
  const refuse = (found: string, next: string): RunError =>
    new RunError([{ code: 'RUN103', about: path.basename(file), found, next: `${next} Nothing was decided.` }]);
  const strange = nameStrangeBytes(head);
  if (strange !== null) {
    throw refuse(`this is ${strange}`, 'export it as CSV in UTF-8 and give that file.');
  }
  const text = head.toString('utf8').replace(/^\ufeff/, '');
  const first = text.trimStart();
  if (first === '') {
    throw refuse(
      'the file is empty: there is no header and no lead',
      'give a CSV file with a header, or a JSON object a line.',
    );
  }
  const isNamedJson = /\.(jsonl|ndjson|json)$/i.test(file);
  if (isNamedJson && first.startsWith('[')) {
    throw refuse(
      'one JSON array, where an object a line is read',
      'rewrite it, for instance with: jq -c ".[]" FILE > leads.jsonl.',
    );
  }
  if (isNamedJson || (first.startsWith('{') && !/\.(csv|tsv)$/i.test(file))) {
    return { kind: 'json' };
  }
  return { kind: 'csv', delimiter: delimiterOf(first) };
}

function readHead(file: string, option: string): Buffer {
  const missing = (found: string): RunError =>
    new RunError([
      { code: 'RUN101', about: file, found, next: `check the path after ${option}. Nothing was decided.` },
    ]);
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) {
    throw missing('there is no such file');
  }
  if (!stat.isFile()) {
    throw missing(stat.isDirectory() ? 'this is a folder, not a file' : 'this is not a plain file');
  }
  try {
    const handle = openSync(file, 'r');
    const head = Buffer.alloc(headBytes);
    const count = readSync(handle, head, 0, headBytes, 0);
    closeSync(handle);
    return head.subarray(0, count);
  } catch (cause) {
    throw missing(`it can't be read (${String((cause as NodeJS.ErrnoException).code)})`);
  }
}

/** Excel's own files are ZIP archives; its "Unicode text" is UTF-16. Neither is CSV. */
function nameStrangeBytes(head: Buffer): string | null {
  const start = head.subarray(0, 4).toString('latin1');
  if (start.startsWith('PK\u0003\u0004')) {
    return 'a ZIP archive or an Excel workbook';
  }
  if (start.startsWith('\u001f\u008b')) {
    return 'a gzip archive';
  }
  if (start.startsWith('\u00ff\u00fe') || start.startsWith('\u00fe\u00ff')) {
    return 'a text in UTF-16';
  }
  return head.includes(0) ? 'no text in UTF-8: it holds zero bytes' : null;
}

/** The separator that stands most often in the first line, outside of quotes. */
function delimiterOf(text: string): string {
  const line = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)![0].replace(/"(?:[^"]|"")*"/g, '');
  const count = (mark: string): number => line.split(mark).length - 1;
  return [',', ';', '\t', '|'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}
