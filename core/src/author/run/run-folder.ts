import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { RunError } from './run-message.ts';

/** The files of a run. Everything a run knows is in its folder. */
export class RunFolder {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  file(name: 'decisions.jsonl' | 'seals.jsonl' | 'problems.jsonl' | 'mapping.json' | 'report.html' | 'run.json'): string {
    return path.join(this.folder, name);
  }

  snapshot(hash: string): string {
    return path.join(this.folder, 'snapshots', `${hash}.json`);
  }

  open(): void {
    mkdirSync(path.join(this.folder, 'snapshots'), { recursive: true });
  }

  /** Stores a snapshot under the hash of its text; the same text a second time is the same file. */
  keepSnapshots(snapshots: Map<string, string>): void {
    for (const [hash, text] of snapshots) {
      if (!existsSync(this.snapshot(hash))) {
        writeFileSync(this.snapshot(hash), text);
      }
    }
  }
}

const startSchema = z.strictObject({
  runFormat: z.literal(1),
  leadsFile: z.string(),
  leadsHash: z.string(),
  startedAt: z.int(),
  policyHash: z.string(),
  rosterHash: z.string(),
  calendarsHash: z.string(),
  isFinished: z.boolean(),
});

/** How a run began. A later start in the same folder continues it only if nothing of this differs. */
export type RunStart = z.infer<typeof startSchema>;

export function readStart(folder: RunFolder): RunStart | null {
  if (!existsSync(folder.file('run.json'))) {
    return null;
  }
  const parsed = startSchema.safeParse(JSON.parse(readFileSync(folder.file('run.json'), 'utf8')));
  if (!parsed.success) {
    throw new RunError([
      {
        code: 'RUN104',
        about: folder.file('run.json'),
        found: 'is not the start of a run',
        next: 'choose another folder with --out.',
      },
    ]);
  }
  return parsed.data;
}

export function writeStart(folder: RunFolder, start: RunStart): void {
  writeFileSync(folder.file('run.json'), `${JSON.stringify(start, null, 2)}\n`);
}
