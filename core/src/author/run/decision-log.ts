import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  openSync,
  readSync,
  statSync,
  truncateSync,
} from 'node:fs';
import readline from 'node:readline';
import { RunError } from './run-message.ts';
import { writeAll } from './write-file.ts';

/**
 * One decided row as it is stored: a line of JSON whose head gives the sizes of the two texts, so that they are read back
 * byte for byte. An erased row has neither salt nor personal part; its hash stays.
 */
export type LogEntry = {
  row: number;
  decisionText: string;
  decisionHash: string;
  personalText: string | null;
  personalHash: string;
  salt: string | null;
};

/** A line of the log. The texts are JSON themselves, so that any JSON reader can open the log. */
export function writeEntry(entry: LogEntry): string {
  const personal = entry.personalText ?? 'null';
  const sizes = `${entry.decisionText.length},${personal.length}`;
  const salt = entry.salt === null ? 'null' : `"${entry.salt}"`;
  return (
    `{"row":${entry.row},"sizes":[${sizes}],"decisionHash":"${entry.decisionHash}",` +
    `"personalHash":"${entry.personalHash}","salt":${salt},` +
    `"decision":${entry.decisionText},"personal":${personal}}\n`
  );
}

const head =
  /^\{"row":(\d+),"sizes":\[(\d+),(\d+)\],"decisionHash":"([0-9a-f]{64})","personalHash":"([0-9a-f]{64})","salt":(null|"[0-9a-f]{32}"),"decision":/;

/** Reads a line back; null when it is not a whole entry. */
export function readEntry(line: string): LogEntry | null {
  const found = head.exec(line);
  if (found === null) {
    return null;
  }
  const start = found[0].length;
  const [decisionSize, personalSize] = [Number(found[2]), Number(found[3])];
  const between = ',"personal":';
  const personalStart = start + decisionSize + between.length;
  const personal = line.slice(personalStart, personalStart + personalSize);
  const isWhole = line.length === personalStart + personalSize + 1 && line.endsWith('}');
  if (!isWhole || line.slice(start + decisionSize, personalStart) !== between) {
    return null;
  }
  return {
    row: Number(found[1]),
    decisionText: line.slice(start, start + decisionSize),
    decisionHash: found[4]!,
    personalText: personal === 'null' ? null : personal,
    personalHash: found[5]!,
    salt: found[6] === 'null' ? null : found[6]!.slice(1, -1),
  };
}

/** A line of a log; null for what is no entry. `bytes` is how far the file was read. */
export type LogLine = { line: number; entry: LogEntry | null; bytes: number };

/** Every line of a log in order. */
export async function* readLog(file: string): AsyncGenerator<LogLine> {
  if (!existsSync(file)) {
    return;
  }
  let line = 0;
  let bytes = 0;
  for await (const text of readline.createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    line += 1;
    bytes += text.length + 1;
    yield { line, entry: readEntry(text), bytes };
  }
}

/** Every entry of a log in order. A line that is none ends the command: no record may be passed over in silence. */
export async function* readEntries(file: string): AsyncGenerator<LogEntry> {
  for await (const { line, entry } of readLog(file)) {
    if (entry === null) {
      throw new RunError([
        {
          code: 'RUN106',
          about: `${file}, line ${line}`,
          found: 'is not a record',
          next: 'restore the file, or begin anew with --fresh. Nothing was changed.',
        },
      ]);
    }
    yield entry;
  }
}

/** Cuts off a last line that was never finished, as a killed run leaves it. Whole lines are never touched. */
export function mendLog(file: string): void {
  if (!existsSync(file)) {
    return;
  }
  const size = statSync(file).size;
  const wholeSize = lastLineEnd(file, size);
  if (wholeSize < size) {
    truncateSync(file, wholeSize);
  }
}

function lastLineEnd(file: string, size: number): number {
  const handle = openSync(file, 'r');
  try {
    const block = Buffer.alloc(65_536);
    for (let end = size; end > 0; end -= Math.min(end, block.length)) {
      const start = Math.max(0, end - block.length);
      const count = readSync(handle, block, 0, end - start, start);
      const place = block.subarray(0, count).lastIndexOf(10);
      if (place >= 0) {
        return start + place + 1;
      }
    }
    return 0;
  } finally {
    closeSync(handle);
  }
}

/** Appends lines in blocks: a block is written whole before the next lead is decided past it. */
export class LogWriter {
  readonly #handle: number;
  #lines: string[] = [];
  #size = 0;

  constructor(file: string) {
    this.#handle = openSync(file, 'a');
  }

  add(line: string): void {
    this.#lines.push(line);
    this.#size += line.length;
    if (this.#size > 262_144) {
      this.flush();
    }
  }

  flush(): void {
    if (this.#lines.length > 0) {
      writeAll(this.#handle, this.#lines.join(''));
      this.#lines = [];
      this.#size = 0;
    }
  }

  close(): void {
    try {
      this.flush();
      fsyncSync(this.#handle);
    } finally {
      closeSync(this.#handle);
    }
  }
}
