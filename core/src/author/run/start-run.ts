import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { mendLog, readEntries } from './decision-log.ts';
import { hashText } from './hash-text.ts';
import { mappingText, type Mapping } from './mapping.ts';
import type { RunContext } from './run-context.ts';
import { writeStart, type RunFolder, type RunStart } from './run-folder.ts';
import { RunError } from './run-message.ts';
import type { RunRequest } from './run-request.ts';

/** What an earlier start of the same run left: the beginning of each record's hash, and which rows were erased since. */
export type EarlierRecords = { hashes: number[]; erased: Set<number> };

/** How this run begins. */
export function startOf(
  request: RunRequest,
  earlier: RunStart | null,
  run: RunContext,
  mapping: Mapping,
  leadsHash: string,
): RunStart {
  return {
    runFormat: 1,
    leadsFile: path.basename(request.leadsFile),
    startedAt: earlier?.startedAt ?? request.startedAt,
    leadsHash,
    mappingHash: hashText(mappingText(mapping)),
    lookupsHash: lookupsHash(request, run),
    policyHash: run.context.policyHash,
    rosterHash: run.context.rosterHash,
    calendarsHash: run.context.calendarsHash,
    sealed: null,
  };
}

function lookupsHash(request: RunRequest, run: RunContext): string {
  const files = [request.accountsFile, request.contactsFile, request.activitiesFile];
  const contents = files.map((file) => (file === null ? null : hashText(readFileSync(file, 'utf8'))));
  return hashText(JSON.stringify([contents, run.rosterFile.employeeDomains, run.rosterFile.competitorDomains]));
}

const comparedParts = {
  leadsHash: 'the leads',
  mappingHash: 'the mapping',
  lookupsHash: 'accounts, contacts, activities or own domains',
  policyHash: 'the policy',
  rosterHash: 'the roster',
  calendarsHash: 'the calendars',
} as const;

/** Goes on with the run in a folder, or refuses and touches nothing when it began otherwise. */
export async function continueRun(folder: RunFolder, earlier: RunStart, start: RunStart): Promise<EarlierRecords> {
  const names = Object.keys(comparedParts) as (keyof typeof comparedParts)[];
  const differing = names.filter((name) => earlier[name] !== start[name]).map((name) => comparedParts[name]);
  if (differing.length > 0) {
    throw new RunError([
      {
        code: 'RUN105',
        about: folder.folder,
        found: `holds a run that began otherwise: ${differing.join(', ')} changed since`,
        next: 'choose another folder with --out, or begin anew there with --fresh. Its records are untouched.',
      },
    ]);
  }
  const log = folder.file('decisions.jsonl');
  mendLog(log);
  const records: EarlierRecords = { hashes: [], erased: new Set() };
  for await (const entry of readEntries(log)) {
    if (entry.personalText === null) {
      records.erased.add(records.hashes.length);
    }
    records.hashes.push(hashStart(entry.decisionHash));
  }
  rmSync(folder.file('problems.jsonl'), { force: true });
  return records;
}

/** Begins anew: what an earlier run left in the folder goes. */
export function beginRun(folder: RunFolder, start: RunStart): EarlierRecords {
  for (const name of ['run.json', 'decisions.jsonl', 'seals.jsonl', 'problems.jsonl', 'report.html'] as const) {
    rmSync(folder.file(name), { force: true });
  }
  writeStart(folder, start);
  return { hashes: [], erased: new Set() };
}

/** Enough of a hash to tell whether a record came out the same, small enough to hold a million of them. */
export function hashStart(hash: string): number {
  return Number.parseInt(hash.slice(0, 13), 16);
}
