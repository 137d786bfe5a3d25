import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { RunError } from './run-message.ts';
import { writeFileWhole } from './write-file.ts';

/** The files of a run. Everything a run knows is in its folder. */
export class RunFolder {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  file(
    name:
      | 'decisions.jsonl'
      | 'seals.jsonl'
      | 'problems.jsonl'
      | 'mapping.json'
      | 'report.html'
      | 'run.json'
      | 'training.json'
      | 'training.html'
      | 'policy.json'
      | 'watched-training.json'
      | 'watched-policy.json',
  ): string {
    return path.join(this.folder, name);
  }

  snapshot(hash: string): string {
    return path.join(this.folder, 'snapshots', `${hash}.json`);
  }

  open(): void {
    makeFolder(path.resolve(this.folder, 'snapshots'));
  }

  /** Stores a snapshot under the hash of its text; the same text a second time is the same file. */
  keepSnapshots(snapshots: Map<string, string>): void {
    for (const [hash, text] of snapshots) {
      if (!existsSync(this.snapshot(hash))) {
        writeFileWhole(this.snapshot(hash), text);
      }
    }
  }
}

/** Folder by folder: Node's own way of making several at once does not end on file systems that refuse a name. */
function makeFolder(folder: string): void {
  if (!existsSync(folder)) {
    makeFolder(path.dirname(folder));
    mkdirSync(folder);
  }
}

const hash = z.string().regex(/^[0-9a-f]{64}$/);

const startSchema = z.strictObject({
  runFormat: z.literal(1),
  leadsFile: z.string(),
  startedAt: z.int(),
  leadsHash: hash,
  mappingHash: hash,
  /** What was looked up beside the leads: accounts, contacts, activities, own and competitors' domains. */
  lookupsHash: hash,
  policyHash: hash,
  rosterHash: hash,
  calendarsHash: hash,
  /** How many records the run has and their last seal; null until it is finished. */
  sealed: z.strictObject({ rows: z.int(), seal: z.string() }).nullable(),
});

/** How a run began. A later start in the same folder continues it only if nothing of this differs. */
export type RunStart = z.infer<typeof startSchema>;

/** How the run in a folder began; null where there is none. */
export function readStart(folder: RunFolder): RunStart | null {
  const file = folder.file('run.json');
  if (!existsSync(file)) {
    return null;
  }
  try {
    return startSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new RunError([
      {
        code: 'RUN104',
        about: file,
        found: 'is not the start of a run, or was changed',
        next: 'restore it, choose another folder with --out, or begin anew with --fresh. No record was changed.',
      },
    ]);
  }
}

/** How the run began that a command is about. */
export function needStart(folder: RunFolder): RunStart {
  const start = readStart(folder);
  if (start === null) {
    throw new RunError([
      {
        code: 'VER002',
        about: folder.folder,
        found: 'holds no run',
        next: 'run "npm start -- sample" first, or give the folder of a run with --out.',
      },
    ]);
  }
  return start;
}

export function writeStart(folder: RunFolder, start: RunStart): void {
  writeFileWhole(folder.file('run.json'), `${JSON.stringify(start, null, 2)}\n`);
}
