import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { leadOfRow } from './lead-of-row.ts';
import type { Mapping } from './mapping.ts';
import { openRowFile } from './read-rows.ts';
import { RunError, StoppedEarly, type RunMessage } from './run-message.ts';

/** What reading a file once tells: the time it spans, its hash, and what is odd about it as a whole. */
export type Span = {
  first: number;
  last: number;
  leadsHash: string;
  messages: RunMessage[];
  /** Leads that came before the lead of the row above them. */
  earlierThanAbove: number;
};

export type SpanWatch = {
  onProgress: (bytes: number, totalBytes: number, rows: number) => void;
  isStopped: () => boolean;
};

const dayMillis = 86_400_000;
const monthMillis = 30 * dayMillis;
/** Calendars are worked out day by day; a slip such as the year 2109 must not make a hundred years of them. */
const mostMonths = 180;

/** Reads the file once: the calendars must reach from the first lead to the last. */
export async function readSpan(file: string, mapping: Mapping, startedAt: number, watch: SpanWatch): Promise<Span> {
  const opened = await openRowFile(file, '--leads');
  const arrivals = new Arrivals();
  let rows = 0;
  for await (const row of opened.rows) {
    rows += 1;
    const instant =
      row.kind === 'row' ? leadOfRow(row.cells, row.line, mapping, Number.NaN).submission.receivedAt : Number.NaN;
    if (!Number.isNaN(instant)) {
      arrivals.add(instant);
    }
    if (rows % 500 === 0) {
      watch.onProgress(row.bytes, opened.totalBytes, rows);
    }
    if (watch.isStopped()) {
      throw new StoppedEarly();
    }
  }
  if (rows === 0) {
    throw new RunError([
      {
        code: 'RUN103',
        about: path.basename(file),
        found: 'there is a header and no lead',
        next: 'give a file with at least one row. Nothing was decided.',
      },
    ]);
  }
  const bytes = await readBytes(file);
  const { earlierThanAbove } = arrivals;
  return { ...arrivals.span(startedAt), leadsHash: bytes.hash, messages: bytes.messages, earlierThanAbove };
}

/** When leads came, by month. */
class Arrivals {
  readonly #months = new Map<number, number>();
  #first = Number.POSITIVE_INFINITY;
  #last = Number.NEGATIVE_INFINITY;
  #above = Number.NEGATIVE_INFINITY;
  earlierThanAbove = 0;

  add(instant: number): void {
    const month = Math.floor(instant / monthMillis);
    this.#months.set(month, (this.#months.get(month) ?? 0) + 1);
    this.#first = Math.min(this.#first, instant);
    this.#last = Math.max(this.#last, instant);
    this.earlierThanAbove += instant < this.#above ? 1 : 0;
    this.#above = instant;
  }

  /** From the first lead to the last; where that is too long, the stretch in which most leads came. */
  span(startedAt: number): { first: number; last: number } {
    if (this.#months.size === 0) {
      return { first: startedAt, last: startedAt };
    }
    if (this.#last - this.#first <= mostMonths * monthMillis) {
      return { first: this.#first, last: this.#last };
    }
    const known = [...this.#months.keys()].sort((one, other) => one - other);
    let best = { from: known[0]!, until: known[0]!, leads: 0 };
    for (const from of known) {
      const covered = known.filter((month) => month >= from && month < from + mostMonths);
      const leads = covered.reduce((sum, month) => sum + this.#months.get(month)!, 0);
      best = leads > best.leads ? { from, until: covered.at(-1)!, leads } : best;
    }
    return { first: best.from * monthMillis, last: (best.until + 1) * monthMillis };
  }
}

/** The hash of a file, and the first line that is not UTF-8. */
async function readBytes(file: string): Promise<{ hash: string; messages: RunMessage[] }> {
  const hash = createHash('sha256');
  let line = 0;
  let badLine: number | null = null;
  let rest = Buffer.alloc(0);
  for await (const block of createReadStream(file, { highWaterMark: 1_048_576 }) as AsyncIterable<Buffer>) {
    hash.update(block);
    if (badLine !== null) {
      continue;
    }
    const text = Buffer.concat([rest, block]);
    const end = text.lastIndexOf(10) + 1;
    const whole = text.subarray(0, end);
    badLine = isUtf8(whole) ? null : line + badLineOf(whole);
    line += linesIn(whole);
    rest = text.subarray(end);
  }
  badLine ??= isUtf8(rest) ? null : line + 1;
  return { hash: hash.digest('hex'), messages: badLine === null ? [] : [notUtf8(file, badLine)] };
}

function linesIn(text: Buffer): number {
  let lines = 0;
  for (let place = text.indexOf(10); place >= 0; place = text.indexOf(10, place + 1)) {
    lines += 1;
  }
  return lines;
}

function badLineOf(text: Buffer): number {
  let [line, start] = [1, 0];
  for (let end = text.indexOf(10); end >= 0; end = text.indexOf(10, start)) {
    if (!isUtf8(text.subarray(start, end))) {
      return line;
    }
    line += 1;
    start = end + 1;
  }
  return line;
}

function notUtf8(file: string, line: number): RunMessage {
  return {
    code: 'CSV005',
    about: `${path.basename(file)}, line ${line}`,
    found: 'here and perhaps further down the file is not UTF-8; such characters were read as a mark',
    next: 'save it as "CSV UTF-8" and run again with --fresh. All rows were decided nevertheless.',
  };
}
