import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { decideFile, type RunRequest, type RunResult } from '../../../core/src/author/run/decide-file.ts';
import { inventedLeads } from './invented-leads.ts';

/** What a run is asked for when only the leads are named. */
export function requestFor(leadsFile: string, outFolder: string): RunRequest {
  return {
    leadsFile,
    mapFile: null,
    policyFile: null,
    rosterFile: null,
    accountsFile: null,
    contactsFile: null,
    activitiesFile: null,
    outFolder,
    mode: null,
    isFresh: false,
    startedAt: Date.UTC(2026, 0, 1),
  };
}

/** Decides a file in this process and watches nothing. */
export function decideQuietly(request: RunRequest): Promise<RunResult> {
  return decideFile(request, {
    onMapping: () => undefined,
    onProgress: () => undefined,
    collectorFor: () => null,
    isStopped: () => false,
  });
}

/** A finished run over invented leads. */
export async function makeRun(folder: string, leads: number): Promise<RunResult> {
  const leadsFile = path.join(folder, 'leads.csv');
  writeFileSync(leadsFile, inventedLeads(leads));
  return decideQuietly(requestFor(leadsFile, path.join(folder, 'run')));
}

/** The hashes of a run's decisions with their rows, in the order of the log. */
export function decisionHashes(runFolder: string): string[] {
  const lines = readFileSync(path.join(runFolder, 'decisions.jsonl'), 'utf8').trimEnd().split('\n');
  return lines.map((line) => /^\{"row":(\d+),.*?"decisionHash":"([0-9a-f]{64})"/.exec(line)!.slice(1).join(' '));
}
