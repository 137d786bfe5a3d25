import { existsSync, rmSync } from 'node:fs';
import readline from 'node:readline';
import { createReadStream } from 'node:fs';
import * as z from 'zod';
import { sealText } from '../../decide/index.ts';
import { LogWriter, readLog } from './decision-log.ts';
import { hashText } from './hash-text.ts';
import type { RunFolder } from './run-folder.ts';

const sealSchema = z.strictObject({ row: z.int(), seal: z.string().regex(/^[0-9a-f]{64}$/) });

/** One row's seal: the hash that ties it to every row before. */
export type Seal = z.infer<typeof sealSchema>;

/**
 * Seals a run from its first row to its last and returns the last seal: whoever keeps that one line can later show that
 * no record was changed, added or taken out.
 */
export async function sealRun(folder: RunFolder): Promise<string> {
  rmSync(folder.file('seals.jsonl'), { force: true });
  const writer = new LogWriter(folder.file('seals.jsonl'));
  let seal = '';
  for await (const { entry } of readLog(folder.file('decisions.jsonl'))) {
    if (entry !== null) {
      seal = hashText(sealText(seal, entry.row, entry.decisionHash, entry.personalHash));
      writer.add(`{"row":${entry.row},"seal":"${seal}"}\n`);
    }
  }
  writer.close();
  return seal;
}

/** The seals of a run in order; null for a line that is none. */
export async function* readSeals(folder: RunFolder): AsyncGenerator<Seal | null> {
  const file = folder.file('seals.jsonl');
  if (!existsSync(file)) {
    return;
  }
  for await (const line of readline.createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    yield readSeal(line);
  }
}

function readSeal(line: string): Seal | null {
  try {
    return sealSchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
