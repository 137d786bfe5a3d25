import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { Problem } from '../problem.ts';
import { keptLeadSchema, type KeptLead } from './kept-lead.ts';

const stateSchema = z.strictObject({
  format: z.literal(1),
  /** Of everything that decides what is read: org, policy and what the flags say. Another read begins anew. */
  question: z.string(),
  asOf: z.number(),
  finishedAt: z.number().nullable(),
  /** Under which persons are hashed. Gone as soon as all is read: from then on nobody can try addresses. */
  salt: z.string().nullable(),
  /** Fields that could teach and have no history. */
  untracked: z.array(z.string()),
  slices: z.array(z.strictObject({ from: z.number(), until: z.number(), count: z.number(), isRead: z.boolean() })),
});

export type ReadState = z.infer<typeof stateSchema>;

const stateFile = 'read.json';

/** A history as it is kept in a folder: a state, and a file for each slice that was read. Whatever was interrupted goes on from there. */
export class KeptHistory {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = path.resolve(folder);
  }

  /** What an earlier read left; null where there is nothing that can be read on. */
  state(): ReadState | null {
    try {
      return stateSchema.parse(JSON.parse(readFileSync(this.#file(stateFile), 'utf8')));
    } catch {
      return null;
    }
  }

  /** Begins anew: slices of an earlier read go. SFP013 where the folder cannot be written. */
  begin(state: ReadState): void {
    try {
      mkdirSync(this.folder, { recursive: true });
      for (let place = 0; existsSync(this.#slice(place)); place += 1) rmSync(this.#slice(place));
    } catch (cause) {
      throw new Problem('SFP013', [this.folder, (cause as Error).message]);
    }
    this.save(state);
  }

  save(state: ReadState): void {
    this.#write(this.#file(stateFile), JSON.stringify(state, null, 2));
  }

  keep(place: number, leads: readonly KeptLead[]): void {
    this.#write(this.#slice(place), leads.map((lead) => `${JSON.stringify(lead)}\n`).join(''));
  }

  /** The leads of a slice; null where its file is gone or was changed. */
  leadsOf(place: number): KeptLead[] | null {
    try {
      const lines = readFileSync(this.#slice(place), 'utf8').split('\n').slice(0, -1);
      return lines.map((line) => keptLeadSchema.parse(JSON.parse(line)));
    } catch {
      return null;
    }
  }

  /** Whole or not at all: a file that was half written has another name. */
  #write(file: string, text: string): void {
    try {
      writeFileSync(`${file}.part`, text);
      renameSync(`${file}.part`, file);
    } catch (cause) {
      throw new Problem('SFP013', [file, (cause as Error).message]);
    }
  }

  #file(name: string): string {
    return path.join(this.folder, name);
  }

  #slice(place: number): string {
    return this.#file(`leads-${String(place + 1).padStart(4, '0')}.jsonl`);
  }
}
